import { expect } from "vitest";

import {
  endorseInVillage,
  findQueue,
  findVillageCase,
  listVillagePeople,
  nameCases,
  readAssessment,
  readBulkReview,
  readCase,
  revokeRecognition,
  issueDecision,
} from "#app/domain/evaluation/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { Day, valueOf } from "#app/domain/kernel/index.ts";
import { test, type TestDatabase } from "#tests/setup/test-with-db.ts";

import {
  addPerson,
  communeWith,
  depsOf,
  endorsed,
  handIn,
  prepare,
  submitted,
  verify,
} from "./evaluation-factory.ts";
import { BASE_IRI } from "./learning-factory.ts";
import { eraseOf } from "./record-erasure-factory.ts";

/** Ten lessons of the year, each of three hours. */
async function learned({ transact }: TestDatabase, { communeId, personId }: Actor) {
  const at = new Date("2026-11-20T03:00:00Z");
  const whose = { communeId, personId, courseId: "khoa-mau" };
  await transact("everywhere", async (db) => {
    await db.courseProgress.create({
      data: { ...whose, startedAt: at, lastActAt: at, lessonsDone: 10, minutes: 1800 },
    });
    await db.lessonProgress.createMany({
      data: Array.from({ length: 10 }, (_, index) => ({
        ...whose,
        lessonId: `bai-${index}`,
        openedAt: at,
        completedAt: at,
        minutes: 180,
        attempts: 1,
        contentVersion: "a".repeat(64),
      })),
    });
  });
}

test("when somebody's record is erased after she handed in, her case is weighed anew and is clear no more", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, villageId, attestor, official } = commune;
  const her = await addPerson(database.transact, { communeId, villageId, fullName: "Hà Thị Nga" });
  const neighbour = await addPerson(database.transact, { communeId, villageId });
  for (const who of [her, neighbour]) {
    await learned(database, who);
    const { assessmentId, revision } = await handIn(deps, who);
    valueOf(
      await endorseInVillage(deps, attestor, { communeId, assessmentId, revision, words: "" }),
    );
  }
  const queueRows = async () => {
    const { rows } = valueOf(await findQueue(deps, official, { communeId }));
    return new Map(rows.map((row) => [row.personId, row]));
  };

  const before = await queueRows();
  valueOf(
    await eraseOf({ deps: { ...deps, baseIri: BASE_IRI } }, database.ownerUrl, {
      person: { accountId: her.accountId },
    }),
  );
  const after = await queueRows();
  const row = after.get(her.personId);
  const file = valueOf(
    await readCase(deps, official, { communeId, assessmentId: row?.assessmentId ?? "" }),
  );

  expect(row?.flags).toContainEqual({ code: "records-gone" });
  expect(row?.suggestedTotal).not.toEqual(before.get(her.personId)?.suggestedTotal);
  expect(file.flags).toEqual(row?.flags);
  expect(file.suggestedTotal).toBe(row?.suggestedTotal);
  expect(after.get(neighbour.personId)).toEqual(before.get(neighbour.personId));
});

test("a recognition that was revoked is shown as revoked in every list, the case and her own trail", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, villageId, attestor, official } = commune;
  const hers = await endorsed(deps, commune);
  const kept = await endorsed(deps, commune);
  const { actId } = await verify(deps, commune, [hers, kept]);
  const decisionId = await prepare(deps, commune);
  const decidedOn = Day.parse("2026-11-22");
  const issued = valueOf(
    await issueDecision(deps, official, { communeId, decisionId, number: "1/QĐ", decidedOn }),
  );
  const entry = issued.entries.find(({ assessmentId }) => assessmentId === hers.assessmentId);
  valueOf(
    await revokeRecognition(deps, official, {
      communeId,
      registerEntryId: entry?.registerEntryId ?? "",
      reason: "nham-nguoi",
      words: "Biên bản số 3",
    }),
  );

  const assessmentIds = [hers.assessmentId, kept.assessmentId];
  const lists = {
    queue: valueOf(await findQueue(deps, official, { communeId })).rows,
    named: valueOf(await nameCases(deps, official, { communeId, assessmentIds })),
    press: valueOf(await readBulkReview(deps, official, { communeId, actId: actId ?? "" })).cases,
  };
  for (const [list, rows] of Object.entries(lists)) {
    const revoked = rows.filter((row) => row.revoked).map(({ assessmentId }) => assessmentId);
    expect(revoked, list).toEqual([hers.assessmentId]);
  }
  const { people } = valueOf(await listVillagePeople(deps, attestor, { villageId }));
  expect(people.filter(({ revoked }) => revoked).map(({ personId }) => personId)).toEqual([
    hers.person.personId,
  ]);
  const { assessmentId } = hers;
  expect(valueOf(await readCase(deps, official, { communeId, assessmentId })).revoked).toBe(true);
  expect(valueOf(await readAssessment(deps, hers.person)).recognition?.revocation).not.toBeNull();
});

test("who endorses after the year has ended still finds the case, and that reviews are closed", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, villageId, attestor } = commune;
  const late = await submitted(deps, commune);

  deps.at("2027-01-04T03:00:00Z");
  const said = await endorseInVillage(deps, attestor, { communeId, ...late, words: "" });
  const { personId } = late.person;
  const file = valueOf(await findVillageCase(deps, attestor, { villageId, personId }));

  expect(said).toMatchObject({ refusal: { code: "closed" } });
  expect(file).toMatchObject({ closed: true, assessment: { state: "submitted" } });
  expect(file.cycle.year).toBe(2026);
});
