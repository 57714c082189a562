import fc from "fast-check";
import { expect, test } from "vitest";

import type { SessionFrame, SessionState } from "#app/domain/cmi5/session.ts";
import { takeStatement, takeStatements } from "#app/domain/cmi5/session-rules.ts";
import { CATEGORY, EXTENSION, type UnitVerb } from "#app/domain/cmi5/vocabulary.ts";

import { BEGUN, changed, draft, FRAME, LAUNCHED, sent } from "./session-statements.ts";

/** The requirement that is broken, or null. */
function broken(
  value: Record<string, unknown>,
  state: SessionState = BEGUN,
  frame: SessionFrame = FRAME,
): string | null {
  const taken = takeStatement(frame, state, sent(value));
  return taken.ok ? null : taken.refusal.requirement;
}

const VERBS = ["initialized", "completed", "passed", "failed", "terminated"] as const;
const without = (id: string) =>
  [CATEGORY.cmi5, CATEGORY.moveOn].filter((one) => one !== id).map((one) => ({ id: one }));
const CATEGORIES = "context/contextActivities/category";

test("a well-made unit says what it has to say, and more that it is allowed to", () => {
  const said = [
    "initialized",
    "experienced",
    "completed",
    "passed",
    "experienced",
    "terminated",
  ] as const;
  const batch = said.map((verb, second) => sent(draft(verb, FRAME, second)));
  const taken = takeStatements(FRAME, LAUNCHED, batch);

  expect(taken).toMatchObject({
    ok: true,
    value: {
      verbs: ["initialized", null, "completed", "passed", null, "terminated"],
      state: { ending: "terminated", completed: true, passed: true },
    },
  });
});

test("passed without a score needs no masteryScore", () => {
  const plain = changed(draft("passed"), "result/score", undefined);
  const bare = changed(
    plain,
    `context/extensions/${EXTENSION.masteryScore.replaceAll("/", "|")}`,
    undefined,
  );
  expect(broken(bare)).toBeNull();
});

test.each([
  ["9.1.0.0-1", "id", undefined],
  ["9.7.0.0-1", "timestamp", undefined],
  ["9.7.0.0-2", "timestamp", "2026-11-22T10:00:00+07:00"],
  ["8.1.3.0-3", "actor", { account: { ...FRAME.actor, name: "ai-do" } }],
  ["8.1.3.0-3", "actor", { account: { ...FRAME.actor, homePage: "https://khac.example" } }],
  ["9.6.0.0-1", "context", undefined],
  ["9.6.1.0-1", "context/registration", undefined],
  ["9.6.1.0-1", "context/registration", "ccaf384c-f8d4-4e7a-8304-49af58f0b176"],
  ["9.6.3.1-4", "context/extensions", {}],
  ["9.6.3.1-4", "context/extensions", { [EXTENSION.sessionId]: "khac" }],
  ["10.2.1.0-6", "context/contextActivities/grouping", undefined],
  ["10.2.1.0-6", "context/contextActivities/grouping", [{ id: "https://soan-bai.example/hai" }]],
] as const)("%s holds for every statement of a session: %s", (requirement, path, to) => {
  for (const verb of ["passed", "experienced"] as const) {
    expect(broken(changed(draft(verb), path, to))).toBe(requirement);
  }
});

test.each([
  ["9.2.0.0-2", "passed", "actor/objectType", "Group"],
  ["9.2.0.0-3", "passed", "actor", { mbox: "mailto:ai@khac.example" }],
  ["8.1.5.0-6", "completed", "object/id", "https://khac.example/bai"],
  ["8.1.5.0-6", "completed", "object", { objectType: "StatementRef", id: FRAME.sessionId }],
  ["9.3.0.0-1", "completed", "verb/id", "http://adlnet.gov/expapi/verbs/experienced"],
  ["9.3.0.0-1", "completed", "verb/id", "https://w3id.org/xapi/adl/verbs/satisfied"],
  ["9.5.3.0-1", "completed", "result", undefined],
  ["9.5.3.0-1", "completed", "result/completion", false],
  ["9.5.3.0-2", "passed", "result/completion", true],
  ["9.5.2.0-1", "passed", "result/success", undefined],
  ["9.5.2.0-1", "passed", "result/success", false],
  ["9.5.2.0-2", "failed", "result/success", true],
  ["9.5.2.0-3", "completed", "result/success", true],
  ["9.5.1.0-2", "completed", "result/score", { scaled: 0.5 }],
  ["9.5.1.0-2", "terminated", "result/score", { scaled: 0.5 }],
  ["9.5.1.0-3", "passed", "result/score", { scaled: 0.9, raw: 9, max: 10 }],
  ["9.5.1.0-3", "passed", "result/score", { scaled: 0.9, raw: 9, min: 0 }],
  ["9.5.1.0-1", "failed", "result/score", { scaled: -0.1 }],
  ["9.5.4.1-1", "terminated", "result", undefined],
  ["9.5.4.1-2", "completed", "result/duration", undefined],
  ["9.5.4.1-3", "passed", "result/duration", undefined],
  ["9.5.4.1-4", "failed", "result/duration", undefined],
  ["9.6.2.2-1", "completed", CATEGORIES, without(CATEGORY.moveOn)],
  ["9.6.2.2-2", "terminated", CATEGORIES, without("")],
  ["9.6.2.2-2", "completed", CATEGORIES, without(CATEGORY.cmi5)],
  ["9.6.2.2-2", "experienced", CATEGORIES, without(CATEGORY.cmi5)],
  ["9.6.3.2-2", "passed", "context/extensions", { [EXTENSION.sessionId]: FRAME.sessionId }],
  [
    "9.6.3.2-2",
    "failed",
    "context/extensions",
    { [EXTENSION.sessionId]: FRAME.sessionId, [EXTENSION.masteryScore]: 0.7 },
  ],
  ["9.3.4.0-2", "passed", "result/score", { scaled: 0.79 }],
  ["9.3.5.0-2", "failed", "result/score", { scaled: 0.8 }],
] as const)("%s: %s with %s otherwise is refused", (requirement, verb, path, to) => {
  expect(broken(draft(verb))).toBeNull();
  expect(broken(changed(draft(verb), path, to))).toBe(requirement);
});

test("a session voids nothing", () => {
  const voiding = changed(
    changed(draft("experienced"), "verb/id", "http://adlnet.gov/expapi/verbs/voided"),
    "object",
    { objectType: "StatementRef", id: FRAME.sessionId },
  );
  expect(broken(voiding)).toBe("6.3.0.0-1");
});

test("a name beside the learner's account, or no objectType, is the same learner", () => {
  expect(
    broken(changed(draft("passed"), "actor", { name: "Mỷ", account: FRAME.actor })),
  ).toBeNull();
});

test("nothing comes before the preferences were read, and nothing but initialized then", () => {
  expect(broken(draft("initialized"), { ...LAUNCHED, preferencesRead: false })).toBe("11.0.0.0-3");
  expect(broken(draft("experienced"), LAUNCHED)).toBe("9.3.0.0-4");
  expect(broken(draft("completed"), LAUNCHED)).toBe("9.3.0.0-4");
  const undefinedOne = changed(draft("initialized"), CATEGORIES, []);
  expect(broken(undefinedOne, LAUNCHED)).toBe("9.3.0.0-4");
  expect(broken(draft("initialized"), LAUNCHED)).toBeNull();
});

test("nothing comes after the end", () => {
  for (const verb of [...VERBS, "experienced"] as const) {
    expect(broken(draft(verb), { ...BEGUN, ending: "terminated" })).toBe("9.3.0.0-5");
    expect(broken(draft(verb), { ...BEGUN, ending: "abandoned" })).toBe("9.3.6.0-2");
  }
});

test("what a registration has, another session of it does not say again", () => {
  expect(broken(draft("completed"), { ...BEGUN, completed: true })).toBe("9.3.0.0-6");
  expect(broken(draft("passed"), { ...BEGUN, passed: true })).toBe("9.3.0.0-7");
  expect(broken(draft("failed"), { ...BEGUN, passed: true })).toBe("9.3.0.0-8");
  expect(broken(draft("failed"), { ...BEGUN, completed: true })).toBeNull();
});

test("passed after failed is another session's matter", () => {
  expect(broken(draft("passed"), { ...BEGUN, verbs: ["initialized", "failed"] })).toBe("9.3.0.0-3");
  expect(broken(draft("failed"), { ...BEGUN, verbs: ["initialized", "failed"] })).toBe("9.3.0.0-2");
});

test.each(["Browse", "Review"] as const)(
  "in %s a unit begins and ends, and records nothing",
  (mode) => {
    const frame = { ...FRAME, mode };
    const requirement = mode === "Browse" ? "10.2.2.0-2" : "10.2.2.0-3";
    for (const verb of ["completed", "passed", "failed"] as const) {
      expect(broken(draft(verb), BEGUN, frame)).toBe(requirement);
    }
    expect(broken(draft("initialized"), LAUNCHED, frame)).toBeNull();
    expect(broken(draft("experienced"), BEGUN, frame)).toBeNull();
    expect(broken(draft("terminated"), BEGUN, frame)).toBeNull();
  },
);

test("the order within a batch is that of its timestamps", () => {
  const batch = [
    sent(draft("terminated", FRAME, 9)),
    sent(draft("completed", FRAME, 5)),
    sent(draft("initialized", FRAME, 1)),
  ];
  expect(takeStatements(FRAME, LAUNCHED, batch)).toMatchObject({
    ok: true,
    value: { verbs: ["terminated", "completed", "initialized"] },
  });
});

test("one statement that breaks a rule refuses its whole batch", () => {
  const batch = [sent(draft("initialized", FRAME, 1)), sent(draft("initialized", FRAME, 2))];
  expect(takeStatements(FRAME, LAUNCHED, batch)).toMatchObject({
    ok: false,
    refusal: { requirement: "9.3.0.0-2" },
  });
});

const anyVerb = fc.constantFrom<UnitVerb | "experienced">(...VERBS, "experienced");

test("whatever a unit sends in however many sessions, what is taken in obeys the specification", () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyVerb, { maxLength: 12 }), { maxLength: 4 }), (sessions) => {
      let registration = { completed: false, passed: false };
      const kept: UnitVerb[] = [];
      for (const verbs of sessions) {
        let state: SessionState = { ...LAUNCHED, ...registration };
        const taken: (UnitVerb | "experienced")[] = [];
        for (const [second, verb] of verbs.entries()) {
          const result = takeStatement(FRAME, state, sent(draft(verb, FRAME, second)));
          if (!result.ok) continue;
          ({ state } = result.value);
          taken.push(verb);
          if (verb !== "experienced") kept.push(verb);
        }
        registration = { completed: state.completed, passed: state.passed };
        const defined = taken.filter((verb) => verb !== "experienced");
        expect(taken.slice(0, 1)).toEqual(taken.length === 0 ? [] : ["initialized"]);
        expect(new Set(defined).size).toBe(defined.length);
        expect(
          defined.filter((verb) => verb === "passed" || verb === "failed").length,
        ).toBeLessThan(2);
        expect(taken.slice(0, -1)).not.toContain("terminated");
      }
      expect(kept.filter((verb) => verb === "completed").length).toBeLessThan(2);
      expect(kept.filter((verb) => verb === "passed").length).toBeLessThan(2);
      expect(kept.slice(kept.concat("passed").indexOf("passed"))).not.toContain("failed");
    }),
  );
});

test("a batch is taken in exactly when its statements are, one after another", () => {
  fc.assert(
    fc.property(fc.array(anyVerb, { maxLength: 8 }), (verbs) => {
      const batch = verbs.map((verb, second) => sent(draft(verb, FRAME, second)));
      const whole = takeStatements(FRAME, LAUNCHED, batch);
      let state: SessionState | null = LAUNCHED;
      for (const one of batch) {
        if (state === null) break;
        const result: ReturnType<typeof takeStatement> = takeStatement(FRAME, state, one);
        state = result.ok ? result.value.state : null;
      }
      expect(whole.ok ? whole.value.state : null).toEqual(state);
    }),
  );
});
