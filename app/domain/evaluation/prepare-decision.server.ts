import { findCommune } from "./commune.store.server.ts";
import { type Cycle, passes, processOf, registerSeries } from "#app/domain/criteria/index.ts";
import { openCycle } from "#app/domain/criteria/index.server.ts";
import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { communeOffice, type Actor, type HeldOffice } from "#app/domain/identity/index.ts";
import {
  accept,
  dayOf,
  refuse,
  yearOf,
  type PlaceId,
  type Result,
} from "#app/domain/kernel/index.ts";

import { findNames, lockAssessments, type AssessmentRecord } from "./assessment.store.server.ts";
import { auditFact } from "./audit-fact.ts";
import { findDecisions, findUnlisted, insertDraft, lockSeries } from "./decision.store.server.ts";
import type { EvaluationDeps } from "./deps.ts";
import type { PrepareDecisionForm } from "./forms.ts";

export type PrepareDecisionRefusal =
  | { readonly code: "outside-commune" }
  | { readonly code: "no-cycle" }
  /** Past the last day for decisions. */
  | { readonly code: "closed" }
  /** Nobody is verified, meets the rule, and stands in no list yet. */
  | { readonly code: "nothing-to-decide" };

export interface PreparedDecision {
  readonly decisionId: string;
  readonly names: number;
}

/**
 * Makes the list for the chair to decide on: everybody verified who meets the rule and stands in no
 * list yet, by village and name. With nobody new, a draft of the same signer is answered again.
 */
export function prepareDecision(
  deps: EvaluationDeps,
  actor: Actor,
  input: PrepareDecisionForm,
): Promise<Result<PreparedDecision, PrepareDecisionRefusal>> {
  const { communeId, signerName, signerTitle } = input;
  const at = deps.now();
  const today = dayOf(at);
  return deps.transact(actor.reach, async (db) => {
    const office = communeOffice(actor, communeId);
    const commune = office === null ? null : await findCommune(db, communeId);
    if (office === null || commune === null) return refuse({ code: "outside-commune" });
    const cycle = await openCycle(db, deps.processes(), commune.provinceId, yearOf(today));
    const process = cycle === null ? undefined : processOf(deps.processes(), cycle.year);
    if (cycle === null || process === undefined) return refuse({ code: "no-cycle" });
    if (today > cycle.decideUntil) return refuse({ code: "closed" });

    await lockSeries(db, communeId, registerSeries(process));
    const listed = await collect(db, communeId, cycle);
    if (listed.length === 0) {
      const drafts = await findDecisions(db, communeId, { cycleId: cycle.id });
      const same = drafts.find(
        (draft) =>
          draft.state === "draft" &&
          draft.signerName === signerName &&
          draft.signerTitle === signerTitle,
      );
      return same === undefined
        ? refuse({ code: "nothing-to-decide" })
        : accept({ decisionId: same.id, names: same.names });
    }
    const id = deps.newId();
    const draft = { communeId, id, cycleId: cycle.id, signerName, signerTitle, createdAt: at };
    await insertDraft(db, draft, listed);
    await record(db, { actor, office, communeId, decisionId: id, listed, at });
    return accept({ decisionId: id, names: listed.length });
  });
}

async function collect(
  db: Db,
  communeId: PlaceId,
  { id, criteria }: Cycle,
): Promise<readonly AssessmentRecord[]> {
  const ids = await findUnlisted(db, communeId, id);
  const held = await lockAssessments(db, communeId, ids);
  return ids
    .flatMap((assessmentId) => held.get(assessmentId) ?? [])
    .filter(({ state, scores }) => state === "verified" && passes(criteria, scores).passed);
}

async function record(
  db: Db,
  made: {
    readonly actor: Actor;
    readonly office: HeldOffice;
    readonly communeId: PlaceId;
    readonly decisionId: string;
    readonly listed: readonly AssessmentRecord[];
    readonly at: Date;
  },
): Promise<void> {
  const { actor, office, communeId, decisionId, listed, at } = made;
  const names = await findNames(
    db,
    communeId,
    listed.map(({ personId }) => personId),
  );
  await appendAudit(db, [
    auditFact(actor, office, {
      communeId,
      at,
      action: "decision.prepared",
      subjectKind: "decision",
      subjectId: decisionId,
      detail: {
        cases: listed.map(({ id, personId, snapshotId }) => ({
          assessmentId: id,
          name: names.get(personId) ?? "",
          snapshotId,
        })),
      },
    }),
  ]);
}
