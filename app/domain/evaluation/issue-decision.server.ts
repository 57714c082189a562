import { type CommuneNames, findCommune } from "./commune.store.server.ts";
import {
  type Cycle,
  type Process,
  passes,
  processOf,
  registerNumber,
  registerSeries,
  validity,
} from "#app/domain/criteria/index.ts";
import { cycleById } from "#app/domain/criteria/index.server.ts";
import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { communeOffice, type Actor } from "#app/domain/identity/index.ts";
import { accept, dayOf, refuse, yearOf, type Day, type Result } from "#app/domain/kernel/index.ts";

import {
  lockAssessments,
  moveAssessments,
  type AssessmentRecord,
} from "./assessment.store.server.ts";
import { auditFact } from "./audit-fact.ts";
import {
  findListedPeople,
  isNumberUsed,
  lockDecision,
  lockSeries,
  markIssued,
  setLastNumber,
  type DecisionRecord,
  type ListedPerson,
} from "./decision.store.server.ts";
import type { EvaluationDeps } from "./deps.ts";
import type { IssueDecisionForm } from "./forms.ts";
import {
  findEntriesOfDecision,
  insertEntries,
  type NewRegisterEntry,
} from "./register.store.server.ts";
import { nextState } from "./states.ts";

export type IssueDecisionRefusal =
  | { readonly code: "outside-commune" }
  | { readonly code: "unknown-decision" }
  /** Issued under another number or day. */
  | { readonly code: "already-issued"; readonly number: string; readonly decidedOn: Day }
  /** Another decision of the commune has this number in that year. */
  | { readonly code: "number-used" }
  | { readonly code: "in-future" }
  /** Not in the cycle's year, or after its last day for decisions. */
  | { readonly code: "day-outside"; readonly decideUntil: Day }
  /** Somebody on the list is no longer there as verified: the list has to be made anew. */
  | { readonly code: "list-changed" };

export interface IssuedDecision {
  readonly decisionId: string;
  readonly number: string;
  readonly decidedOn: Day;
  /** In the order of the register. */
  readonly entries: readonly {
    readonly registerEntryId: string;
    readonly assessmentId: string;
    readonly registerNumber: string;
    readonly publicCode: string;
  }[];
}

/**
 * Enters what the chair has signed: its number and day, and a register entry for each name, numbered
 * without a gap. A second press with the same number and day answers the same.
 */
export function issueDecision(
  deps: EvaluationDeps,
  actor: Actor,
  input: Omit<IssueDecisionForm, "confirmed">,
): Promise<Result<IssuedDecision, IssueDecisionRefusal>> {
  const { communeId, decisionId, number, decidedOn } = input;
  const at = deps.now();
  return deps.transact(actor.reach, async (db) => {
    const office = communeOffice(actor, communeId);
    const commune = office === null ? null : await findCommune(db, communeId);
    if (office === null || commune === null) return refuse({ code: "outside-commune" });
    const decision = await lockDecision(db, communeId, decisionId);
    if (decision === null) return refuse({ code: "unknown-decision" });
    if (decision.state === "issued") return answerAgain(db, decision, input);

    const cycle = await cycleById(db, decision.cycleId);
    const process = processOf(deps.processes(), cycle.year);
    if (process === undefined) throw new Error(`no process of the year ${cycle.year}`);
    if (decidedOn > dayOf(at)) return refuse({ code: "in-future" });
    if (yearOf(decidedOn) !== cycle.year || decidedOn > cycle.decideUntil) {
      return refuse({ code: "day-outside", decideUntil: cycle.decideUntil });
    }
    const last = await lockSeries(db, communeId, registerSeries(process));
    if (await isNumberUsed(db, communeId, number, cycle.year)) {
      return refuse({ code: "number-used" });
    }
    const list = await holdList(db, decision);
    if (list === null) return refuse({ code: "list-changed" });

    const signed = { decision, number, decidedOn, at };
    const entries = list.map(({ person, held }, index): NewRegisterEntry =>
      entryOf(deps, { commune, cycle, process, signed, person, held, number: last + index + 1 }),
    );
    await insertEntries(db, entries);
    await setLastNumber(db, communeId, registerSeries(process), last + entries.length);
    await moveAssessments(
      db,
      list.map(({ held }) => held),
      "recognised",
      at,
    );
    await markIssued(db, communeId, decisionId, signed);
    await appendAudit(db, [
      auditFact(actor, office, {
        communeId,
        at,
        action: "decision.issued",
        subjectKind: "decision",
        subjectId: decisionId,
        detail: {
          number,
          decidedOn,
          entries: entries.map((entry) => ({
            registerNumber: entry.registerNumber,
            name: entry.fullName,
            assessmentId: entry.assessmentId,
          })),
        },
      }),
    ]);
    return accept(issued(decisionId, number, decidedOn, entries));
  });
}

async function answerAgain(
  db: Db,
  decision: DecisionRecord,
  input: Omit<IssueDecisionForm, "confirmed">,
): Promise<Result<IssuedDecision, IssueDecisionRefusal>> {
  const { number, decidedOn } = decision;
  if (number === null || decidedOn === null) throw new Error("an issued decision has no number");
  if (number !== input.number || decidedOn !== input.decidedOn) {
    return refuse({ code: "already-issued", number, decidedOn });
  }
  const entries = await findEntriesOfDecision(db, input.communeId, decision.id);
  return accept(issued(decision.id, number, decidedOn, entries));
}

function issued(
  decisionId: string,
  number: string,
  decidedOn: Day,
  entries: readonly Pick<
    NewRegisterEntry,
    "id" | "assessmentId" | "registerNumber" | "publicCode"
  >[],
): IssuedDecision {
  return {
    decisionId,
    number,
    decidedOn,
    entries: entries.map(({ id, assessmentId, registerNumber: entered, publicCode }) => ({
      registerEntryId: id,
      assessmentId,
      registerNumber: entered,
      publicCode,
    })),
  };
}

interface HeldName {
  readonly person: ListedPerson;
  readonly held: AssessmentRecord;
}

async function holdList(db: Db, decision: DecisionRecord): Promise<readonly HeldName[] | null> {
  const people = await findListedPeople(db, decision.communeId, decision.id);
  const held = await lockAssessments(
    db,
    decision.communeId,
    people.map(({ assessmentId }) => assessmentId),
  );
  const list = people.flatMap((person): HeldName[] => {
    const assessment = held.get(person.assessmentId);
    const standing =
      assessment !== undefined &&
      !person.erased &&
      nextState(assessment.state, "recognise") !== null;
    return standing ? [{ person, held: assessment }] : [];
  });
  return list.length === decision.names && list.length > 0 ? list : null;
}

function entryOf(
  deps: EvaluationDeps,
  entered: HeldName & {
    readonly commune: CommuneNames;
    readonly cycle: Cycle;
    readonly process: Process;
    readonly signed: {
      readonly decision: DecisionRecord;
      readonly number: string;
      readonly decidedOn: Day;
      readonly at: Date;
    };
    readonly number: number;
  },
): NewRegisterEntry {
  const { commune, cycle, process, signed, person, held, number } = entered;
  const { from, to } = validity(process, signed.decidedOn);
  return {
    communeId: commune.communeId,
    id: deps.newId(),
    series: registerSeries(process),
    number,
    registerNumber: registerNumber(process, number),
    publicCode: deps.newCode(),
    decisionId: signed.decision.id,
    assessmentId: held.id,
    personId: held.personId,
    fullName: person.fullName,
    birthYear: person.birthYear,
    villageName: person.villageName,
    communeName: commune.communeName,
    provinceName: commune.provinceName,
    year: cycle.year,
    criteriaSetId: cycle.criteria.id,
    total: passes(cycle.criteria, held.scores).total,
    decisionNumber: signed.number,
    decidedOn: signed.decidedOn,
    signerName: signed.decision.signerName,
    signerTitle: signed.decision.signerTitle,
    validFrom: from,
    validTo: to,
    issuedAt: signed.at,
  };
}
