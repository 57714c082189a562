import {
  type CriteriaSet,
  type Cycle,
  type OwnScores,
  type PassResult,
  passes,
} from "#app/domain/criteria/index.ts";
import { openCycle } from "#app/domain/criteria/index.server.ts";
import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import {
  accept,
  canonicalJson,
  dayOf,
  refuse,
  yearOf,
  type Result,
} from "#app/domain/kernel/index.ts";
import { findHolder } from "#app/domain/portfolio/index.server.ts";

import {
  changeAssessment,
  lockOwnOrDraft,
  type AssessmentRecord,
} from "./assessment.store.server.ts";
import { auditFact } from "./audit-fact.ts";
import { isOpen } from "./deadline.ts";
import type { EvaluationDeps } from "./deps.ts";
import type { ScoresForm } from "./forms.ts";
import { isWritable, type AssessmentState } from "./states.ts";

export type SaveAssessmentRefusal =
  | { readonly code: "no-cycle" }
  /** Past the last day. */
  | { readonly code: "closed" }
  /** Handed in already, or decided. */
  | { readonly code: "not-writable"; readonly state: AssessmentState }
  /** Changed since the form was drawn. */
  | { readonly code: "changed"; readonly revision: number }
  | { readonly code: "unknown-indicator"; readonly indicator: string }
  | { readonly code: "score-wrong"; readonly indicator: string };

export interface SavedAssessment {
  readonly assessmentId: string;
  readonly revision: number;
  readonly result: PassResult;
}

/** Keeps own scores, some or all. Saving again what stands changes nothing and is accepted. */
export function saveAssessment(
  deps: EvaluationDeps,
  actor: Actor,
  input: ScoresForm,
): Promise<Result<SavedAssessment, SaveAssessmentRefusal>> {
  const at = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const today = dayOf(at);
    const cycle = await openCycle(db, deps.processes(), actor.provinceId, yearOf(today));
    if (cycle === null) return refuse({ code: "no-cycle" });
    const fault = scoreFault(cycle.criteria, input.scores);
    if (fault !== null) return refuse(fault);

    const held = await lockForWriting(deps, db, actor, cycle, at);
    if (!isWritable(held.state)) return refuse({ code: "not-writable", state: held.state });
    if (!isOpen(held.state, cycle, today)) return refuse({ code: "closed" });

    const scores = { ...held.scores, ...input.scores };
    const saved = { assessmentId: held.id, result: passes(cycle.criteria, scores) };
    if (held.revision > 0 && canonicalJson(scores) === canonicalJson(held.scores)) {
      return accept({ ...saved, revision: held.revision });
    }
    if (held.revision !== input.revision) {
      return refuse({ code: "changed", revision: held.revision });
    }
    const revision = await changeAssessment(db, held, { scores }, at);
    await appendAudit(db, [
      auditFact(actor, null, {
        communeId: actor.communeId,
        at,
        action: "assessment.saved",
        subjectKind: "assessment",
        subjectId: held.id,
        detail: { revision, total: saved.result.total, missing: saved.result.missing },
      }),
    ]);
    return accept({ ...saved, revision });
  });
}

async function lockForWriting(
  deps: EvaluationDeps,
  db: Db,
  actor: Actor,
  cycle: Cycle,
  at: Date,
): Promise<AssessmentRecord> {
  const holder = await findHolder(db, actor.communeId, actor.personId);
  if (holder === null) throw new Error(`the signed-in person ${actor.personId} is gone`);
  return lockOwnOrDraft(db, holder, cycle.id, { id: deps.newId(), at });
}

function scoreFault(
  criteria: CriteriaSet,
  scores: OwnScores,
): Extract<SaveAssessmentRefusal, { indicator: string }> | null {
  for (const [indicator, { score }] of Object.entries(scores)) {
    if (!criteria.indicators.some(({ code }) => code === indicator)) {
      return { code: "unknown-indicator", indicator };
    }
    if ((score ?? 0) > criteria.max) return { code: "score-wrong", indicator };
  }
  return null;
}
