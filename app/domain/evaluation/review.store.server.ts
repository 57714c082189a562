import type { Db } from "#app/db/index.server.ts";
import { PersonId, type PlaceId } from "#app/domain/kernel/index.ts";

import type { AssessmentRecord } from "./assessment.store.server.ts";
import type { ReviewView } from "./view.ts";

/** A review with what only the rules need of it. */
export interface ReviewRecord extends ReviewView {
  readonly assessmentId: string;
  readonly reviewerPersonId: PersonId;
}

type Row = Awaited<ReturnType<Db["review"]["findMany"]>>[number];

function recordOf(row: Row): ReviewRecord {
  return {
    id: row.id,
    assessmentId: row.assessmentId,
    step: row.step,
    outcome: row.outcome,
    reason: row.reason,
    reviewerPersonId: PersonId.parse(row.reviewerPersonId),
    reviewerName: row.reviewerName,
    reviewerOffice: row.reviewerOffice,
    actId: row.actId,
    at: row.at,
  };
}

/** Reviews of several assessments, the newest first. */
export async function findReviews(
  db: Db,
  communeId: PlaceId,
  assessmentIds: readonly string[],
): Promise<readonly ReviewRecord[]> {
  const rows = await db.review.findMany({
    where: { communeId, assessmentId: { in: [...assessmentIds] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return rows.map(recordOf);
}

/** Reviews made by one press. */
export async function findAct(
  db: Db,
  communeId: PlaceId,
  actId: string,
): Promise<readonly ReviewRecord[]> {
  const rows = await db.review.findMany({ where: { communeId, actId }, orderBy: { id: "asc" } });
  return rows.map(recordOf);
}

/** Writes one review of each held assessment; all were handed in, so each has a snapshot. */
export async function insertReviews(
  db: Db,
  assessments: readonly AssessmentRecord[],
  review: Omit<ReviewRecord, "id" | "assessmentId">,
  newId: () => string,
): Promise<void> {
  await db.review.createMany({
    data: assessments.map(({ communeId, id: assessmentId, snapshotId }) => {
      if (snapshotId === null) throw new Error(`assessment ${assessmentId} was never handed in`);
      return { ...review, communeId, id: newId(), assessmentId, snapshotId };
    }),
  });
}
