import { randomBytes } from "node:crypto";
import { EventEmitter, once } from "node:events";

import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { ChangePinForm } from "#app/domain/identity/index.ts";
import {
  changePin,
  checkOwnPin,
  findActor,
  openSessions,
  signIn,
} from "#app/domain/identity/index.server.ts";
import { openGuessLimits } from "#app/server/adapters/guess-limits.server.ts";
import { addPerson, addVillage, NOW, PIN } from "#tests/setup/people.ts";
import { test as base, type TestDatabase } from "#tests/setup/test-with-db.ts";

const deviceKey = randomBytes(32);
const STRANGER = { device: null, address: "203.0.113.9" };

type Door = ReturnType<typeof doorOf>;

const test = base.extend<{ readonly door: Door }>({
  door: async (
    { database }: { readonly database: TestDatabase },
    use: (door: Door) => Promise<void>,
  ) => {
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
    ...openGuessLimits(pool),
    evenTime: () => Promise.resolve(),
    deviceKey,
  };
  const door = (login: string, pin: string, from: Partial<Parameters<typeof signIn>[1]> = {}) =>
    signIn(deps, { login, pin, ...STRANGER, ...from });
  return Object.assign(door, { deps });
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

  expect(await door("MYGA2345", PIN)).toMatchObject({ refusal: { code: "wait", minutes: 3 } });
  expect(await door("MYGA2345", PIN, { device })).toMatchObject({ ok: true });
});

test("who signs in with her own PIN gives no more guesses at those who share her number", async ({
  database: { transact },
  door,
}) => {
  const shared = { villageId: await addVillage(transact), phone: "0000123456" };
  await addPerson(transact, { ...shared, pin: PIN });
  await addPerson(transact, { ...shared, cardCode: "MYGA2345", pin: "730164" });

  const told: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (let count = 0; count < 4; count += 1) {
      const guess = await door("0000123456", String(300_000 + round * 10 + count));
      told.push(guess.ok ? "in" : guess.refusal.code);
    }
    await door("0000123456", PIN);
  }

  // Each round her own PIN opens her own account again, and the other one stays closed.
  expect(told.filter((code) => code === "wrong").length).toBeLessThanOrEqual(5);
  expect(await door("0000123456", PIN)).toMatchObject({ ok: true });
  expect(await door("MYGA2345", "730164")).toMatchObject({ refusal: { code: "wait" } });
});

test("a family that shares a number signs in again and again without using up one another's tries", async ({
  database: { transact },
  door,
}) => {
  const shared = { villageId: await addVillage(transact), phone: "0000123456" };
  await addPerson(transact, { ...shared, pin: PIN });
  const other = await addPerson(transact, { ...shared, pin: "730164" });

  for (let count = 0; count < 8; count += 1) await door("0000123456", PIN);

  expect(await door("0000123456", "730164")).toMatchObject({
    value: { account: { personId: other.personId } },
  });
});

test("guesses by card, by number and by face are guesses at one account", async ({
  database: { transact },
  door,
}) => {
  const villageId = await addVillage(transact);
  await addPerson(transact, { villageId, cardCode: "MYGA2345", phone: "0000123456", pin: PIN });

  const told: string[] = [];
  for (let count = 0; count < 4; count += 1) {
    for (const login of ["MYGA2345", "0000123456"]) {
      const guess = await door(login, String(300_000 + count));
      told.push(guess.ok ? "in" : guess.refusal.code);
    }
  }

  expect(told).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong", "wait", "wait", "wait"]);
});

test("sixty wrong PINs from one address shut nobody out whose phone is known", async ({
  database: { transact },
  door,
}) => {
  const villageId = await addVillage(transact);
  await addPerson(transact, { villageId, cardCode: "MYGA2345", pin: PIN });
  const first = await door("MYGA2345", PIN);
  const device = first.ok ? first.value.device : null;

  const told: string[] = [];
  for (let count = 0; count < 70; count += 1) {
    const guess = await door(`00009${String(10_000 + count)}`, "111222");
    told.push(guess.ok ? "in" : guess.refusal.code);
  }

  expect(told.filter((code) => code === "wait").length).toBeGreaterThan(5);
  expect(await door("MYGA2345", PIN, { device })).toMatchObject({ ok: true });
});

test("whoever holds her session has five guesses at her PIN, with or without her phone's mark", async ({
  database: { transact },
  door,
}) => {
  const her = await addPerson(transact, { villageId: await addVillage(transact), pin: PIN });
  const actor = await transact("everywhere", (db) =>
    findActor(db, { accountId: her.accountId, helper: null }, NOW),
  );
  if (actor === null) throw new Error("no actor");

  const told: string[] = [];
  for (let count = 0; count < 4; count += 1) {
    const pin = String(300_000 + count);
    const asked = await checkOwnPin(door.deps, actor, { pin, device: null });
    const form = ChangePinForm.parse({ current: pin, next: "730164", again: "730164" });
    const changed = await changePin(door.deps, actor, form);
    told.push(...[asked, changed].map((each) => (each.ok ? "in" : each.refusal.code)));
  }

  expect(told).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong", "wait", "wait", "wait"]);
});

test("by every way in together a day has no more than a hundred guesses at one account", async ({
  database: { transact, url },
  door,
}) => {
  const villageId = await addVillage(transact);
  const her = await addPerson(transact, { villageId, cardCode: "MYGA2345", pin: PIN });
  const entered = await door("MYGA2345", PIN);
  const device = entered.ok ? entered.value.device : null;
  const actor = await transact("everywhere", (db) =>
    findActor(db, { accountId: her.accountId, helper: null }, NOW),
  );
  if (actor === null) throw new Error("no actor");

  const clock = new pg.Client({ connectionString: url });
  await clock.connect();
  let guesses = 0;
  // Every hour of a day, until each way in says to wait.
  for (let hour = 0; hour < 24; hour += 1) {
    await clock.query("UPDATE rate_limit SET expire = expire - 3600000");
    for (let made = 1; made > 0;) {
      const results = [
        await door("MYGA2345", "300111"),
        await door("MYGA2345", "300111", { device }),
        await checkOwnPin(door.deps, actor, { pin: "300111", device: null }),
      ];
      made = results.filter((each) => !each.ok && each.refusal.code === "wrong").length;
      guesses += made;
    }
  }

  await clock.end();

  expect(guesses).toBeLessThanOrEqual(100);
  expect(guesses).toBeGreaterThan(60);
});

test("the answer waits for its time, whoever shares a number", async ({
  database: { transact },
  door,
}) => {
  const villageId = await addVillage(transact);
  await addPerson(transact, { villageId, phone: "0000123456", pin: PIN });
  const clock = new EventEmitter();
  const evenTime = async () => {
    await once(clock, "time");
  };

  for (const [login, pin] of [
    ["0000123456", PIN],
    ["0000123456", "300111"],
    ["0000999999", PIN],
  ] as const) {
    const guess = { login, pin, ...STRANGER };
    const asked = signIn({ ...door.deps, evenTime }, guess).then(() => "answered");
    // As long as a guess takes.
    const meanwhile = signIn(door.deps, guess).then(() => "still waiting");
    expect(await Promise.race([asked, meanwhile])).toBe("still waiting");
    clock.emit("time");
    expect(await asked).toBe("answered");
  }
});

test("a session that is begun ends the one that this browser had", async ({
  database: { transact },
}) => {
  const her = await addPerson(transact, { villageId: await addVillage(transact) });
  const sessions = openSessions({ transact, now: () => new Date(), secure: false });
  const account = { id: her.accountId, communeId: her.communeId };
  const before = (await sessions.begin(account, null)).split(";")[0] ?? "";

  const after = (await sessions.begin(account, before)).split(";")[0] ?? "";

  expect(await sessions.read(before)).toBeNull();
  expect(await sessions.read(after)).not.toBeNull();
});

test("a session is known by its cookie, kept as a fingerprint, and ends when she leaves", async ({
  database: { transact },
}) => {
  const her = await addPerson(transact, { villageId: await addVillage(transact) });
  const sessions = openSessions({ transact, now: () => new Date(), secure: false });

  const account = { id: her.accountId, communeId: her.communeId };
  const header = (await sessions.begin(account, null)).split(";")[0] ?? "";
  const read = await sessions.read(header);
  const [kept] = await transact("everywhere", (db) => db.session.findMany());

  expect(read?.actor).toMatchObject({ personId: her.personId, fullName: her.fullName });
  expect(header).not.toContain(kept?.id);
  await sessions.end(header);
  expect(await sessions.read(header)).toBeNull();
  expect(await sessions.read("phien=không-có")).toBeNull();
});

test("two sessions in one request open neither, and under https its cookie is this host's alone", async ({
  database: { transact },
}) => {
  const her = await addPerson(transact, { villageId: await addVillage(transact) });
  const account = { id: her.accountId, communeId: her.communeId };
  const sessions = openSessions({ transact, now: () => new Date(), secure: true });
  const begun = await sessions.begin(account, null);
  const cookie = begun.split(";")[0] ?? "";
  const [name = ""] = cookie.split("=");

  expect(begun).toMatch(/^__Host-phien=[a-z0-9]+;.*Path=\/;.*Secure/u);
  expect(begun).not.toMatch(/Domain/u);
  expect(await sessions.read(`a=b; ${cookie}`)).not.toBeNull();
  for (const tossed of [`${name}=abc; ${cookie}`, `${cookie}; ${name}=`, `${cookie};${name}=a=b`]) {
    expect(sessions.isAmbiguous(tossed)).toBe(true);
    expect(await sessions.read(tossed)).toBeNull();
  }
  // What the content's origin could set has another name.
  expect(sessions.isAmbiguous(`${cookie}; phien=abc`)).toBe(false);
  expect(await sessions.read(cookie.replace("__Host-", ""))).toBeNull();
});
