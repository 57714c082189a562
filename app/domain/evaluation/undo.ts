import type { PersonId } from "#app/domain/kernel/index.ts";

import { nextState, type AssessmentState } from "./states.ts";

/** What becomes of one case when a press is taken back. */
export type UndoOutcome =
  | "reopened"
  /** In a decision's list; a draft has to be discarded first, for it may lie with the chair. */
  | "in-decision"
  | "own-case"
  /** Something was done to it since. */
  | "changed";

/** Whether a person may reopen a case that a press verified or refused. */
export function undoOutcome(
  found: {
    readonly personId: PersonId;
    readonly state: AssessmentState;
    /** The newest press on it, null when there is none. */
    readonly lastActId: string | null;
    /** Whether a decision lists it. */
    readonly listed: boolean;
  },
  by: { readonly personId: PersonId; readonly actId: string },
): UndoOutcome {
  if (found.personId === by.personId) return "own-case";
  if (found.listed) return "in-decision";
  const stands = found.lastActId === by.actId && nextState(found.state, "reopen") !== null;
  return stands ? "reopened" : "changed";
}
