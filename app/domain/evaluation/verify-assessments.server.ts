import { cycleById } from "#app/domain/criteria/index.server.ts";
import type { Db } from "#app/db/index.server.ts";
import { communeOffice, type Actor } from "#app/domain/identity/index.ts";
import {
  accept,
  dayOf,
  type PersonId,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";

import { lockAssessments, type AssessmentRecord } from "./assessment.store.server.ts";
import type { EvaluationDeps } from "./deps.ts";
import type { VerifyForm } from "./forms.ts";
import { recordBulkReview } from "./record-bulk-review.server.ts";
import { findReviews } from "./review.store.server.ts";
import { nextState } from "./states.ts";

export type VerifyAssessmentsRefusal = { readonly code: "outside-commune" };

export interface VerifyOutcome {
  readonly assessmentId: string;
  readonly outcome:
    | "verified"
    /** By this official before: a second press. */
    | "already-verified"
    /** By another in the meantime. */
    | "verified-by-another"
    | "own-case"
    /** Changed since the official saw it. */
    | "changed"
    | "not-endorsed"
    | "closed"
    | "not-found";
}

export interface VerifiedAct {
  /** What `undoAct` takes; null when nothing was verified. */
  readonly actId: string | null;
  /** In the order of the input. */
  readonly outcomes: readonly VerifyOutcome[];
}

/** Verifies endorsed cases by one press: each that can be is, and each that cannot says why. */
export function verifyAssessments(
  deps: EvaluationDeps,
  actor: Actor,
  input: VerifyForm,
): Promise<Result<VerifiedAct, VerifyAssessmentsRefusal>> {
  const { communeId } = input;
  const at = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const office = communeOffice(actor, communeId);
    if (office === null) return refuse({ code: "outside-commune" });
    const items = [...new Map(input.items.map((item) => [item.assessmentId, item])).values()];
    const held = await lockAssessments(
      db,
      communeId,
      items.map(({ assessmentId }) => assessmentId),
    );
    const closed = await closedCycles(db, [...held.values()], at);
    const verifiers = await findVerifiers(db, communeId, held);
    const outcomes = items.map(({ assessmentId, revision }): VerifyOutcome => {
      const record = held.get(assessmentId);
      const outcome =
        record === undefined
          ? "not-found"
          : judge(record, { revision, actor, closed, verifier: verifiers.get(assessmentId) });
      return { assessmentId, outcome };
    });
    const verified = outcomes.flatMap(({ assessmentId, outcome }) =>
      outcome === "verified" ? (held.get(assessmentId) ?? []) : [],
    );
    if (verified.length === 0) return accept({ actId: null, outcomes });
    const actId = await recordBulkReview(deps, db, {
      actor,
      office,
      communeId,
      cases: verified,
      outcome: "verified",
      at,
      detail: {},
      ofCase: ({ snapshotId }) => ({ snapshotId }),
    });
    return accept({ actId, outcomes });
  });
}

async function closedCycles(
  db: Db,
  records: readonly AssessmentRecord[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const closed = new Set<string>();
  for (const cycleId of new Set(records.map((record) => record.cycleId))) {
    if (dayOf(at) > (await cycleById(db, cycleId)).decideUntil) closed.add(cycleId);
  }
  return closed;
}

/** Whose word the newest review of each verified case is. */
async function findVerifiers(
  db: Db,
  communeId: PlaceId,
  held: ReadonlyMap<string, AssessmentRecord>,
): Promise<ReadonlyMap<string, PersonId>> {
  const verified = [...held.values()].filter(({ state }) => state === "verified");
  const ids = verified.map(({ id }) => id);
  const reviews = ids.length === 0 ? [] : await findReviews(db, communeId, ids);
  // The newest comes first, so it is written last.
  return new Map(
    reviews
      .toReversed()
      .map(({ assessmentId, reviewerPersonId }) => [assessmentId, reviewerPersonId]),
  );
}

function judge(
  record: AssessmentRecord,
  seen: {
    readonly revision: number;
    readonly actor: Actor;
    readonly closed: ReadonlySet<string>;
    readonly verifier: PersonId | undefined;
  },
): VerifyOutcome["outcome"] {
  const { revision, actor, closed, verifier } = seen;
  if (record.state === "verified") {
    return verifier === actor.personId ? "already-verified" : "verified-by-another";
  }
  if (record.personId === actor.personId) return "own-case";
  if (nextState(record.state, "verify") === null) return "not-endorsed";
  if (record.revision !== revision) return "changed";
  return closed.has(record.cycleId) ? "closed" : "verified";
}
