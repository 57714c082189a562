import type { Statement } from "#app/domain/xapi/index.ts";

import { hasCategory, isDefined, type SessionFrame, type Violation } from "./session.ts";
import { CATEGORY, EXTENSION, unitVerbOf, type UnitVerb, VOIDED } from "./vocabulary.ts";

/** One requirement: what breaks it, its number, and what to say. */
type Rule<Subject> = readonly [
  requirement: string,
  fault: string,
  isBroken: (subject: Subject) => boolean,
];

function firstBroken<Subject>(rules: readonly Rule<Subject>[], subject: Subject): Violation | null {
  const found = rules.find(([, , isBroken]) => isBroken(subject));
  return found === undefined ? null : { requirement: found[0], fault: found[1] };
}

interface Framed {
  readonly frame: SessionFrame;
  readonly statement: Statement;
  /** Whether it came with an id of its own. */
  readonly hasId: boolean;
}

const UTC = /(Z|[+-]00:?00|\+00)$/iu;

/** Rules for every statement of a session, cmi5 defined or allowed. */
const FRAME: readonly Rule<Framed>[] = [
  ["9.1.0.0-1", "the statement has no id", ({ hasId }) => !hasId],
  ["6.3.0.0-1", "a session voids nothing", ({ statement }) => statement.verb.id === VOIDED],
  ["9.7.0.0-1", "there is no timestamp", ({ statement }) => statement.timestamp === undefined],
  [
    "9.7.0.0-2",
    "the timestamp is not in UTC",
    ({ statement }) => !UTC.test(statement.timestamp ?? ""),
  ],
  [
    "9.2.0.0-2",
    "the actor of a cmi5 defined statement is an Agent",
    ({ statement }) => isDefined(statement) && statement.actor.objectType === "Group",
  ],
  [
    "9.2.0.0-3",
    "the actor of a cmi5 defined statement has an account",
    ({ statement }) => isDefined(statement) && statement.actor.account === undefined,
  ],
  [
    "8.1.3.0-3",
    "the actor is not the one of the launch",
    ({ frame, statement }) => !isActorOf(frame, statement.actor),
  ],
  ["9.6.0.0-1", "there is no context", ({ statement }) => statement.context === undefined],
  [
    "9.6.1.0-1",
    "the registration is not the one of the launch",
    ({ frame, statement }) => statement.context?.registration !== frame.registration,
  ],
  [
    "9.6.3.1-4",
    "the session id is not the one of the launch",
    ({ frame, statement }) =>
      statement.context?.extensions?.[EXTENSION.sessionId] !== frame.sessionId,
  ],
  [
    "10.2.1.0-6",
    "the context lacks the publisher's id that the contextTemplate has in grouping",
    ({ frame, statement }) =>
      statement.context?.contextActivities?.grouping?.some(({ id }) => id === frame.publisherId) !==
      true,
  ],
  [
    "9.6.2.2-2",
    "the moveOn category belongs to cmi5 defined statements",
    ({ statement }) => hasCategory(statement, CATEGORY.moveOn) && !isDefined(statement),
  ],
];

/** Whether the statement fits its session, whatever came before it. */
export function frameViolation(subject: Framed): Violation | null {
  return firstBroken(FRAME, subject);
}

/** Whether the agent is the learner of the session; a name beside the account does not matter. */
function isActorOf({ actor }: SessionFrame, agent: Statement["actor"]): boolean {
  return (
    agent.objectType !== "Group" &&
    agent.account?.homePage === actor.homePage &&
    agent.account.name === actor.name
  );
}

function asksMoveOn(result: Statement["result"]): boolean {
  return result?.success !== undefined || result?.completion !== undefined;
}

interface Defined {
  readonly frame: SessionFrame;
  readonly statement: Statement;
  readonly verb: UnitVerb;
}

const is =
  (...verbs: readonly UnitVerb[]) =>
  ({ verb }: Defined) =>
    verbs.includes(verb);
const judged = is("passed", "failed");

/** Rules for the verbs that cmi5 defines (§9.3–9.6), each by itself. */
const DEFINED: readonly Rule<Defined>[] = [
  [
    "8.1.5.0-6",
    "the object is not the activity of the launch",
    ({ frame, statement: { object } }) => !("id" in object) || object.id !== frame.activityId,
  ],
  [
    "10.2.2.0-2",
    "in Browse nothing but initialized and terminated is recorded",
    (one) => one.frame.mode === "Browse" && !is("initialized", "terminated")(one),
  ],
  [
    "10.2.2.0-3",
    "in Review nothing but initialized and terminated is recorded",
    (one) => one.frame.mode === "Review" && !is("initialized", "terminated")(one),
  ],
  [
    "9.5.3.0-1",
    "completed has the completion true",
    (one) => is("completed")(one) && one.statement.result?.completion !== true,
  ],
  [
    "9.5.3.0-2",
    "only completed has a completion",
    (one) => !is("completed")(one) && one.statement.result?.completion !== undefined,
  ],
  [
    "9.5.2.0-1",
    "passed has the success true",
    (one) => is("passed")(one) && one.statement.result?.success !== true,
  ],
  [
    "9.5.2.0-2",
    "failed has the success false",
    (one) => is("failed")(one) && one.statement.result?.success !== false,
  ],
  [
    "9.5.2.0-3",
    "only passed and failed have a success",
    (one) => !judged(one) && one.statement.result?.success !== undefined,
  ],
  [
    "9.6.2.2-1",
    "with success or completion the moveOn category is due",
    ({ statement }) => asksMoveOn(statement.result) && !hasCategory(statement, CATEGORY.moveOn),
  ],
  [
    "9.5.1.0-2",
    "only passed and failed have a score",
    (one) => !judged(one) && one.statement.result?.score !== undefined,
  ],
  [
    "9.5.1.0-3",
    "a raw score has its min and max",
    ({ statement: { result } }) =>
      result?.score?.raw !== undefined &&
      (result.score.min === undefined || result.score.max === undefined),
  ],
  [
    "9.5.1.0-1",
    "a scaled score lies between 0 and 1",
    ({ statement: { result } }) => (result?.score?.scaled ?? 0) < 0,
  ],
  ["9.5.4.1-1", "terminated has a duration", (one) => lacksDuration(one, "terminated")],
  ["9.5.4.1-2", "completed has a duration", (one) => lacksDuration(one, "completed")],
  ["9.5.4.1-3", "passed has a duration", (one) => lacksDuration(one, "passed")],
  ["9.5.4.1-4", "failed has a duration", (one) => lacksDuration(one, "failed")],
  [
    "9.6.3.2-2",
    "passed and failed with a score carry the masteryScore of the launch",
    ({ frame: { masteryScore }, statement: { context, result } }) =>
      masteryScore !== null &&
      result?.score !== undefined &&
      context?.extensions?.[EXTENSION.masteryScore] !== masteryScore,
  ],
  [
    "9.3.4.0-2",
    "passed has at least the masteryScore",
    (one) => is("passed")(one) && scoreMinusMastery(one) < 0,
  ],
  [
    "9.3.5.0-2",
    "failed has less than the masteryScore",
    (one) => is("failed")(one) && scoreMinusMastery(one) >= 0,
  ],
  [
    "9.6.2.2-2",
    "the moveOn category goes with success or completion",
    ({ statement }) => hasCategory(statement, CATEGORY.moveOn) && !asksMoveOn(statement.result),
  ],
];

function lacksDuration(one: Defined, verb: UnitVerb): boolean {
  return one.verb === verb && one.statement.result?.duration === undefined;
}

/** NaN when there is nothing to compare, so that no rule is broken. */
function scoreMinusMastery({ frame: { masteryScore }, statement: { result } }: Defined): number {
  const scaled = result?.score?.scaled;
  return masteryScore === null || scaled === undefined ? Number.NaN : scaled - masteryScore;
}

/** Whether a cmi5 defined statement is well formed, whatever came before it. */
export function definedViolation(
  frame: SessionFrame,
  statement: Statement,
): Violation | { readonly verb: UnitVerb } {
  const verb = unitVerbOf(statement.verb.id);
  if (verb === null) {
    return {
      requirement: "9.3.0.0-1",
      fault: "a unit sends no cmi5 defined statement of this verb",
    };
  }
  return firstBroken(DEFINED, { frame, statement, verb }) ?? { verb };
}
