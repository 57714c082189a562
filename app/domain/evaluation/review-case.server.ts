import { cycleById } from "#app/domain/criteria/index.server.ts";
import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { officeText, type Actor, type HeldOffice } from "#app/domain/identity/index.ts";
import { accept, dayOf, refuse, type PlaceId, type Result } from "#app/domain/kernel/index.ts";

import {
  changeAssessment,
  lockAssessments,
  type AssessmentRecord,
} from "./assessment.store.server.ts";
import { auditFact } from "./audit-fact.ts";
import type { EvaluationDeps } from "./deps.ts";
import { findReviews, insertReviews } from "./review.store.server.ts";
import { nextState, type AssessmentState } from "./states.ts";
import type { ReviewStep } from "./view.ts";

export type ReviewRefusal =
  /** Unknown, and known but of a place this person does not answer for, are answered alike. */
  | { readonly code: "not-yours" }
  | { readonly code: "own-case" }
  /** Not at this step now. */
  | { readonly code: "wrong-state"; readonly state: AssessmentState }
  /** Changed since the reviewer saw it. */
  | { readonly code: "changed"; readonly revision: number }
  /** Past the last day for reviews. */
  | { readonly code: "closed" };

/** One reviewer's word on one case. */
export interface CaseReview {
  readonly communeId: PlaceId;
  readonly assessmentId: string;
  readonly revision: number;
  readonly step: ReviewStep;
  readonly outcome: "endorsed" | "returned" | "refused";
  readonly reason: string;
}

const STATE_BEFORE = { village: "submitted", commune: "endorsed" } as const;
const EVENT = { endorsed: "endorse", returned: "return", refused: "refuse" } as const;

/**
 * Writes one review of one case by whoever holds the office that `officeOver` finds. A second press
 * of the same person finds the review written and is accepted.
 */
export function reviewCase(
  deps: EvaluationDeps,
  actor: Actor,
  review: CaseReview,
  officeOver: (record: AssessmentRecord) => HeldOffice | null,
): Promise<Result<{ readonly revision: number }, ReviewRefusal>> {
  const at = deps.now();
  const { communeId, assessmentId } = review;
  return deps.transact(actor.reach, async (db) => {
    const held = (await lockAssessments(db, communeId, [assessmentId])).get(assessmentId);
    const office = held === undefined ? null : officeOver(held);
    if (held === undefined || office === null) return refuse({ code: "not-yours" });
    if (held.personId === actor.personId) return refuse({ code: "own-case" });
    if (await isWritten(db, actor, held, review)) return accept({ revision: held.revision });
    if (held.state !== STATE_BEFORE[review.step]) {
      return refuse({ code: "wrong-state", state: held.state });
    }
    if (held.revision !== review.revision) {
      return refuse({ code: "changed", revision: held.revision });
    }
    const cycle = await cycleById(db, held.cycleId);
    if (dayOf(at) > cycle.decideUntil) return refuse({ code: "closed" });
    return accept({ revision: await write(deps, db, { actor, office, held, review, at }) });
  });
}

async function isWritten(
  db: Db,
  actor: Actor,
  held: AssessmentRecord,
  review: CaseReview,
): Promise<boolean> {
  if (held.revision !== review.revision + 1) return false;
  const [last] = await findReviews(db, held.communeId, [held.id]);
  return (
    last?.reviewerPersonId === actor.personId &&
    last.step === review.step &&
    last.outcome === review.outcome
  );
}

async function write(
  deps: EvaluationDeps,
  db: Db,
  written: {
    readonly actor: Actor;
    readonly office: HeldOffice;
    readonly held: AssessmentRecord;
    readonly review: CaseReview;
    readonly at: Date;
  },
): Promise<number> {
  const { actor, office, held, review, at } = written;
  const { step, outcome, reason } = review;
  const state = nextState(held.state, EVENT[outcome]);
  if (state === null) throw new Error(`${outcome} is not possible in ${held.state}`);
  const revision = await changeAssessment(db, held, { state }, at);
  const actId = deps.newId();
  const reviewer = {
    reviewerPersonId: actor.personId,
    reviewerName: actor.fullName,
    reviewerOffice: officeText(office),
  };
  await insertReviews(db, [held], { ...reviewer, step, outcome, reason, actId, at }, deps.newId);
  await appendAudit(db, [
    auditFact(actor, office, {
      communeId: held.communeId,
      at,
      action: `assessment.${outcome}`,
      subjectKind: "assessment",
      subjectId: held.id,
      detail: { actId, revision, snapshotId: held.snapshotId, step },
    }),
  ]);
  return revision;
}
