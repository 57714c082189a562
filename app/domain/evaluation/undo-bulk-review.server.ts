import { cycleById } from "#app/domain/criteria/index.server.ts";
import type { Db } from "#app/db/index.server.ts";
import { communeOffice, type Actor } from "#app/domain/identity/index.ts";
import { accept, dayOf, refuse, type PlaceId, type Result } from "#app/domain/kernel/index.ts";

import { lockAssessments, type AssessmentRecord } from "./assessment.store.server.ts";
import { findListed } from "./decision.store.server.ts";
import type { EvaluationDeps } from "./deps.ts";
import { recordBulkReview } from "./record-bulk-review.server.ts";
import { findAct, findReviews } from "./review.store.server.ts";
import { undoOutcome, type UndoOutcome } from "./undo.ts";

export type UndoBulkReviewRefusal =
  | { readonly code: "outside-commune" }
  | { readonly code: "unknown-act" }
  /** Past the last day for reviews. */
  | { readonly code: "closed" };

export interface UndoneCase {
  readonly assessmentId: string;
  readonly outcome: UndoOutcome;
}

/**
 * Takes back what one press verified or refused: each case that still stands as that press left it
 * is endorsed again.
 */
export function undoBulkReview(
  deps: EvaluationDeps,
  actor: Actor,
  input: { readonly communeId: PlaceId; readonly actId: string },
): Promise<Result<{ readonly outcomes: readonly UndoneCase[] }, UndoBulkReviewRefusal>> {
  const { communeId, actId } = input;
  const at = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const office = communeOffice(actor, communeId);
    if (office === null) return refuse({ code: "outside-commune" });
    const act = (await findAct(db, communeId, actId)).filter(
      ({ outcome }) => outcome === "verified" || outcome === "refused",
    );
    if (act.length === 0) return refuse({ code: "unknown-act" });
    const ids = act.map(({ assessmentId }) => assessmentId);
    const held = await lockAssessments(db, communeId, ids);
    const [first] = held.values();
    if (first !== undefined && dayOf(at) > (await cycleById(db, first.cycleId)).decideUntil) {
      return refuse({ code: "closed" });
    }
    const judged = await judge(db, actor, input, [...held.values()]);
    const reopened = [...held.values()].filter(({ id }) => judged.get(id) === "reopened");
    if (reopened.length > 0) {
      await recordBulkReview(deps, db, {
        actor,
        office,
        communeId,
        cases: reopened,
        outcome: "reopened",
        at,
        detail: { undone: actId },
        ofCase: () => ({}),
      });
    }
    return accept({
      outcomes: ids.map((assessmentId) => ({
        assessmentId,
        outcome: judged.get(assessmentId) ?? ("changed" as const),
      })),
    });
  });
}

async function judge(
  db: Db,
  actor: Actor,
  { communeId, actId }: { readonly communeId: PlaceId; readonly actId: string },
  held: readonly AssessmentRecord[],
): Promise<ReadonlyMap<string, UndoOutcome>> {
  const ids = held.map(({ id }) => id);
  const listed = await findListed(db, communeId, ids);
  const reviews = await findReviews(db, communeId, ids);
  return new Map(
    held.map((record) => {
      const newest = reviews.find(({ assessmentId }) => assessmentId === record.id);
      const found = { lastActId: newest?.actId ?? null, listed: listed.has(record.id) };
      return [record.id, undoOutcome({ ...record, ...found }, { ...actor, actId })];
    }),
  );
}
