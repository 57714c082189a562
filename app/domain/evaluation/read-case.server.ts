import { appendAudit } from "#app/domain/audit/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type PlaceId, type Result } from "#app/domain/kernel/index.ts";
import { readingRight, type Portfolio } from "#app/domain/portfolio/index.ts";
import { assemblePortfolio, findHolder } from "#app/domain/portfolio/index.server.ts";

import { findAssessment, findSnapshot, type AssessmentRecord } from "./assessment.store.server.ts";
import { auditFact } from "./audit-fact.ts";
import { passes } from "./criteria.ts";
import { cycleById } from "./cycle.store.server.ts";
import { findListed } from "./decision.store.server.ts";
import type { EvaluationDeps } from "./deps.ts";
import { processOf, type Process } from "./process.ts";
import { findReviews } from "./review.store.server.ts";
import type { CaseSnapshot } from "./snapshot.ts";
import type { CaseView, Cycle } from "./view.ts";
import { weigh } from "./weigh.ts";

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
  const at = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const record = await findAssessment(db, communeId, assessmentId);
    const holder = record === null ? null : await findHolder(db, communeId, record.personId);
    if (record === null || holder === null) return refuse({ code: "not-yours" });
    const right = readingRight(actor, { ...holder, villageId: record.villageId });
    if (right === null) return refuse({ code: "not-yours" });
    if (record.state === "draft" || record.snapshotId === null) {
      return refuse({ code: "not-submitted" });
    }
    if (right.by === "office") {
      await appendAudit(db, [
        auditFact(actor, right.office, {
          communeId,
          at,
          action: "assessment.read",
          subjectKind: "assessment",
          subjectId: assessmentId,
          detail: { personId: record.personId },
        }),
      ]);
    }
    const cycle = await cycleById(db, record.cycleId);
    const now = await assemblePortfolio(deps, db, holder, cycle);
    const { snapshot, sha256 } = await findSnapshot(db, communeId, record.snapshotId);
    const process = processOf(deps.processes(), cycle.year);
    return accept({
      ...compared({ record, cycle, now, snapshot, process }),
      snapshotSha256: sha256,
      reviews: await findReviews(db, communeId, [assessmentId]),
      decisionId: (await findListed(db, communeId, [assessmentId])).get(assessmentId) ?? null,
      own: right.by === "owner",
    });
  });
}

function compared(held: {
  readonly record: AssessmentRecord;
  readonly cycle: Cycle;
  readonly now: Portfolio;
  readonly snapshot: CaseSnapshot;
  readonly process: Process | undefined;
}) {
  const { record, cycle, now, snapshot, process } = held;
  const frozenAttestations = new Set(snapshot.attestations.map(({ id }) => id));
  const standing = new Set(now.evidence.map(({ id }) => id));
  return {
    cycle,
    assessment: record,
    snapshot,
    now,
    result: passes(cycle.criteria, snapshot.scores),
    attestedSince: now.attestations.filter(({ id }) => !frozenAttestations.has(id)),
    withdrawnEvidence: snapshot.evidence
      .filter(({ id }) => !standing.has(id))
      .map(({ title }) => title),
    ...weigh(cycle.criteria, snapshot, now.attestations, process),
  };
}
