import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { type Actor, type HeldOffice, officeText } from "#app/domain/identity/index.ts";
import type { Json, PlaceId } from "#app/domain/kernel/index.ts";

import { type AssessmentRecord, findNames, moveAssessments } from "./assessment.store.server.ts";
import { auditFact } from "./audit-fact.ts";
import type { EvaluationDeps } from "./deps.ts";
import { insertReviews } from "./review.store.server.ts";

/** What one press of a commune's official did to several cases, all of them held by the caller. */
interface Act {
  readonly actor: Actor;
  readonly office: HeldOffice;
  readonly communeId: PlaceId;
  readonly cases: readonly AssessmentRecord[];
  readonly outcome: "verified" | "reopened";
  readonly at: Date;
  /** What the audit entry tells beside the names. */
  readonly detail: { readonly [key: string]: Json };
  /** What it tells of each case beside its id and name. */
  readonly ofCase: (record: AssessmentRecord) => { readonly [key: string]: Json };
}

/** Moves the cases, writes a review of each and one audit entry that names them all; answers the act's id. */
export async function recordBulkReview(deps: EvaluationDeps, db: Db, act: Act): Promise<string> {
  const { actor, office, communeId, cases, outcome, at } = act;
  const actId = deps.newId();
  await moveAssessments(db, cases, outcome === "verified" ? "verified" : "endorsed", at);
  await insertReviews(
    db,
    cases,
    {
      step: "commune",
      outcome,
      reason: "",
      reviewerPersonId: actor.personId,
      reviewerName: actor.fullName,
      reviewerOffice: officeText(office),
      actId,
      at,
    },
    deps.newId,
  );
  const names = await findNames(
    db,
    communeId,
    cases.map(({ personId }) => personId),
  );
  await appendAudit(db, [
    auditFact(actor, office, {
      communeId,
      at,
      action: `assessments.${outcome}`,
      subjectKind: "act",
      subjectId: actId,
      detail: {
        ...act.detail,
        cases: cases.map((record) => ({
          assessmentId: record.id,
          name: names.get(record.personId) ?? "",
          ...act.ofCase(record),
        })),
      },
    }),
  ]);
  return actId;
}
