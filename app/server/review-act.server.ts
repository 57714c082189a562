import type { AssessmentState, ReviewView } from "#app/domain/evaluation/index.ts";
import { communeOffice, type Actor } from "#app/domain/identity/index.ts";
import { compareVietnamese, type PlaceId } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import type { Deps } from "./deps.server.ts";

/** A case as a list names it. */
export interface NamedCase {
  readonly assessmentId: string;
  readonly fullName: string;
  readonly villageName: string;
  readonly state: AssessmentState;
}

/** What one press covered. */
export interface ReviewAct {
  readonly actId: string;
  readonly outcome: ReviewView["outcome"];
  readonly reason: string;
  readonly reviewerName: string;
  readonly reviewerOffice: string;
  readonly at: Date;
  /** By village and name. */
  readonly cases: readonly (NamedCase & {
    /** Still as this press left it. */
    readonly standing: boolean;
  })[];
}

type Db = Parameters<Parameters<Deps["transact"]>[1]>[0];

/** One press of the commune with the name of each case in it; null when there is none for this official. */
export function readReviewAct(
  deps: Pick<Deps, "transact">,
  actor: Actor,
  { communeId, actId }: { readonly communeId: PlaceId; readonly actId: string },
): Promise<ReviewAct | null> {
  return deps.transact(actor.reach, async (db) => {
    if (communeOffice(actor, communeId) === null) return null;
    const act = await db.review.findMany({ where: { communeId, actId, step: "commune" } });
    const [first] = act;
    if (first === undefined) return null;
    const ids = act.map(({ assessmentId }) => assessmentId);
    const newest = await newestActs(db, communeId, ids);
    const cases = await named(db, communeId, ids);
    return {
      actId,
      outcome: first.outcome,
      reason: first.reason,
      reviewerName: first.reviewerName,
      reviewerOffice: first.reviewerOffice,
      at: first.at,
      cases: cases.map((one) => ({ ...one, standing: newest.get(one.assessmentId) === actId })),
    };
  });
}

/** Names of a commune's cases; what is not of this official's commune is left out. */
export function nameCases(
  deps: Pick<Deps, "transact">,
  actor: Actor,
  asked: { readonly communeId: PlaceId; readonly assessmentIds: readonly string[] },
): Promise<readonly NamedCase[]> {
  const { communeId, assessmentIds } = asked;
  return deps.transact(actor.reach, async (db) =>
    communeOffice(actor, communeId) === null ? [] : named(db, communeId, assessmentIds),
  );
}

/** The newest press on a case, or null. */
export function findLastAct(
  deps: Pick<Deps, "transact">,
  actor: Actor,
  asked: { readonly communeId: PlaceId; readonly assessmentId: string },
): Promise<string | null> {
  const { communeId, assessmentId } = asked;
  return deps.transact(actor.reach, async (db) => {
    if (communeOffice(actor, communeId) === null) return null;
    return (await newestActs(db, communeId, [assessmentId])).get(assessmentId) ?? null;
  });
}

async function newestActs(
  db: Db,
  communeId: PlaceId,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const reviews = await db.review.findMany({
    where: { communeId, assessmentId: { in: [...assessmentIds] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { assessmentId: true, actId: true },
  });
  return new Map(reviews.map(({ assessmentId, actId }) => [assessmentId, actId]));
}

interface Listed {
  readonly fullName: string;
  readonly village: { readonly name: string } | undefined;
}

/** By village and name. */
async function named(
  db: Db,
  communeId: PlaceId,
  assessmentIds: readonly string[],
): Promise<readonly NamedCase[]> {
  const assessments = await db.assessment.findMany({
    where: { communeId, id: { in: [...assessmentIds] }, state: { not: "draft" } },
    select: { id: true, personId: true, villageId: true, state: true },
  });
  const people = await db.person.findMany({
    where: { communeId, id: { in: assessments.map(({ personId }) => personId) } },
    select: { id: true, fullName: true },
  });
  const villages = await db.place.findMany({
    where: { id: { in: assessments.map(({ villageId }) => villageId) } },
    select: { id: true, type: true, name: true },
  });
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  const places = new Map(villages.map((village) => [village.id, village]));
  return assessments
    .map(({ id, personId, villageId, state }) => ({
      assessmentId: id,
      fullName: names.get(personId) ?? "",
      village: places.get(villageId),
      state,
    }))
    .toSorted(byVillageAndName)
    .map(({ village, ...one }) => ({
      ...one,
      villageName: village === undefined ? "" : placeTitle(village),
    }));
}

function byVillageAndName(a: Listed, b: Listed): number {
  return (
    compareVietnamese(a.village?.name ?? "", b.village?.name ?? "") ||
    compareVietnamese(a.fullName, b.fullName)
  );
}
