import { createHash } from "node:crypto";

import { type Cycle, type PassResult, passes, suggestScores } from "#app/domain/criteria/index.ts";
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
import { findHolder, gatherFacts } from "#app/domain/portfolio/index.server.ts";

import {
  changeAssessment,
  insertSnapshot,
  lockOwn,
  type AssessmentRecord,
} from "./assessment.store.server.ts";
import { auditFact } from "./audit-fact.ts";
import { isOpen } from "./deadline.ts";
import type { EvaluationDeps } from "./deps.ts";
import type { RevisionForm } from "./forms.ts";
import { snapshotOf } from "./snapshot.ts";
import { nextState, type AssessmentState } from "./states.ts";

export type SubmitAssessmentRefusal =
  | { readonly code: "no-cycle" }
  | { readonly code: "nothing-saved" }
  | { readonly code: "closed" }
  | { readonly code: "not-writable"; readonly state: AssessmentState }
  | { readonly code: "changed"; readonly revision: number }
  /** Codes of the indicators without a score. */
  | { readonly code: "incomplete"; readonly missing: readonly string[] };

export interface SubmittedAssessment {
  readonly assessmentId: string;
  readonly revision: number;
  /** Not passing may be handed in; the citizen is told. */
  readonly result: PassResult;
}

/** Hands in and freezes the case. A second press finds it handed in and is accepted. */
export function submitAssessment(
  deps: EvaluationDeps,
  actor: Actor,
  input: RevisionForm,
): Promise<Result<SubmittedAssessment, SubmitAssessmentRefusal>> {
  const at = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const today = dayOf(at);
    const cycle = await openCycle(db, deps.processes(), actor.provinceId, yearOf(today));
    if (cycle === null) return refuse({ code: "no-cycle" });
    const held = await lockOwn(db, actor, cycle.id);
    if (held === null) return refuse({ code: "nothing-saved" });
    const result = passes(cycle.criteria, held.scores);
    if (held.state === "submitted") {
      return accept({ assessmentId: held.id, revision: held.revision, result });
    }
    const state = nextState(held.state, "submit");
    if (state === null) return refuse({ code: "not-writable", state: held.state });
    if (!isOpen(held.state, cycle, today)) return refuse({ code: "closed" });
    if (held.revision !== input.revision) {
      return refuse({ code: "changed", revision: held.revision });
    }
    if (result.missing.length > 0) return refuse({ code: "incomplete", missing: result.missing });
    const revision = await freeze(deps, db, { actor, cycle, held, result, state, at });
    return accept({ assessmentId: held.id, revision, result });
  });
}

async function freeze(
  deps: EvaluationDeps,
  db: Db,
  handedIn: {
    readonly actor: Actor;
    readonly cycle: Cycle;
    readonly held: AssessmentRecord;
    readonly result: PassResult;
    readonly state: AssessmentState;
    readonly at: Date;
  },
): Promise<number> {
  const { actor, cycle, held, result, state, at } = handedIn;
  const { communeId, personId } = actor;
  const holder = await findHolder(db, communeId, personId);
  if (holder === null) throw new Error(`the signed-in person ${personId} is gone`);
  const whose = { communeId, personId, year: cycle.year };
  const facts = await gatherFacts(db, deps.catalogue(), whose, deps.now());
  const payload = canonicalJson(
    snapshotOf({
      criteria: cycle.criteria,
      year: cycle.year,
      frozenAt: at,
      holder,
      scores: held.scores,
      total: result.total,
      passed: result.passed,
      suggestions: suggestScores(cycle.criteria, facts),
      facts,
    }),
  );
  const sha256 = createHash("sha256").update(payload).digest("hex");
  const snapshotId = deps.newId();
  await insertSnapshot(db, {
    communeId,
    id: snapshotId,
    assessmentId: held.id,
    payload,
    sha256,
    total: result.total,
    frozenAt: at,
  });
  const { villageId, citizenGroup } = holder;
  const change = { state, snapshotId, submittedAt: at, villageId, citizenGroup };
  const revision = await changeAssessment(db, held, change, at);
  await appendAudit(db, [
    auditFact(actor, null, {
      communeId,
      at,
      action: "assessment.submitted",
      subjectKind: "assessment",
      subjectId: held.id,
      detail: { revision, snapshotId, sha256, total: result.total, criteria: cycle.criteria.id },
    }),
  ]);
  return revision;
}
