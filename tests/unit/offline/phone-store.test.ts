import "fake-indexeddb/auto";

import { openDB } from "idb";
import { expect, test } from "vitest";

import type { OwnProfile } from "#app/domain/phones/index.ts";
import {
  CLOSED_MS,
  currentLearner,
  lockUp,
  openByPin,
  signOut,
  takeOver,
} from "#app/offline/learner.ts";
import { openPhone } from "#app/offline/phone-store.ts";

const PIN = "482913";
const NOW = Date.parse("2026-11-22T03:00:00Z");

function told(accountId: string, name: string): OwnProfile {
  return {
    accountId,
    name,
    picture: "buffalo",
    settings: { locale: null, easyView: false, dataSaver: false },
    helper: null,
    sample: false,
    token: `token-of-${accountId}-0123456789`,
    sealKey: { kty: "EC", crv: "P-256", x: "x", y: "y", kid: "k" },
    now: "2026-11-22T03:00:00.000Z",
  };
}

let phones = 0;
const newPhone = () => {
  phones += 1;
  return openPhone({ name: `phone-${phones}` });
};

test(
  "handed on and handed back, the phone shows each learner her own part, and only by her PIN",
  { timeout: 60_000 },
  async () => {
    const port = await newPhone();
    await takeOver(port, told("a", "Mỷ"), PIN);
    await lockUp(port);
    expect(await currentLearner(port)).toBeNull();
    await takeOver(port, told("b", "Xúa"), "193755");
    expect((await currentLearner(port))?.profile.name).toBe("Xúa");
    await lockUp(port);

    expect(await openByPin(port, { accountId: "a", pin: "193755", now: NOW })).toEqual({
      code: "wrong",
    });
    expect(await openByPin(port, { accountId: "a", pin: PIN, now: NOW })).toBeNull();
    expect((await currentLearner(port))?.own.token).toBe("token-of-a-0123456789");
  },
);

test(
  "after five wrong PINs she waits, and a clock that jumps does not shut her out for years",
  { timeout: 60_000 },
  async () => {
    const port = await newPhone();
    await takeOver(port, told("a", "Mỷ"), PIN);
    await lockUp(port);
    const tryAt = (pin: string, now: number) => openByPin(port, { accountId: "a", pin, now });
    for (let tries = 1; tries < 5; tries += 1)
      expect(await tryAt("000000", NOW)).toEqual({ code: "wrong" });
    expect(await tryAt("000000", NOW)).toEqual({ code: "wait", minutes: 15 });
    expect(await tryAt(PIN, NOW + 60_000)).toEqual({ code: "wait", minutes: 14 });
    expect(await tryAt(PIN, NOW - 10 * 365 * 24 * 3_600_000)).toBeNull();
    expect(CLOSED_MS).toBe(15 * 60_000);
  },
);

test("signed out, nothing of hers can be opened any more, and what waits is still there", async () => {
  const port = await newPhone();
  await takeOver(port, told("a", "Mỷ"), PIN);
  const profile = await port.readProfile("a");
  if (profile === null) throw new Error("she is not on the phone");
  const envelope = { id: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10", sealed: "h..i.c.t" };
  expect(await port.commit({ ...profile, revision: profile.revision + 1 }, envelope)).toBe(true);
  // Written from what was read before, it would undo that.
  expect(await port.commit({ ...profile, revision: profile.revision + 1 }, null)).toBe(false);

  await signOut(port);
  expect(await openByPin(port, { accountId: "a", pin: PIN, now: NOW })).toEqual({
    code: "unknown",
  });
  expect((await port.readProfile("a"))?.own).toBeNull();
  expect([...(await port.countWaiting())]).toEqual([["a", 1]]);
  await port.remove([envelope.id]);
  expect(await port.listAfter(0, 10)).toEqual([]);
});

test("what is carried for another phone is kept once, however often it is brought", async () => {
  const port = await newPhone();
  const envelope = { id: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a11", sealed: "h..i.c.t" };
  await port.carry([envelope]);
  await port.carry([envelope, { ...envelope, id: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a12" }]);
  expect([...(await port.countWaiting())]).toEqual([["", 2]]);
});

test("the acts of a phone are counted up, whatever its clock shows", async () => {
  const port = await newPhone();
  expect([await port.nextSequence(), await port.nextSequence()]).toEqual([1, 2]);
});

test("a phone whose store was made by a newer version opens it as it is, and nothing waiting is lost", async () => {
  const name = "newer";
  const port = await openPhone({ name });
  await port.carry([{ id: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a11", sealed: "h..i.c.t" }]);
  const newer = await openDB(name, 7, { upgrade: (db) => void db.createObjectStore("later") });
  newer.close();

  const again = await openPhone({ name });
  expect(await again.listAfter(0, 10)).toMatchObject([{ sealed: "h..i.c.t" }]);
});

test("a store that lies there in another shape is given what it lacks, and keeps what it has", async () => {
  const name = "replaced";
  const other = await openDB(name, 1, { upgrade: (db) => void db.createObjectStore("other") });
  await other.put("other", "stays", "key");
  other.close();

  const port = await openPhone({ name });
  await takeOver(port, told("a", "Mỷ"), PIN);
  expect((await currentLearner(port))?.profile.name).toBe("Mỷ");
  const seen = await openDB(name);
  expect(await seen.get("other", "key")).toBe("stays");
  seen.close();
});

test("when another version wants the store, it is let go and opened anew", async () => {
  const name = "wanted";
  let closed = 0;
  const port = await openPhone({ name, onClosed: () => (closed += 1) });
  expect(await port.readProfiles()).toEqual([]);
  const newer = await openDB(name, 3);
  newer.close();
  expect(closed).toBe(1);
  await expect(port.readProfiles()).rejects.toThrow(DOMException);
});
