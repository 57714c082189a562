import { randomBytes } from "node:crypto";

import pg from "pg";
import { expect } from "vitest";

import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { RegistrationForm } from "#app/domain/identity/index.ts";
import { openSessions, readPerson, resetPin, signIn } from "#app/domain/identity/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { openGuessLimits } from "#app/server/adapters/guess-limits.server.ts";
import { BAC_HA } from "#tests/setup/people.ts";

import { auditOf, countPeople, type Desk, freshId, test, TYPED } from "./people-desk-factory.ts";

async function trySignIn({ deps }: Desk, url: string, login: string, pin: string) {
  const pool = new pg.Pool({ connectionString: url, options: "-c role=nephoc_app" });
  const result = await signIn(
    {
      ...deps,
      ...openGuessLimits(pool),
      evenTime: () => Promise.resolve(),
      deviceKey: randomBytes(32),
    },
    { login, pin, device: null, address: "203.0.113.9" },
  );
  await pool.end();
  return result;
}

async function countWaiting(watcher: pg.Client): Promise<number> {
  const { rowCount } = await watcher.query(
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return rowCount ?? 0;
}

test("whom the commune registers signs in with the card and the PIN", async ({
  database: { url, transact },
  desk,
}) => {
  const card = valueOf(await desk.register());

  const signedIn = await trySignIn(desk, url, card.cardCode, card.pin);

  expect(signedIn).toMatchObject({ ok: true, value: { account: { personId: card.personId } } });
  const kept = await transact("everywhere", (db) => db.account.findMany());
  expect(JSON.stringify(kept)).not.toContain(card.pin);
  const consent = await transact("everywhere", (db) =>
    db.consent.findFirst({ where: { personId: card.personId } }),
  );
  expect(consent).toMatchObject({ language: "hmn", givenBy: "self", explainedBy: "Lù Văn Sử" });
  expect(await auditOf(transact, card.personId)).toEqual([
    "person.registered | Lù Văn Sử | Công chức, Xã Bắc Hà",
  ]);
  const audit = await transact("everywhere", (db) => verifyAudit(db));
  expect(audit.faults).toEqual([]);
});

test("without her yes nothing is stored", async ({ database: { transact }, desk }) => {
  const before = await countPeople(transact);

  for (const consent of ["", "no", "on"]) {
    const read = RegistrationForm.safeParse({ ...TYPED, villageId: desk.villageId, consent });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(["consent"]);
    expect(() => desk.register({ consent })).toThrow("consent");
  }

  expect(await countPeople(transact)).toEqual(before);
});

test("a form sent twice, or pressed twice at once, is one person", async ({
  database: { transact },
  desk,
}) => {
  const before = await countPeople(transact);
  const personId = freshId();

  const pressed = await Promise.all([
    desk.register({}, { personId }),
    desk.register({}, { personId }),
    desk.register({}, { personId }),
  ]);
  const reloaded = await desk.register({}, { personId });

  expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
  expect(reloaded).toEqual({ ok: false, refusal: { code: "already-registered", personId } });
  expect((await countPeople(transact)).people).toBe(before.people + 1);
});

test("two forms of the same newcomer sent at once are one person, and a question about the other", async ({
  database: { url },
  desk,
}) => {
  const fullName = "Giàng Thị Say";
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  const watcher = new pg.Client({ connectionString: url });
  await watcher.connect();
  // While nobody can end, all are under way at once.
  await holder.query("BEGIN; LOCK TABLE audit_head IN EXCLUSIVE MODE");
  const sending = Promise.all([1, 2, 3].map(() => desk.register({ fullName })));
  try {
    await expect.poll(() => countWaiting(watcher), { timeout: 10_000 }).toBe(3);
  } finally {
    await holder.end();
    await watcher.end();
  }

  const sent = await sending;
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
  expect(sent.filter((each) => !each.ok && each.refusal.code === "namesakes")).toHaveLength(2);
});

test("a form that was gone back to and filled in for somebody else is somebody else", async ({
  desk,
}) => {
  const personId = freshId();
  await desk.register({}, { personId });

  const other = valueOf(await desk.register({ fullName: "Sùng A Páo" }, { personId }));

  expect(other.personId).not.toBe(personId);
});

test("an id that somebody in another commune has registers nobody", async ({
  database: { transact },
  desk,
}) => {
  const before = await countPeople(transact);

  const result = await desk.register({}, { personId: desk.stranger.personId });

  expect(result).toMatchObject({ refusal: { code: "already-registered" } });
  expect(await countPeople(transact)).toEqual(before);
});

test("people who may be the same one are shown before anything is written", async ({ desk }) => {
  const first = valueOf(await desk.register());

  const again = await desk.register({ fullName: "giang thi do" });
  expect(again).toMatchObject({
    refusal: {
      code: "namesakes",
      namesakes: [{ personId: first.personId, birthYear: 1988, villageName: "Thôn Hoa Mận" }],
    },
  });
  expect(await desk.register({ birth: "" })).toMatchObject({ refusal: { code: "namesakes" } });
  expect(await desk.register({ birth: "1991" })).toMatchObject({ ok: true });

  const seen = await desk.register({}, { namesakesSeen: [first.personId] });
  expect(seen).toMatchObject({ ok: true });
});

test("for a child a registered adult of the commune consents", async ({
  database: { transact },
  desk,
}) => {
  const mother = valueOf(await desk.register());
  const child = { fullName: "Giàng A Sò", birth: "01/12/2010" };

  expect(await desk.register(child)).toMatchObject({ refusal: { code: "guardian-needed" } });
  expect(await desk.register({ ...child, guardianCard: "ZZZZ-2345" })).toMatchObject({
    refusal: { code: "guardian-unknown" },
  });
  const registered = valueOf(await desk.register({ ...child, guardianCard: mother.cardCode }));

  const file = valueOf(
    await readPerson(desk.deps, desk.official, {
      communeId: BAC_HA,
      personId: registered.personId,
    }),
  );
  expect(file).toMatchObject({ guardianName: "Giàng Thị Dợ", consent: { givenBy: "guardian" } });
  expect(await auditOf(transact, registered.personId)).toHaveLength(2);
  expect(await desk.register({ fullName: "Giàng A Lử", birth: "22/11/2010" })).toMatchObject({
    ok: true,
  });
});

test("what cannot be is refused: a birth to come, a village of another commune", async ({
  desk,
}) => {
  expect(await desk.register({ birth: "23/11/2026" })).toMatchObject({
    refusal: { code: "birth-in-future" },
  });
  expect(await desk.register({ villageId: desk.stranger.villageId })).toMatchObject({
    refusal: { code: "village-unknown" },
  });
});

test("a new PIN opens the way in, ends her sessions, and the old one is void", async ({
  database: { url, transact },
  desk,
}) => {
  const card = valueOf(await desk.register());
  const account = valueOf(await trySignIn(desk, url, card.cardCode, card.pin)).account;
  const sessions = openSessions({ transact, now: () => new Date(), secure: false });
  const cookie = (await sessions.begin(account, null)).split(";")[0] ?? "";
  const person = { communeId: BAC_HA, personId: card.personId };
  const { pinMark } = valueOf(await readPerson(desk.deps, desk.official, person));

  const fresh = valueOf(
    await resetPin(desk.deps, desk.official, { ...person, pinMark: pinMark ?? "" }),
  );

  expect(await sessions.read(cookie)).toBeNull();
  expect(fresh.cardCode).toBe(card.cardCode);
  expect(await trySignIn(desk, url, card.cardCode, card.pin)).toMatchObject({ ok: false });
  expect(await trySignIn(desk, url, card.cardCode, fresh.pin)).toMatchObject({ ok: true });
  expect(
    await resetPin(desk.deps, desk.official, { ...person, pinMark: pinMark ?? "" }),
  ).toMatchObject({
    refusal: { code: "pin-changed" },
  });
  expect(await auditOf(transact, card.personId)).toContain(
    "account.pin-reset | Lù Văn Sử | Công chức, Xã Bắc Hà",
  );
});
