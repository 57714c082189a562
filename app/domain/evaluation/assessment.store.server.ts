import { z } from "zod";

import type { OwnScores } from "#app/domain/criteria/index.ts";
import type { Db } from "#app/db/index.server.ts";
import { PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import type { PortfolioHolder } from "#app/domain/portfolio/index.ts";

import { CaseSnapshot } from "./snapshot.ts";
import type { AssessmentState } from "./states.ts";
import type { AssessmentView, QueueState } from "./view.ts";

/** An assessment with what its owner is not shown. */
export interface AssessmentRecord extends AssessmentView {
  readonly cycleId: string;
  readonly snapshotId: string | null;
}

const Scores = z.record(z.string(), z.object({ score: z.int().nullable(), words: z.string() }));

type Row = Awaited<ReturnType<Db["assessment"]["findMany"]>>[number];

function recordOf(row: Row): AssessmentRecord {
  return {
    communeId: PlaceId.parse(row.communeId),
    id: row.id,
    cycleId: row.cycleId,
    personId: PersonId.parse(row.personId),
    villageId: PlaceId.parse(row.villageId),
    citizenGroup: row.citizenGroup,
    state: row.state,
    scores: Scores.parse(row.scores),
    revision: row.revision,
    snapshotId: row.snapshotId,
    updatedAt: row.updatedAt,
    submittedAt: row.submittedAt,
  };
}

/** A person's assessment in a cycle; null before the first save. */
export async function findOwn(
  db: Db,
  owner: { readonly communeId: PlaceId; readonly personId: PersonId },
  cycleId: string,
): Promise<AssessmentRecord | null> {
  const { communeId, personId } = owner;
  const row = await db.assessment.findUnique({
    where: { communeId_cycleId_personId: { communeId, cycleId, personId } },
  });
  return row === null ? null : recordOf(row);
}

/** The same, held until the transaction ends. */
export async function lockOwn(
  db: Db,
  owner: { readonly communeId: PlaceId; readonly personId: PersonId },
  cycleId: string,
): Promise<AssessmentRecord | null> {
  await db.$queryRaw`
    SELECT 1 FROM assessment
    WHERE commune_id = ${owner.communeId}::uuid AND cycle_id = ${cycleId}::uuid
      AND person_id = ${owner.personId}::uuid
    FOR UPDATE`;
  return findOwn(db, owner, cycleId);
}

/** An empty draft at revision 0, unless there is an assessment already; then held. */
export async function lockOwnOrDraft(
  db: Db,
  holder: PortfolioHolder,
  cycleId: string,
  fresh: { readonly id: string; readonly at: Date },
): Promise<AssessmentRecord> {
  const { communeId, personId, villageId, citizenGroup } = holder;
  await db.assessment.createMany({
    data: [
      {
        communeId,
        id: fresh.id,
        cycleId,
        personId,
        villageId,
        citizenGroup,
        state: "draft",
        scores: {},
        revision: 0,
        createdAt: fresh.at,
        updatedAt: fresh.at,
      },
    ],
    skipDuplicates: true,
  });
  const record = await lockOwn(db, holder, cycleId);
  if (record === null) throw new Error("a draft that was just kept is gone");
  return record;
}

/** One assessment, as it is; null when there is none within reach. */
export async function findAssessment(
  db: Db,
  communeId: PlaceId,
  id: string,
): Promise<AssessmentRecord | null> {
  const row = await db.assessment.findUnique({ where: { communeId_id: { communeId, id } } });
  return row === null ? null : recordOf(row);
}

/** Assessments of a commune by id, held until the transaction ends; unknown ids are missing. */
export async function lockAssessments(
  db: Db,
  communeId: PlaceId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AssessmentRecord>> {
  await db.$queryRaw`
    SELECT 1 FROM assessment WHERE commune_id = ${communeId}::uuid AND id = ANY (${ids}::uuid[])
    ORDER BY id FOR UPDATE`;
  return findAssessments(db, communeId, ids);
}

/** Assessments of a commune by id; unknown ids are missing. */
export async function findAssessments(
  db: Db,
  communeId: PlaceId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AssessmentRecord>> {
  const rows = await db.assessment.findMany({ where: { communeId, id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
}

/** Where what these people handed in stands; who handed in nothing is missing. */
export async function findHandedIn(
  db: Db,
  communeId: PlaceId,
  cycleId: string,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, { readonly state: QueueState; readonly revoked: boolean }>> {
  const rows = await db.$queryRaw<
    { personId: PersonId; state: AssessmentState; revoked: boolean }[]
  >`
    SELECT a.person_id AS "personId", a.state::text AS state, r.id IS NOT NULL AS revoked
    FROM assessment a
    LEFT JOIN register_entry e ON e.commune_id = a.commune_id AND e.assessment_id = a.id
    LEFT JOIN revocation r ON r.commune_id = e.commune_id AND r.register_entry_id = e.id
    WHERE a.commune_id = ${communeId}::uuid AND a.cycle_id = ${cycleId}::uuid
      AND a.person_id = ANY (${personIds}::uuid[])`;
  return new Map(
    rows.flatMap(({ personId, state, revoked }) =>
      state === "draft" ? [] : [[personId, { state, revoked }] as const],
    ),
  );
}

/** What changes beside the revision, which always goes up by one. */
export interface AssessmentChange {
  readonly state?: AssessmentState;
  readonly scores?: OwnScores;
  readonly snapshotId?: string;
  readonly submittedAt?: Date;
  readonly villageId?: PlaceId;
  readonly citizenGroup?: string;
}

/** Changes a held assessment and answers with its new revision. */
export async function changeAssessment(
  db: Db,
  held: AssessmentRecord,
  change: AssessmentChange,
  at: Date,
): Promise<number> {
  const { communeId, id, revision } = held;
  const { count } = await db.assessment.updateMany({
    where: { communeId, id, revision },
    data: { ...change, revision: revision + 1, updatedAt: at },
  });
  if (count !== 1) throw new Error(`assessment ${id} was changed without being held`);
  return revision + 1;
}

/** Moves many held assessments to one state at once. */
export async function moveAssessments(
  db: Db,
  held: readonly AssessmentRecord[],
  state: AssessmentState,
  at: Date,
): Promise<void> {
  const [first] = held;
  if (first === undefined) return;
  const { count } = await db.assessment.updateMany({
    where: { communeId: first.communeId, id: { in: held.map(({ id }) => id) } },
    data: { state, revision: { increment: 1 }, updatedAt: at },
  });
  if (count !== held.length) throw new Error("assessments were changed without being held");
}

/** Keeps what was handed in, as the next one of its assessment. */
export async function insertSnapshot(
  db: Db,
  snapshot: {
    readonly communeId: PlaceId;
    readonly id: string;
    readonly assessmentId: string;
    readonly payload: string;
    readonly sha256: string;
    readonly total: number;
    readonly frozenAt: Date;
  },
): Promise<void> {
  const { communeId, assessmentId } = snapshot;
  const before = await db.assessmentSnapshot.count({ where: { communeId, assessmentId } });
  await db.assessmentSnapshot.create({ data: { ...snapshot, ordinal: before + 1 } });
}

/** What was handed in, with the hash of its canonical text. */
export async function findSnapshot(
  db: Db,
  communeId: PlaceId,
  id: string,
): Promise<{ readonly snapshot: CaseSnapshot; readonly sha256: string }> {
  const row = await db.assessmentSnapshot.findUniqueOrThrow({
    where: { communeId_id: { communeId, id } },
  });
  return { snapshot: CaseSnapshot.parse(JSON.parse(row.payload)), sha256: row.sha256 };
}

/** Names as they are now, by person. */
export async function findNames(
  db: Db,
  communeId: PlaceId,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.person.findMany({
    where: { communeId, id: { in: [...personIds] } },
    select: { id: true, fullName: true },
  });
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}

/** A file that its village has not reviewed yet goes along to another village; its form is told so. */
export async function moveOpenAssessment(
  db: Db,
  { communeId, personId }: { readonly communeId: PlaceId; readonly personId: PersonId },
  villageId: PlaceId,
  at: Date,
): Promise<void> {
  await db.assessment.updateMany({
    where: {
      communeId,
      personId,
      state: { in: ["draft", "submitted", "returned"] },
      NOT: { villageId },
    },
    data: { villageId, updatedAt: at, revision: { increment: 1 } },
  });
}
