import { findCommune } from "./commune.store.server.ts";
import { decisionText, passes, processOf } from "#app/domain/criteria/index.ts";
import { cycleById, openCycle } from "#app/domain/criteria/index.server.ts";
import type { Db } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import {
  accept,
  dayOf,
  refuse,
  yearOf,
  type PlaceId,
  type Result,
} from "#app/domain/kernel/index.ts";

import { overseeingOffice } from "./access.ts";
import { findAssessments } from "./assessment.store.server.ts";
import {
  findDecisions,
  findListedPeople,
  type DecisionRecord,
  type ListedPerson,
} from "./decision.store.server.ts";
import type { EvaluationDeps } from "./deps.ts";
import { findEntriesOfDecision, type EnteredName } from "./register.store.server.ts";
import type { DecisionName, DecisionSummary, DecisionView } from "./view.ts";

export type ListDecisionsRefusal =
  { readonly code: "outside-commune" } | { readonly code: "no-cycle" };

export type ReadDecisionRefusal =
  { readonly code: "outside-commune" } | { readonly code: "unknown-decision" };

/** A commune's decisions of a year (this one when none is named), the newest first. */
export function listDecisions(
  deps: EvaluationDeps,
  actor: Actor,
  input: { readonly communeId: PlaceId; readonly year?: number | undefined },
): Promise<Result<readonly DecisionSummary[], ListDecisionsRefusal>> {
  const { communeId } = input;
  return deps.transact(actor.reach, async (db) => {
    const commune = await findCommune(db, communeId);
    if (commune === null || overseeingOffice(actor, commune) === null) {
      return refuse({ code: "outside-commune" });
    }
    const year = input.year ?? yearOf(dayOf(deps.now()));
    const cycle = await openCycle(db, deps.processes(), commune.provinceId, year);
    if (cycle === null) return refuse({ code: "no-cycle" });
    return accept(await findDecisions(db, communeId, { cycleId: cycle.id }));
  });
}

/** One decision with its list and the text of its draft. */
export function readDecision(
  deps: EvaluationDeps,
  actor: Actor,
  input: { readonly communeId: PlaceId; readonly decisionId: string },
): Promise<Result<DecisionView, ReadDecisionRefusal>> {
  const { communeId, decisionId } = input;
  return deps.transact(actor.reach, async (db) => {
    const commune = await findCommune(db, communeId);
    if (commune === null || overseeingOffice(actor, commune) === null) {
      return refuse({ code: "outside-commune" });
    }
    const [decision] = await findDecisions(db, communeId, { id: decisionId });
    if (decision === undefined) return refuse({ code: "unknown-decision" });
    const process = processOf(deps.processes(), decision.year);
    if (process === undefined) throw new Error(`no process of the year ${decision.year}`);
    const { communeName, provinceName } = commune;
    const { rows, sample } = await namesOf(db, decision);
    return accept({
      ...decision,
      communeName,
      provinceName,
      rows,
      sample,
      ...decisionText(process, { communeName, count: rows.length }),
    });
  });
}

async function namesOf(
  db: Db,
  decision: DecisionRecord,
): Promise<{ readonly rows: readonly DecisionName[]; readonly sample: boolean }> {
  const { communeId, id, cycleId } = decision;
  const people = await findListedPeople(db, communeId, id);
  const entered = new Map(
    (await findEntriesOfDecision(db, communeId, id)).map((entry) => [entry.assessmentId, entry]),
  );
  const { criteria } = await cycleById(db, cycleId);
  const assessments = await findAssessments(
    db,
    communeId,
    people.map(({ assessmentId }) => assessmentId),
  );
  return {
    sample: people.some((person) => person.sample),
    rows: people.map((person) => {
      const entry = entered.get(person.assessmentId);
      if (entry !== undefined) return enteredName(person, entry);
      const scores = assessments.get(person.assessmentId)?.scores ?? {};
      return draftName(person, passes(criteria, scores).total);
    }),
  };
}

function draftName(person: ListedPerson, total: number): DecisionName {
  return {
    ordinal: person.ordinal,
    assessmentId: person.assessmentId,
    personId: person.personId,
    fullName: person.fullName,
    birthYear: person.birthYear,
    villageName: person.villageName,
    total,
    registerEntryId: null,
    registerNumber: null,
    publicCode: null,
    revoked: false,
  };
}

function enteredName(
  { ordinal, assessmentId, personId }: ListedPerson,
  entry: EnteredName,
): DecisionName {
  const { id, registerNumber, publicCode, fullName, birthYear, villageName, total, revoked } =
    entry;
  const named = { fullName, birthYear, villageName, total, revoked };
  const registered = { registerEntryId: id, registerNumber, publicCode };
  return { ordinal, assessmentId, personId, ...named, ...registered };
}
