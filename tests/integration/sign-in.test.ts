import { randomBytes } from "node:crypto";

import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { openSessions, signIn } from "#app/domain/identity/index.server.ts";
import { openTryLimit } from "#app/server/adapters/try-limits.server.ts";
import { addPerson, addVillage, NOW, PIN } from "#tests/setup/people.ts";
import { test as base, type TestDatabase } from "#tests/setup/test-with-db.ts";

const deviceKey = randomBytes(32);
const STRANGER = { device: null, address: "203.0.113.9" };

const test = base.extend<{ readonly door: ReturnType<typeof doorOf> }>({
  door: async ({ database }, use) => {
    const pool = new pg.Pool({ connectionString: database.url, options: "-c role=nephoc_app" });
    await use(doorOf(database, pool));
    await pool.end();
  },
});

function doorOf({ transact }: TestDatabase, pool: pg.Pool) {
  const deps = {
    transact,
    now: () => NOW,
    newId: () => uuidv7(),
    loginTries: openTryLimit(pool, { name: "login", tries: 5, windowSeconds: 900 }),
    addressTries: openTryLimit(pool, { name: "address", tries: 60, windowSeconds: 900 }),
    deviceKey,
  };
  return (login: string, pin: string, from: Partial<Parameters<typeof signIn>[1]> = {}) =>
    signIn(deps, { login, pin, ...STRANGER, ...from });
}

test("she signs in by card code, however she types it, and by phone number", async ({
  database: { transact },
  door,
}) => {
  const villageId = await addVillage(transact);
  const her = await addPerson(transact, {
    villageId,
    cardCode: "MYGA2345",
    phone: "0000123456",
    pin: PIN,
  });

  for (const login of [
    "MYGA-2345",
    " myga 2345 ",
    "0000 123 456",
    "+84000123456",
    "0000.123.456",
  ]) {
    const result = await door(login, PIN);
    expect(result).toMatchObject({ ok: true, value: { account: { personId: her.personId } } });
  }
});

test("people who share a phone are told apart by their PIN, else by their card", async ({
  database: { transact },
  door,
}) => {
  const villageId = await addVillage(transact);
  const shared = { villageId, phone: "0000123456" };
  const mother = await addPerson(transact, { ...shared, pin: PIN });
  await addPerson(transact, { ...shared, pin: "730164" });

  expect(await door("0000123456", PIN)).toMatchObject({
    value: { account: { personId: mother.personId } },
  });

  await addPerson(transact, { ...shared, pin: PIN });
  expect(await door("0000123456", PIN)).toMatchObject({ refusal: { code: "card-needed" } });
});

test("what cannot be a login or a PIN is said to be so", async ({ door }) => {
  expect(await door("chị Mỷ", PIN)).toMatchObject({ refusal: { code: "login-unreadable" } });
  expect(await door("0000123456", "12")).toMatchObject({ refusal: { code: "pin-unreadable" } });
  expect(await door("0000123456", PIN)).toMatchObject({ refusal: { code: "wrong" } });
});

test("a thousand guesses at once are five guesses", async ({ database: { transact }, door }) => {
  await addPerson(transact, {
    villageId: await addVillage(transact),
    cardCode: "MYGA2345",
    pin: PIN,
  });

  const guesses = await Promise.all(
    Array.from({ length: 30 }, (_, index) => door("MYGA2345", String(300_000 + index))),
  );

  const wrong = guesses.filter((guess) => !guess.ok && guess.refusal.code === "wrong");
  const told = guesses.filter((guess) => !guess.ok && guess.refusal.code === "wait");
  expect([wrong.length, told.length]).toEqual([5, 25]);
  expect(await door("MYGA2345", PIN)).toMatchObject({ refusal: { code: "wait" } });
});

test("a stranger's guesses do not lock her out of her own phone", async ({
  database: { transact },
  door,
}) => {
  await addPerson(transact, {
    villageId: await addVillage(transact),
    cardCode: "MYGA2345",
    pin: PIN,
  });
  const first = await door("MYGA2345", PIN);
  const device = first.ok ? first.value.device : null;

  for (let count = 0; count < 8; count += 1) await door("MYGA2345", "111222");

  expect(await door("MYGA2345", PIN)).toMatchObject({ refusal: { code: "wait", minutes: 15 } });
  expect(await door("MYGA2345", PIN, { device })).toMatchObject({ ok: true });
});

test("a session is known by its cookie, kept as a fingerprint, and ends when she leaves", async ({
  database: { transact },
}) => {
  const her = await addPerson(transact, { villageId: await addVillage(transact) });
  const sessions = openSessions({ transact, now: () => new Date(), secure: false });

  const cookie = (await sessions.begin({ id: her.accountId, communeId: her.communeId })).split(
    ";",
  )[0];
  const header = cookie ?? "";
  const read = await sessions.read(header);
  const [kept] = await transact("everywhere", (db) => db.session.findMany());

  expect(read?.actor).toMatchObject({ personId: her.personId, fullName: her.fullName });
  expect(header).not.toContain(kept?.id);
  await sessions.end(header);
  expect(await sessions.read(header)).toBeNull();
  expect(await sessions.read("phien=không-có")).toBeNull();
});
