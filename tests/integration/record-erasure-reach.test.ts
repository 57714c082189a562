import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { valueOf } from "#app/domain/kernel/index.ts";
import { erasePerson } from "#app/domain/record-office/index.server.ts";
import { findStatements, postingKey } from "#app/domain/xapi/index.server.ts";
import { BAC_HA, NOW, TA_VAN } from "#tests/setup/people.ts";

import {
  dump,
  eraseOf,
  keysOf,
  ORDER,
  ownKey,
  retainUntil,
  SECRET,
} from "./record-erasure-factory.ts";
import { BASE_IRI, chainOf, did, store, test, verb, voiding } from "./record-office-factory.ts";
import { query } from "./record-store-factory.ts";

const attached = (...hashes: readonly (string | undefined)[]) => ({
  attachments: hashes.map((sha2 = "") => ({
    usageType: "http://example.org/anh",
    display: { vi: "ảnh" },
    contentType: "image/png",
    length: 3,
    sha2,
  })),
});

test("her states, profiles, attempts and waiting letters go; other people's and the activities' stay", async ({
  database: { transact, ownerUrl },
  office,
}) => {
  const { my, sua } = office;
  const own = did(my);
  await store(transact, [own]);
  const document = (kind: "state" | "activity_profile" | "agent_profile", key: string | null) => ({
    id: uuidv7(),
    communeId: BAC_HA,
    kind,
    agentKey: key,
    activityId: kind === "agent_profile" ? null : `${BASE_IRI}/a`,
    documentId: "x",
    contentType: "text/plain",
    etag: "x",
    content: Buffer.from(key === ownKey(my.accountId) ? SECRET : "khác"),
    updatedAt: NOW,
  });
  await transact("everywhere", async (db) => {
    await db.xapiDocument.createMany({
      data: [
        document("state", ownKey(my.accountId)),
        document("agent_profile", ownKey(my.accountId)),
        document("state", ownKey(sua.accountId)),
        document("activity_profile", null),
      ],
    });
    const attempt = {
      communeId: BAC_HA,
      courseId: "khoa-mau",
      lessonId: "bai-mot",
      contentVersion: "1",
      submittedAt: NOW,
      scoreRaw: 1,
      scoreMax: 1,
      passed: true,
    };
    const answers = { q1: [SECRET] };
    await db.attempt.create({
      data: { ...attempt, id: uuidv7(), personId: my.personId, answers },
    });
    await db.attempt.create({
      data: { ...attempt, id: uuidv7(), communeId: TA_VAN, personId: sua.personId, answers: {} },
    });
    const forwardId = uuidv7();
    await db.xapiForward.create({
      data: {
        communeId: BAC_HA,
        id: forwardId,
        name: "Kho khác",
        endpoint: "https://khac.example",
        user: "x",
        sealedSecret: Buffer.alloc(1),
        version: "2.0.0",
        filters: "{}",
        stored: NOW,
        sequence: 0n,
        createdAt: NOW,
      },
    });
    await db.xapiDeadLetter.create({
      data: {
        communeId: BAC_HA,
        forwardId,
        statementId: own.id,
        stored: NOW,
        sequence: 1n,
        fault: SECRET,
        refusedAt: NOW,
      },
    });
  });

  const report = valueOf(await eraseOf(office, ownerUrl, { person: { accountId: my.accountId } }));
  expect(report).toMatchObject({ states: 1, agentProfiles: 1 });
  expect(await dump(ownerUrl)).not.toContain(Buffer.from(SECRET).toString("hex"));
  expect(await dump(ownerUrl)).not.toContain(SECRET);
  const left = await transact("everywhere", async (db) => ({
    documents: (await db.xapiDocument.findMany({ orderBy: { kind: "asc" } })).map(
      ({ kind, agentKey }) => [kind, agentKey],
    ),
    attempts: await db.attempt.count(),
    traces: await db.xapiErasure.findMany({ select: { statements: true, documents: true } }),
  }));
  expect(left).toEqual({
    documents: [
      ["state", ownKey(sua.accountId)],
      ["activity_profile", null],
    ],
    attempts: 1,
    traces: [{ statements: 1, documents: 2 }],
  });
});

test("an attachment goes when nothing that is left names it", async ({
  database: { transact, ownerUrl },
  office,
}) => {
  const { my, sua } = office;
  const [alone, shared, foreign] = ["a", "b", "c"].map((letter) => letter.repeat(64));
  await transact("everywhere", (db) =>
    db.xapiAttachment.createMany({
      data: [alone, shared, foreign].map((sha2 = "") => ({
        sha2,
        contentType: "image/png",
        length: 3n,
        createdAt: NOW,
      })),
    }),
  );
  await store(transact, [did(my, attached(alone?.toUpperCase(), shared))]);
  await store(transact, [did(sua, attached(shared)), did(sua, attached(foreign))], {
    communeId: TA_VAN,
  });

  const person = { accountId: my.accountId };
  expect(valueOf(await eraseOf(office, ownerUrl, { person, dryRun: true }))).toMatchObject({
    attachments: 1,
    removedAttachments: [],
  });
  expect(valueOf(await eraseOf(office, ownerUrl, { person }))).toMatchObject({
    attachments: 1,
    removedAttachments: [alone],
  });
  const left = await transact("everywhere", (db) =>
    db.xapiAttachment.findMany({ orderBy: { sha2: "asc" } }),
  );
  expect(left.map(({ sha2 }) => sha2)).toEqual([shared, foreign]);
});

test("a text that PostgreSQL cannot read as JSON is erased like any other, and still counted", async ({
  database: { transact, ownerUrl },
  office,
}) => {
  const { my } = office;
  const odd = did(my, { result: { response: `${SECRET} NUL HALF \\u0000 \\` } });
  await store(transact, [odd]);
  // The door refuses both today; what was kept before may hold them.
  await query(
    ownerUrl,
    String.raw`BEGIN; SET LOCAL app.communes = '*'; SET LOCAL app.lawful_erasure = 'on';
      UPDATE xapi_statement SET payload = replace(replace(payload, 'NUL', '\u0000'), 'HALF', '\ud800'); COMMIT`,
  );

  expect(
    valueOf(await eraseOf(office, ownerUrl, { person: { accountId: my.accountId } })).statements,
  ).toBe(1);
  expect(await dump(ownerUrl)).not.toContain(SECRET);
  const left = [
    postingKey("verb", verb("completed").id),
    postingKey("activity", `${BASE_IRI}/khoa-hoc/khoa-mau`),
    postingKey("related-agent", `account:${BASE_IRI}|nep-hoc`),
  ].toSorted();
  expect(await keysOf(ownerUrl, odd.id)).toEqual({ kept: left, posted: left });
});

test("what was stored before a day loses its text; the day itself and what came after stay", async ({
  database: { transact, ownerUrl },
  office,
}) => {
  const { my, sua, official } = office;
  const old = did(my, { result: { response: SECRET } });
  const older = did(sua, { result: { response: SECRET } });
  const young = did(my);
  await store(transact, [older], {
    communeId: TA_VAN,
    storedAt: new Date("2025-01-05T00:00:00Z"),
  });
  await store(transact, [old], { storedAt: new Date("2026-10-31T16:59:59.999Z") });
  await store(transact, [young], { storedAt: new Date("2026-10-31T17:00:00Z") });
  await store(transact, [voiding(official, old.id)], { storedAt: NOW });

  const report = valueOf(await retainUntil(office, ownerUrl, "2026-11-01"));
  expect(report.months).toEqual([
    { month: "2025-01", namedAs: "period", statements: 1 },
    { month: "2026-10", namedAs: "period", statements: 1 },
  ]);
  expect(await dump(ownerUrl)).not.toContain(SECRET);
  const { statements } = await transact("everywhere", (db) =>
    findStatements(db, { includeAll: true, verb: verb("completed").id }, { limit: 9 }),
  );
  expect(statements.map(({ id, payload, voided }) => [id, payload === null, voided])).toEqual([
    [expect.any(String), false, false],
    [young.id, false, false],
    [old.id, true, true],
    [older.id, true, false],
  ]);
  expect((await chainOf(transact, TA_VAN)).at(-1)).toMatchObject({
    action: "record.erased",
    subjectId: "2026-11-01",
    detail: { kind: "period", statements: 1 },
  });
  expect(await retainUntil(office, ownerUrl, "2026-11-23")).toMatchObject({
    refusal: { code: "day-in-future" },
  });
});

test("the application itself cannot erase, whatever it says", async ({
  database: { transact },
  office: { my },
}) => {
  await store(transact, [did(my)]);
  const erased = transact("everywhere", async (db) => {
    await db.$executeRaw`SELECT set_config('app.lawful_erasure', 'on', true)`;
    await db.$executeRaw`UPDATE xapi_statement SET payload = NULL, payload_hash = '', erasure_id = gen_random_uuid()`;
  });
  await expect(erased).rejects.toThrow(/permission denied|append-only/u);
});

test("when one step of an erasure fails, none of it was done", async ({
  database: { transact, ownerUrl },
  office,
}) => {
  const { my, deps } = office;
  await store(transact, [did(my, { result: { response: SECRET } })]);
  const before = await dump(ownerUrl);
  // The trace of the first erasure stands under this id already.
  const [id, again] = [uuidv7(), uuidv7()];
  const erase = (newId: () => string) =>
    erasePerson(
      { ...deps, newId, ownerUrl, forget: async () => undefined },
      { ...ORDER, person: { accountId: my.accountId } },
    );
  await transact("everywhere", (db) =>
    db.xapiErasure.create({
      data: {
        communeId: BAC_HA,
        id,
        at: NOW,
        byName: "x",
        basis: "x",
        kind: "person",
        statements: 0,
        documents: 0,
      },
    }),
  );

  await expect(erase(() => id)).rejects.toThrow(/unique|duplicate/iu);
  expect(await dump(ownerUrl)).toContain(SECRET);
  expect(before).toContain(SECRET);
  expect(await erase(() => again)).toMatchObject({ ok: true });
});
