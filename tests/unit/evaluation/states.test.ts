import fc from "fast-check";
import { expect, test } from "vitest";

import { Day } from "#app/domain/kernel/index.ts";
import { AssessmentState, nextState, type AssessmentEvent } from "#app/domain/evaluation/index.ts";
import { isOpen } from "#app/domain/evaluation/deadline.ts";

const EVENTS: readonly AssessmentEvent[] = [
  "submit",
  "withdraw",
  "endorse",
  "return",
  "verify",
  "refuse",
  "reopen",
  "recognise",
];

/** The states that a run of events passes through; what is not possible changes nothing. */
function run(events: readonly AssessmentEvent[]) {
  const passed: { before: AssessmentState; event: AssessmentEvent; after: AssessmentState }[] = [];
  let before: AssessmentState = "draft";
  for (const event of events) {
    const after: AssessmentState = nextState(before, event) ?? before;
    if (after !== before) passed.push({ before, event, after });
    before = after;
  }
  return passed;
}

test("the whole table of states and events", () => {
  const table = AssessmentState.options.flatMap((state) =>
    EVENTS.flatMap((event) => {
      const next = nextState(state, event);
      return next === null ? [] : [`${state} ${event} → ${next}`];
    }),
  );

  expect(table).toEqual([
    "draft submit → submitted",
    "submitted withdraw → draft",
    "submitted endorse → endorsed",
    "submitted return → returned",
    "returned submit → submitted",
    "endorsed return → returned",
    "endorsed verify → verified",
    "endorsed refuse → refused",
    "verified reopen → endorsed",
    "verified recognise → recognised",
    "refused reopen → endorsed",
  ]);
});

test("nobody is recognised without a hand-in, the village's word and the commune's, in this order", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 60 }), (events) => {
      const steps = run(events);
      const recognised = steps.findIndex(({ after }) => after === "recognised");
      if (recognised === -1) return;
      const lastOf = (event: AssessmentEvent) =>
        steps.findLastIndex((step, at) => at < recognised && step.event === event);
      const order = [lastOf("submit"), lastOf("endorse"), lastOf("verify")];
      expect(order).not.toContain(-1);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(recognised).toBe(steps.length - 1);
    }),
    { numRuns: 2000 },
  );
});

test("a first hand-in closes earlier than the repair of what was returned", () => {
  const cycle = { submitUntil: Day.parse("2026-12-20"), decideUntil: Day.parse("2026-12-31") };

  expect(isOpen("draft", cycle, Day.parse("2026-12-20"))).toBe(true);
  expect(isOpen("draft", cycle, Day.parse("2026-12-21"))).toBe(false);
  expect(isOpen("returned", cycle, Day.parse("2026-12-31"))).toBe(true);
  expect(isOpen("returned", cycle, Day.parse("2027-01-01"))).toBe(false);
  expect(isOpen("submitted", cycle, Day.parse("2026-12-01"))).toBe(false);
});
