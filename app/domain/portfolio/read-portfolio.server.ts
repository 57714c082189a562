import { suggestScores, suggestedTotal } from "#app/domain/criteria/index.ts";
import type { Db } from "#app/db/index.server.ts";
import type { Cycle } from "#app/domain/criteria/index.ts";
import { openCycle } from "#app/domain/criteria/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { auditActor, type Actor } from "#app/domain/identity/index.ts";
import {
  accept,
  dayOf,
  refuse,
  type PersonId,
  type PlaceId,
  type Result,
} from "#app/domain/kernel/index.ts";

import { readingRight } from "./access.ts";
import type { PortfolioDeps } from "./deps.ts";
import { gatherFacts } from "./facts.store.server.ts";
import { findHolder } from "./holder.store.server.ts";
import type { Portfolio, PortfolioHolder } from "./view.ts";

/** Unknown, and known but of somebody this person does not answer for, are answered alike. */
export type ReadPortfolioRefusal =
  | { readonly code: "not-yours" }
  /** There is no procedure for that year. */
  | { readonly code: "no-cycle" };

export interface ReadPortfolioInput {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
  readonly year: number;
}

/** Everything that page and paper need of one person's year; read by an office, it is logged. */
export function readPortfolio(
  deps: PortfolioDeps,
  actor: Actor,
  input: ReadPortfolioInput,
): Promise<Result<Portfolio, ReadPortfolioRefusal>> {
  const at = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const holder = await findHolder(db, input.communeId, input.personId);
    const right = holder === null ? null : readingRight(actor, holder);
    if (holder === null || right === null) return refuse({ code: "not-yours" });
    const cycle = await openCycle(db, deps.processes(), holder.provinceId, input.year);
    if (cycle === null) return refuse({ code: "no-cycle" });
    if (right.by === "office") {
      await appendAudit(db, [
        {
          communeId: holder.communeId,
          at,
          actor: auditActor(actor, right.office),
          action: "portfolio.read",
          subjectKind: "person",
          subjectId: holder.personId,
          detail: { year: input.year },
        },
      ]);
    }
    return accept(await assemblePortfolio(deps, db, holder, cycle));
  });
}

/** The portfolio of a holder whom the reader may read. */
export async function assemblePortfolio(
  deps: Pick<PortfolioDeps, "catalogue" | "now">,
  db: Db,
  holder: PortfolioHolder,
  { criteria, year }: Pick<Cycle, "criteria" | "year">,
): Promise<Portfolio> {
  const whose = { communeId: holder.communeId, personId: holder.personId, year };
  const now = deps.now();
  const { allEvidence, attended, ...facts } = await gatherFacts(db, deps.catalogue(), whose, now);
  const suggestions = suggestScores(criteria, facts);
  return {
    holder,
    year,
    learning: facts.learning,
    courseInfo: facts.courseInfo,
    suggestions,
    suggestedTotal: suggestedTotal(suggestions),
    evidence: allEvidence,
    attestations: facts.attestations,
    meetings: facts.meetings,
    attended,
    generatedOn: dayOf(deps.now()),
  };
}
