import type { Db } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, dayOf, refuse, yearOf, type Day, type Result } from "#app/domain/kernel/index.ts";
import { suggestedTotal, suggestScores } from "#app/domain/portfolio/index.ts";
import { gatherFacts } from "#app/domain/portfolio/index.server.ts";

import { findOwn, type AssessmentRecord } from "./assessment.store.server.ts";
import { passes } from "./criteria.ts";
import { openCycle } from "./cycle.store.server.ts";
import { isOpen } from "./deadline.ts";
import type { EvaluationDeps } from "./deps.ts";
import { findEntryOfAssessment } from "./register.store.server.ts";
import { findReviews } from "./review.store.server.ts";
import type { Cycle, OwnAssessment } from "./view.ts";

/** There is no procedure for that year. */
export type ReadAssessmentRefusal = { readonly code: "no-cycle" };

/** Her own assessment of a year (this one when none is named), beside what is suggested. */
export function readAssessment(
  deps: EvaluationDeps,
  actor: Actor,
  input: { readonly year?: number | undefined } = {},
): Promise<Result<OwnAssessment, ReadAssessmentRefusal>> {
  const today = dayOf(deps.now());
  const year = input.year ?? yearOf(today);
  return deps.transact(actor.reach, async (db) => {
    const cycle = await openCycle(db, deps.processes(), actor.provinceId, year);
    if (cycle === null) return refuse({ code: "no-cycle" });
    const record = await findOwn(db, actor, cycle.id);
    return accept(await ownAssessment(deps, db, { actor, cycle, record, today }));
  });
}

async function ownAssessment(
  deps: EvaluationDeps,
  db: Db,
  own: {
    readonly actor: Actor;
    readonly cycle: Cycle;
    readonly record: AssessmentRecord | null;
    readonly today: Day;
  },
): Promise<OwnAssessment> {
  const { actor, cycle, record, today } = own;
  const { communeId, personId } = actor;
  const whose = { communeId, personId, year: cycle.year };
  const facts = await gatherFacts(db, deps.catalogue(), whose, deps.now());
  const suggestions = suggestScores(cycle.criteria, facts);
  const reviews = record === null ? [] : await findReviews(db, communeId, [record.id]);
  return {
    cycle,
    assessment: record,
    result: passes(cycle.criteria, record?.scores ?? {}),
    suggestions,
    suggestedTotal: suggestedTotal(suggestions),
    open: isOpen(record?.state ?? "draft", cycle, today),
    reviews,
    recognition: record === null ? null : await findEntryOfAssessment(db, communeId, record.id),
  };
}
