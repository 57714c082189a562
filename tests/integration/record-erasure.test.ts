import { createHash } from "node:crypto";

import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { browseRecords, readRecord } from "#app/domain/record-office/index.server.ts";
import { postingKey, sealDays, sealKeyOf, verifySeals } from "#app/domain/xapi/index.server.ts";
import { BAC_HA, LAO_CAI, NOW, TA_VAN } from "#tests/setup/people.ts";

import { about, dump, eraseOf, ORDER, retainUntil, SECRET } from "./record-erasure-factory.ts";
import {
  actorOf,
  authorityOf,
  BAC_HA_DESK,
  BASE_IRI,
  chainOf,
  did,
  found,
  givenClient,
  NO_FILTER,
  PROVINCE_DESK,
  store,
  test,
  verb,
} from "./record-office-factory.ts";
import { query } from "./record-store-factory.ts";

test("a person's statements lose her name and every word, and are still counted", async ({
  database: { transact, ownerUrl },
  office,
}) => {
  const { my, official, sua } = office;
  const client = await givenClient(office);
  const authority = authorityOf(client);
  const registration = uuidv7();
  const named = { ...actorOf(my), name: SECRET };
  const own = did(my, {
    actor: named,
    result: { response: SECRET },
    context: {
      registration,
      contextActivities: { parent: [{ id: `${BASE_IRI}/khoa-hoc/cha` }] },
    },
  });
  const within = did(official, {
    context: { team: { objectType: "Group", name: "Nhóm", member: [named] } },
  });
  const aboutHer = did(official, { object: named, verb: verb("commented") });
  const planned = did(official, {
    object: {
      objectType: "SubStatement",
      actor: named,
      verb: verb("attended"),
      object: { id: `${BASE_IRI}/khoa-hoc/khac` },
    },
  });
  const elsewhere = did(my, { actor: named });
  const hers = did(sua, { result: { response: "của Súa" } });
  await store(transact, [own, within, aboutHer, planned], { authority });
  await store(transact, [elsewhere], { communeId: LAO_CAI, authority });
  await store(transact, [hers], { communeId: TA_VAN });
  const before = await transact("everywhere", async (db) => ({
    statements: await db.xapiStatement.count(),
    payload: (await db.xapiStatement.findFirst({ where: { id: own.id } }))?.payload ?? "",
  }));
  expect(await dump(ownerUrl)).toContain(SECRET);

  const report = valueOf(await eraseOf(office, ownerUrl, { person: { accountId: my.accountId } }));
  expect(report).toMatchObject({
    statements: 5,
    months: [
      { month: "2026-11", namedAs: "about", statements: 3 },
      { month: "2026-11", namedAs: "beside", statements: 2 },
    ],
  });

  const left = await dump(ownerUrl);
  expect(left).not.toContain(SECRET);
  expect(left).toContain("của Súa");
  expect(await transact("everywhere", (db) => db.xapiStatement.count())).toBe(before.statements);
  const counted = async (key: string) =>
    (await query(ownerUrl, `SELECT count(*)::int AS n FROM xapi_posting WHERE key = '${key}'`))[0];
  expect(await counted(postingKey("verb", verb("completed").id))).toEqual({ n: 5 });
  expect(await counted(postingKey("related-activity", `${BASE_IRI}/khoa-hoc/cha`))).toEqual({
    n: 1,
  });
  expect(await counted(postingKey("related-activity", `${BASE_IRI}/khoa-hoc/khac`))).toEqual({
    n: 1,
  });
  const sender = `account:${BASE_IRI}|client:${client.clientId}`;
  expect(await counted(postingKey("related-agent", sender))).toEqual({ n: 5 });
  const key = `account:${BASE_IRI}|${my.accountId}`;
  for (const kind of ["agent", "related-agent"] as const) {
    expect(await counted(postingKey(kind, key))).toEqual({ n: 0 });
  }
  expect(await counted(postingKey("agent-verb", `${key} ${verb("completed").id}`))).toEqual({
    n: 0,
  });
  expect(await counted(postingKey("registration", registration))).toEqual({ n: 0 });

  const [row] = await query(
    ownerUrl,
    `SELECT payload, encode(payload_hash, 'hex') AS hash, erasure_id FROM xapi_statement
     WHERE id = '${own.id}'`,
  );
  expect(row).toEqual({
    payload: null,
    hash: createHash("sha256").update(before.payload).digest("hex"),
    erasure_id: report.erasureId,
  });
});

test("an erasure leaves its trace in every commune it touched: who, why, how many", async ({
  database: { transact, ownerUrl },
  office,
}) => {
  const { my, deps, official, officer } = office;
  const own = did(my);
  await store(transact, [own, did(my)]);
  await store(transact, [did(my)], { communeId: LAO_CAI });
  const report = valueOf(await eraseOf(office, ownerUrl, { person: { accountId: my.accountId } }));

  const traces = await transact("everywhere", (db) =>
    db.xapiErasure.findMany({ orderBy: { statements: "asc" } }),
  );
  const trace = { id: report.erasureId, at: NOW, byName: "Người quản trị", kind: "person" };
  expect(traces).toEqual([
    { ...trace, basis: ORDER.basis, communeId: LAO_CAI, statements: 1, documents: 0 },
    { ...trace, basis: ORDER.basis, communeId: BAC_HA, statements: 2, documents: 0 },
  ]);
  expect((await chainOf(transact, BAC_HA)).at(-1)).toMatchObject({
    action: "record.erased",
    actorName: "Người quản trị",
    subjectId: my.personId,
    detail: { basis: ORDER.basis, statements: 2, erasureId: report.erasureId },
  });
  expect((await transact("everywhere", (db) => verifyAudit(db))).faults).toEqual([]);

  // At the desk it is there, without a word of what it was.
  const input = { desk: BAC_HA_DESK, filter: NO_FILTER, after: null };
  const { lines, names } = valueOf(await browseRecords(deps, official, input));
  expect(lines.map(({ parts }) => parts)).toEqual([null, null]);
  expect(names).toEqual({});
  const file = valueOf(
    await readRecord(deps, officer, { desk: PROVINCE_DESK, statementId: own.id }),
  );
  expect(file.content).toMatchObject({
    state: "erased",
    erasure: { at: NOW, basis: ORDER.basis },
  });
});

test("nobody is found any more through a statement that was erased; who refers to it keeps her own", async ({
  database: { transact, ownerUrl },
  office,
}) => {
  const { my, official, sua } = office;
  const own = did(my);
  const comment = did(official, { ...about(own.id), verb: verb("commented") });
  const above = did(sua, { ...about(comment.id), verb: verb("responded") });
  await store(transact, [own]);
  await store(transact, [comment]);
  await store(transact, [above]);
  expect(await found(office, { personId: my.personId })).toEqual([above.id, comment.id, own.id]);

  await eraseOf(office, ownerUrl, { person: { accountId: my.accountId } });
  expect(await found(office, { personId: my.personId })).toEqual([]);
  // Both are still found by what the chain is about, and by each other.
  expect(await found(office, { verb: "completed" })).toEqual([above.id, comment.id, own.id]);
  expect(await found(office, { personId: official.personId })).toEqual([above.id, comment.id]);
  const kept = await transact("everywhere", (db) =>
    db.xapiStatement.count({ where: { payload: { not: null } } }),
  );
  expect(kept).toBe(2);
});

test("in a chain, a key that another statement still gives stays", async ({
  database: { transact, ownerUrl },
  office,
}) => {
  const { my, official, sua } = office;
  const lowest = did(official);
  // Names both: when it is erased for Mỷ, the official is still found above through the lowest.
  const middle = did(official, { ...about(lowest.id), context: { instructor: actorOf(my) } });
  const highest = did(sua, about(middle.id));
  await store(transact, [lowest]);
  await store(transact, [middle]);
  await store(transact, [highest]);

  await eraseOf(office, ownerUrl, { person: { accountId: my.accountId } });
  expect(await found(office, { personId: official.personId })).toEqual([
    highest.id,
    middle.id,
    lowest.id,
  ]);
});

test("a dry run says what would go and changes nothing", async ({
  database: { transact, ownerUrl },
  office,
}) => {
  const { my } = office;
  await store(transact, [did(my)], { storedAt: new Date("2026-09-30T17:00:00Z") });
  await store(transact, [did(my), did(my)]);
  const before = await dump(ownerUrl);

  const person = { accountId: my.accountId };
  expect(valueOf(await eraseOf(office, ownerUrl, { person, dryRun: true }))).toMatchObject({
    erasureId: null,
    statements: 3,
    months: [
      { month: "2026-10", statements: 1 },
      { month: "2026-11", statements: 2 },
    ],
  });
  expect(valueOf(await retainUntil(office, ownerUrl, "2026-11-22", true))).toMatchObject({
    erasureId: null,
    statements: 1,
  });
  expect(await dump(ownerUrl)).toBe(before);
});

test("whom nobody knows is not erased; a card names her; a second time there is nothing left", async ({
  database: { transact, ownerUrl },
  office,
}) => {
  const { my } = office;
  await store(transact, [did(my)]);
  const [{ card } = { card: "" }] = await query(
    ownerUrl,
    `SELECT card_code AS card FROM account WHERE id = '${my.accountId}'`,
  );
  const erase = (person: { readonly accountId: string } | { readonly cardCode: string }) =>
    eraseOf(office, ownerUrl, { person });

  expect(await erase({ accountId: uuidv7() })).toMatchObject({
    refusal: { code: "person-unknown" },
  });
  expect(await erase({ cardCode: "ZZZZ9999" })).toMatchObject({
    refusal: { code: "person-unknown" },
  });
  expect(valueOf(await erase({ cardCode: String(card) })).statements).toBe(1);
  expect(valueOf(await erase({ cardCode: String(card) })).statements).toBe(0);
  expect((await chainOf(transact, BAC_HA)).map(({ action }) => action)).toEqual([
    "record.erased",
    "record.erased",
  ]);
});

test("days that were sealed before an erasure are still whole, and the erasure accounts for every text", async ({
  database: { transact, ownerUrl },
  office,
}) => {
  const { my, sua } = office;
  await store(transact, [did(my), did(my), did(sua)]);
  await store(transact, [did(my)], { communeId: TA_VAN });
  const key = sealKeyOf(new Uint8Array(32));
  const sealed = await transact("everywhere", (db) => sealDays(db, key, NOW));
  expect(sealed).toHaveLength(2);

  await eraseOf(office, ownerUrl, { person: { accountId: my.accountId } });
  expect(await transact("everywhere", (db) => verifySeals(db, [key]))).toMatchObject({
    statements: 4,
    faults: [],
    strays: { gone: 0, unlisted: 0, unaccounted: 0, open: 0 },
  });
});
