import { passes } from "#app/domain/criteria/index.ts";
import { openCycle } from "#app/domain/criteria/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, dayOf, refuse, yearOf, type Result } from "#app/domain/kernel/index.ts";
import type { Portfolio } from "#app/domain/portfolio/index.ts";
import { assemblePortfolio, findHolder } from "#app/domain/portfolio/index.server.ts";

import { findOwn } from "./assessment.store.server.ts";
import { isOpen } from "./deadline.ts";
import type { EvaluationDeps } from "./deps.ts";
import { findEntryOfAssessment } from "./register.store.server.ts";
import { findReviews } from "./review.store.server.ts";
import type { OwnAssessment } from "./view.ts";

/** There is no procedure for that year. */
export type ReadAssessmentRefusal = { readonly code: "no-cycle" };

/** The person's own assessment of a year (this one when none is named), beside what is suggested. */
export async function readAssessment(
  deps: EvaluationDeps,
  actor: Actor,
  input: { readonly year?: number | undefined } = {},
): Promise<Result<OwnAssessment, ReadAssessmentRefusal>> {
  const read = await readOwnPortfolio(deps, actor, input);
  return read.ok ? accept(read.value.own) : read;
}

/** The person's own assessment of a year and the portfolio it stands on, gathered once. */
export function readOwnPortfolio(
  deps: EvaluationDeps,
  actor: Actor,
  input: { readonly year?: number | undefined } = {},
): Promise<
  Result<{ readonly own: OwnAssessment; readonly portfolio: Portfolio }, ReadAssessmentRefusal>
> {
  const today = dayOf(deps.now());
  const year = input.year ?? yearOf(today);
  const { communeId, personId } = actor;
  return deps.transact(actor.reach, async (db) => {
    const cycle = await openCycle(db, deps.processes(), actor.provinceId, year);
    if (cycle === null) return refuse({ code: "no-cycle" });
    const holder = await findHolder(db, communeId, personId);
    if (holder === null) throw new Error(`nobody is registered as ${personId}`);
    const record = await findOwn(db, actor, cycle.id);
    const portfolio = await assemblePortfolio(deps, db, holder, cycle);
    const own = {
      cycle,
      assessment: record,
      result: passes(cycle.criteria, record?.scores ?? {}),
      suggestions: portfolio.suggestions,
      suggestedTotal: portfolio.suggestedTotal,
      open: isOpen(record?.state ?? "draft", cycle, today),
      reviews: record === null ? [] : await findReviews(db, communeId, [record.id]),
      recognition: record === null ? null : await findEntryOfAssessment(db, communeId, record.id),
    };
    return accept({ own, portfolio });
  });
}
