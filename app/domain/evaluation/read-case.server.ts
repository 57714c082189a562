import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type PlaceId, type Result } from "#app/domain/kernel/index.ts";
import { findHolder } from "#app/domain/portfolio/index.server.ts";

import { findAssessment } from "./assessment.store.server.ts";
import { caseRight, openCase } from "./case-view.server.ts";
import type { EvaluationDeps } from "./deps.ts";
import type { CaseView } from "./view.ts";

export type ReadCaseRefusal =
  /** Unknown, and known but of somebody this person does not answer for, are answered alike. */
  | { readonly code: "not-yours" }
  /** A draft is its owner's alone. */
  | { readonly code: "not-submitted" };

/** A whole case: what was handed in, what stands now, and every review; read by an office, it is logged. */
export function readCase(
  deps: EvaluationDeps,
  actor: Actor,
  input: { readonly communeId: PlaceId; readonly assessmentId: string },
): Promise<Result<CaseView, ReadCaseRefusal>> {
  const { communeId, assessmentId } = input;
  return deps.transact(actor.reach, async (db) => {
    const record = await findAssessment(db, communeId, assessmentId);
    const holder = record === null ? null : await findHolder(db, communeId, record.personId);
    if (record === null || holder === null) return refuse({ code: "not-yours" });
    const right = caseRight(actor, record, holder);
    if (right === null) return refuse({ code: "not-yours" });
    const file = await openCase(deps, db, actor, { record, holder, right });
    return file === null ? refuse({ code: "not-submitted" }) : accept(file);
  });
}
