import fc from "fast-check";
import { expect, test } from "vitest";

import type { Question } from "#app/domain/content/index.ts";
import { AccountId } from "#app/domain/kernel/index.ts";
import { Helper } from "#app/domain/identity/index.ts";
import type { Answers } from "#app/domain/learning/index.ts";
import { actOf } from "#app/domain/learning/act-of.ts";
import {
  type ActContext,
  attemptStatements,
  courseCompletedStatement,
  idOf,
  judgeQuiz,
  lessonCompletedStatement,
  openedStatement,
  practisedStatement,
} from "#app/domain/learning/learning-statements.ts";
import { Statement, type StatementInput } from "#app/domain/xapi/index.ts";
import { courseWith, lessonWith } from "#tests/setup/course.ts";

const BASE_IRI = "https://nep-hoc.example/xapi";
const ACCOUNT = AccountId.parse("0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10");

const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4})?$/u);
const words = fc.string({
  unit: fc.constantFrom("a", "ă", "đ", "ếự", " ", "1", ",", "?", "🙂", '"'),
  minLength: 1,
  maxLength: 12,
});
const text = words.map((value) => [{ type: "text" as const, text: value }]);
const prompt = text.map((children) => [{ type: "paragraph" as const, children }]);
const number = (max: number) => fc.double({ min: 0, max, noNaN: true });

const kind = fc.oneof(
  fc.record({
    type: fc.constantFrom("one" as const, "several" as const, "true-false" as const),
    choices: fc.array(fc.record({ text, correct: fc.boolean() }), { minLength: 2, maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant("number" as const),
    answer: number(1e6),
    tolerance: number(10),
    unit: words,
  }),
  fc.record({
    type: fc.constant("word" as const),
    answers: fc.array(words, { minLength: 1, maxLength: 3 }),
    accents: fc.constantFrom("strict" as const, "loose" as const),
  }),
);
const question: fc.Arbitrary<Question> = fc
  .tuple(fc.record({ id: slug, prompt, explanation: prompt }), kind)
  .map(([common, rest]) => ({ ...common, ...rest }));

const anyAnswer = fc.string({ unit: "binary", maxLength: 8 });
const questions = fc.uniqueArray(question, {
  minLength: 1,
  maxLength: 4,
  selector: ({ id }) => id,
});

/** Somebody at some moment in some lesson, or in the final test. */
const anyContext: fc.Arbitrary<ActContext> = fc
  .record({
    courseId: slug,
    lessonId: fc.oneof(slug, fc.constant("final")),
    title: words,
    minutes: fc.integer({ min: 1, max: 120 }),
    version: fc.stringMatching(/^[0-9a-f]{64}$/u),
    questions,
    at: fc.date({ min: new Date("2020-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
    accountId: fc.uuid().map((id) => AccountId.parse(id)),
    helper: fc.option(fc.constantFrom(...Helper.options)),
    phoneTime: fc.option(
      fc.record({
        shown: fc.constant("2016-01-01T00:00:00.000Z"),
        offsetMs: fc.option(fc.integer()),
        receivedAt: fc.date({
          min: new Date("2020-01-01"),
          max: new Date("2100-01-01"),
          noInvalidDate: true,
        }),
      }),
    ),
  })
  .map(({ courseId, lessonId, title, minutes, version, questions: asked, ...context }) => ({
    baseIri: BASE_IRI,
    ...context,
    course: courseWith({ id: courseId, title }),
    lesson: lessonWith({ id: lessonId, title, minutes, version, questions: asked }),
  }));

function contextWith(overrides: Partial<ActContext> = {}): ActContext {
  return {
    baseIri: BASE_IRI,
    accountId: ACCOUNT,
    course: courseWith(),
    lesson: lessonWith(),
    at: new Date("2026-11-22T03:00:00Z"),
    helper: null,
    phoneTime: null,
    ...overrides,
  };
}

/** As the store keeps it and a rebuild reads it. */
function kept(statement: StatementInput): Statement {
  return Statement.parse(JSON.parse(JSON.stringify(statement)));
}

const actTold = (statement: StatementInput) => actOf(kept(statement), BASE_IRI);

/** What every act of it says. */
function ofLesson({ course, lesson, at, helper, phoneTime }: ActContext) {
  return {
    courseId: course.id,
    lessonId: lesson.id,
    contentVersion: lesson.version,
    at,
    ...(helper === null ? {} : { helper }),
    ...(phoneTime === null ? {} : { receivedAt: phoneTime.receivedAt }),
  };
}

test(
  "a lesson opened, a task done, a lesson and a course completed are told and read back",
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(anyContext, (context) => {
        const of = ofLesson(context);
        expect(actTold(openedStatement(context))).toEqual({ ...of, kind: "opened" });
        expect(actTold(lessonCompletedStatement(context))).toEqual({
          ...of,
          kind: "lesson-completed",
          minutes: context.lesson.minutes,
        });
        expect(actTold(practisedStatement(context, "thu-quet"))).toEqual({
          ...of,
          kind: "practised",
          practiceId: "thu-quet",
        });
        expect(actTold(courseCompletedStatement(context))).toEqual({
          ...of,
          lessonId: "",
          kind: "course-completed",
        });
      }),
    );
  },
);

test(
  "an attempt is told with every answer, and read back whole from its last statement",
  { timeout: 60_000 },
  () => {
    const responses = fc.array(fc.array(anyAnswer, { maxLength: 3 }), {
      minLength: 4,
      maxLength: 4,
    });
    const percent = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(anyContext, fc.uuid(), responses, percent, (context, attemptId, given, asked) => {
        const { questions: all } = context.lesson;
        const answers: Answers = Object.fromEntries(all.map(({ id }, at) => [id, given[at] ?? []]));
        const quiz = judgeQuiz(context.lesson, attemptId, answers, asked);

        const acts = attemptStatements(context, quiz).map(actTold);
        expect(acts.slice(0, -1)).toEqual(all.map(() => null));
        expect(acts.at(-1)).toEqual({
          ...ofLesson(context),
          kind: "attempted",
          ...quiz,
          questions: all.map(({ id }) => id),
        });
      }),
    );
  },
);

test("every statement of one lesson has an id of its own, and the same act always the same", () => {
  const context = contextWith();
  const tell = (at: Date) => {
    const act = { ...context, at };
    const quiz = judgeQuiz(act.lesson, idOf(ACCOUNT, "attempt", "1"), { q1: ["0"] }, 50);
    return [
      openedStatement(act),
      ...attemptStatements(act, quiz),
      lessonCompletedStatement(act),
      courseCompletedStatement(act),
    ].map(({ id }) => id);
  };

  expect(new Set(tell(context.at)).size).toBe(6);
  expect(tell(new Date("2026-12-01T00:00:00Z"))).toEqual(tell(context.at));
});

test("two people, two courses, two attempts share no statement id", () => {
  const part = fc.oneof(fc.uuid(), slug);
  const parts = fc.array(part, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expect(idOf(...a) === idOf(...b)).toBe(a.join(" ") === b.join(" "));
    }),
  );
});

test.each([
  { raw: 0, of: 3, percent: 1, passed: false },
  { raw: 1, of: 2, percent: 50, passed: true },
  { raw: 2, of: 3, percent: 66, passed: true },
  { raw: 2, of: 3, percent: 67, passed: false },
  { raw: 7, of: 10, percent: 70, passed: true },
  { raw: 3, of: 3, percent: 100, passed: true },
])(
  "$raw right of $of, where $percent percent is asked: passed is $passed",
  ({ raw, of, percent, passed }) => {
    const [first] = lessonWith().questions;
    if (first === undefined) throw new Error("the lesson has no question");
    const asked = Array.from({ length: of }, (_, at) => ({ ...first, id: `q${at}` }));
    const answers = Object.fromEntries(asked.map(({ id }, at) => [id, [at < raw ? "0" : "1"]]));

    expect(judgeQuiz(lessonWith({ questions: asked }), idOf("x"), answers, percent)).toMatchObject({
      raw,
      max: of,
      passed,
    });
  },
);

test("a statement names her by her account alone", () => {
  const { actor } = kept(openedStatement(contextWith()));

  expect(actor).toEqual({ objectType: "Agent", account: { homePage: BASE_IRI, name: ACCOUNT } });
});

function altered(part: object): StatementInput {
  const context = contextWith();
  const quiz = judgeQuiz(context.lesson, idOf("x"), { q1: ["0"], q2: ["0"] }, 50);
  const whole = attemptStatements(context, quiz).at(-1);
  if (whole === undefined) throw new Error("an attempt tells of nothing");
  return { ...whole, ...part };
}

const completing = (minutes: number | null): StatementInput => ({
  ...lessonCompletedStatement(contextWith()),
  result: { extensions: { [`${BASE_IRI}/ext/minutes`]: minutes } },
});

test.each<[string, StatementInput]>([
  [
    "by an account elsewhere",
    altered({ actor: { account: { homePage: "https://a.example", name: ACCOUNT } } }),
  ],
  ["by an address", altered({ actor: { mbox: "mailto:a@b.example" } })],
  ["without a time", altered({ timestamp: undefined })],
  [
    "on an activity elsewhere",
    altered({ object: { id: "https://a.example/khoa-hoc/khoa-mau/bai/bai-mot/cau-hoi" } }),
  ],
  [
    "on an address that only begins like ours",
    altered({ object: { id: `${BASE_IRI}.example/khoa-hoc/khoa-mau` } }),
  ],
  [
    "on one question",
    altered({ object: { id: `${BASE_IRI}/khoa-hoc/khoa-mau/bai/bai-mot/cau-hoi/q1` } }),
  ],
  ["with another verb", altered({ verb: { id: "http://adlnet.gov/expapi/verbs/experienced" } })],
  ["of a test passed without a score", altered({ result: { success: true } })],
  [
    "of a test passed with nothing to reach",
    altered({ result: { ...altered({}).result, score: { raw: 0, max: 0 } } }),
  ],
  [
    "of a test passed with half a point",
    altered({ result: { ...altered({}).result, score: { raw: 0.5, max: 2 } } }),
  ],
  ["of a test opened", altered({ verb: { id: "http://adlnet.gov/expapi/verbs/initialized" } })],
  [
    "of a course opened",
    { ...openedStatement(contextWith()), object: { id: `${BASE_IRI}/khoa-hoc/khoa-mau` } },
  ],
  ["of a lesson completed in no minutes that are told", completing(null)],
  ["of a lesson completed in minus an hour", completing(-60)],
  ["of a lesson completed in two days", completing(2 * 1440)],
])("a statement %s is no act of ours", (_, statement) => {
  expect(actTold(statement)).toBeNull();
});
