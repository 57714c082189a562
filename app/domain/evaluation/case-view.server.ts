import { type Cycle, type Process, passes, processOf } from "#app/domain/criteria/index.ts";
import { cycleById } from "#app/domain/criteria/index.server.ts";
import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { dayOf } from "#app/domain/kernel/index.ts";
import {
  readingRight,
  type Portfolio,
  type PortfolioHolder,
  type ReadingRight,
} from "#app/domain/portfolio/index.ts";
import { assemblePortfolio, gatherFacts } from "#app/domain/portfolio/index.server.ts";

import { findSnapshot, type AssessmentRecord } from "./assessment.store.server.ts";
import { auditFact } from "./audit-fact.ts";
import { findListed } from "./decision.store.server.ts";
import type { EvaluationDeps } from "./deps.ts";
import { findEntryOfAssessment } from "./register.store.server.ts";
import { findReviews } from "./review.store.server.ts";
import type { CaseSnapshot } from "./snapshot.ts";
import { isDiminished } from "./standing.store.server.ts";
import type { CaseView } from "./view.ts";
import { type LearningFacts, weigh } from "./weigh.ts";

/** By what right somebody reads a case: it stays with the village where it was handed in. */
export function caseRight(
  actor: Actor,
  record: AssessmentRecord,
  holder: PortfolioHolder,
): ReadingRight | null {
  return readingRight(actor, { ...holder, villageId: record.villageId });
}

/** A whole case for whoever may read it; null while nothing is handed in. Read by an office, it is logged. */
export async function openCase(
  deps: EvaluationDeps,
  db: Db,
  actor: Actor,
  found: {
    readonly record: AssessmentRecord;
    readonly holder: PortfolioHolder;
    readonly right: ReadingRight;
  },
): Promise<CaseView | null> {
  const { record, holder, right } = found;
  const { communeId, id } = record;
  if (record.state === "draft" || record.snapshotId === null) return null;
  if (right.by === "office") {
    await appendAudit(db, [
      auditFact(actor, right.office, {
        communeId,
        at: deps.now(),
        action: "assessment.read",
        subjectKind: "assessment",
        subjectId: id,
        detail: { personId: record.personId },
      }),
    ]);
  }
  const cycle = await cycleById(db, record.cycleId);
  const now = await assemblePortfolio(deps, db, holder, cycle);
  const { snapshot, sha256 } = await findSnapshot(db, communeId, record.snapshotId);
  const process = processOf(deps.processes(), cycle.year);
  const standing = { ...now.learning, meetings: now.meetings };
  const diminished = isDiminished(snapshot, standing)
    ? await findLearningFacts(deps, db, { ...holder, year: cycle.year })
    : null;
  const entry = await findEntryOfAssessment(db, communeId, id);
  return {
    ...compared({ record, cycle, now, snapshot, process, diminished }),
    revoked: entry !== null && entry.revocation !== null,
    closed: dayOf(deps.now()) > cycle.decideUntil,
    snapshotSha256: sha256,
    reviews: await findReviews(db, communeId, [id]),
    decisionId: (await findListed(db, communeId, [id])).get(id) ?? null,
    own: right.by === "owner",
  };
}

function compared(held: {
  readonly record: AssessmentRecord;
  readonly cycle: Cycle;
  readonly now: Portfolio;
  readonly snapshot: CaseSnapshot;
  readonly process: Process | undefined;
  readonly diminished: LearningFacts | null;
}) {
  const { record, cycle, now, snapshot, process, diminished } = held;
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
    ...weigh(cycle.criteria, snapshot, now.attestations, process, diminished),
  };
}

/** What stands today of somebody's learning in a year. */
export async function findLearningFacts(
  deps: Pick<EvaluationDeps, "catalogue" | "now">,
  db: Db,
  {
    communeId,
    personId,
    year,
  }: Pick<PortfolioHolder, "communeId" | "personId"> & {
    readonly year: number;
  },
): Promise<LearningFacts> {
  const { learning, courseInfo, meetings, planWeeks } = await gatherFacts(
    db,
    deps.catalogue(),
    { communeId, personId, year },
    deps.now(),
  );
  return { learning, courseInfo, meetings, planWeeks };
}
