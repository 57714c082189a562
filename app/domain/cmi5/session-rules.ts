import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";
import type { Statement } from "#app/domain/xapi/index.ts";

import { isDefined, type SessionFrame, type SessionState, type Violation } from "./session.ts";
import { definedViolation, frameViolation } from "./statement-rules.ts";
import type { UnitVerb } from "./vocabulary.ts";

/** A statement of a unit, as it came. */
export interface SentStatement {
  readonly statement: Statement;
  /** Whether its text has an id of its own. */
  readonly hasId: boolean;
}

/** A session after one more statement of its unit. */
export interface Taken {
  readonly state: SessionState;
  /** The verb, when the statement is cmi5 defined. */
  readonly verb: UnitVerb | null;
}

/** Takes one statement in, or names the requirement that it breaks (§7.1, §9). */
export function takeStatement(
  frame: SessionFrame,
  state: SessionState,
  { statement, hasId }: SentStatement,
): Result<Taken, Violation> {
  const broken = frameViolation({ frame, statement, hasId });
  if (broken !== null) return refuse(broken);
  const defined = isDefined(statement) ? definedViolation(frame, statement) : null;
  if (defined !== null && "requirement" in defined) return refuse(defined);
  const verb = defined?.verb ?? null;
  const misplaced = orderViolation(state, verb);
  return misplaced === null ? accept({ state: after(state, verb), verb }) : refuse(misplaced);
}

/**
 * Takes a batch in, all of it or none. The order is that of the timestamps (§9.3); answers the verbs
 * by the place of their statements in the batch as it came.
 */
export function takeStatements(
  frame: SessionFrame,
  state: SessionState,
  sent: readonly SentStatement[],
): Result<
  { readonly state: SessionState; readonly verbs: readonly (UnitVerb | null)[] },
  Violation
> {
  const inOrder = [...sent.keys()].toSorted((a, b) => instantOf(sent[a]) - instantOf(sent[b]));
  const verbs: (UnitVerb | null)[] = sent.map(() => null);
  let now = state;
  for (const at of inOrder) {
    const one = sent[at];
    if (one === undefined) continue;
    const taken = takeStatement(frame, now, one);
    if (!taken.ok) return taken;
    verbs[at] = taken.value.verb;
    now = taken.value.state;
  }
  return accept({ state: now, verbs });
}

/** One without a timestamp is refused whatever its place. */
function instantOf(sent: SentStatement | undefined): number {
  return Date.parse(sent?.statement.timestamp ?? "1970-01-01T00:00:00Z");
}

/** What the statements before it forbid. `verb`: null for an allowed statement. */
function orderViolation(state: SessionState, verb: UnitVerb | null): Violation | null {
  if (state.ending === "abandoned") {
    return { requirement: "9.3.6.0-2", fault: "the session was abandoned" };
  }
  if (state.ending === "terminated") {
    return { requirement: "9.3.0.0-5", fault: "terminated was the last statement" };
  }
  if (!state.preferencesRead) {
    return { requirement: "11.0.0.0-3", fault: "the learner's preferences were not read yet" };
  }
  if (!state.verbs.includes("initialized")) {
    return verb === "initialized"
      ? null
      : { requirement: "9.3.0.0-4", fault: "initialized comes first" };
  }
  return verb === null ? null : repetition(state, verb);
}

function repetition(state: SessionState, verb: UnitVerb): Violation | null {
  if (state.verbs.includes(verb)) {
    return { requirement: "9.3.0.0-2", fault: `the session has said ${verb} already` };
  }
  if (verb === "passed" && state.verbs.includes("failed")) {
    return { requirement: "9.3.0.0-3", fault: "the session has said failed already" };
  }
  if (verb === "completed" && state.completed) {
    return { requirement: "9.3.0.0-6", fault: "the registration has completed it already" };
  }
  if (verb === "passed" && state.passed) {
    return { requirement: "9.3.0.0-7", fault: "the registration has passed it already" };
  }
  if (verb === "failed" && state.passed) {
    return { requirement: "9.3.0.0-8", fault: "the registration has passed it before" };
  }
  return null;
}

function after(state: SessionState, verb: UnitVerb | null): SessionState {
  if (verb === null) return state;
  return {
    ...state,
    verbs: [...state.verbs, verb],
    ending: verb === "terminated" ? "terminated" : state.ending,
    completed: state.completed || verb === "completed",
    passed: state.passed || verb === "passed",
  };
}
