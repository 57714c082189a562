import fc from "fast-check";
import { expect, test } from "vitest";

import {
  type CriteriaSet,
  type PortfolioFacts,
  suggestScores,
  suggestedTotal,
} from "#app/domain/criteria/index.ts";
import { readCriteriaFiles } from "#app/domain/criteria/index.server.ts";

import { attestationOf, courseDone, evidenceFor, factsWith } from "./facts.ts";

const { criteriaSets } = await readCriteriaFiles("content/criteria");
const first = criteriaSets.at(-1)?.criteria;
if (first === undefined) throw new Error("there is no criteria set");
const criteria: CriteriaSet = first;
const CODES = criteria.indicators.map(({ code }) => code);
const LEVELS = criteria.attestationScale.map(({ code }) => code);

const COURSES = [
  { courseId: "qr", title: "Nhận tiền bằng mã QR", subject: "digital", lessonsTotal: 6 },
  { courseId: "anh", title: "Tiếng Anh đón khách", subject: "language", lessonsTotal: 6 },
  { courseId: "lon", title: "Nuôi lợn an toàn", subject: "agriculture", lessonsTotal: 6 },
] as const;

const someCourse = fc
  .record({
    courseId: fc.constantFrom("qr", "anh", "lon", "khóa đã bỏ"),
    done: fc.constantFrom("2026-05-01T03:00:00Z", "2025-05-01T03:00:00Z", null),
    finalScaled: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ courseId, done, finalScaled }) =>
    courseDone(courseId, { completedAt: done === null ? null : new Date(done), finalScaled }),
  );

const someFacts = fc
  .record({
    minutes: fc.nat(2000),
    lessonsCompleted: fc.nat(60),
    helpedLessons: fc.nat(60),
    activeWeeks: fc.nat(53),
    courses: fc.array(someCourse, { maxLength: 6 }),
    evidence: fc.array(
      fc.array(fc.constantFrom(...CODES), { minLength: 1 }).map((codes) => evidenceFor(...codes)),
      { maxLength: 6 },
    ),
    attestations: fc.array(
      fc
        .tuple(fc.constantFrom(...CODES), fc.constantFrom(...LEVELS, "mức đã bỏ"))
        .map(([code, level]) => attestationOf(code, level)),
      { maxLength: 6 },
    ),
    meetings: fc.nat(20),
    planWeeks: fc.tuple(fc.nat(30), fc.nat(20)).map(([kept, more]) => ({ kept, of: kept + more })),
  })
  .map(({ evidence, attestations, meetings, planWeeks, ...learned }) =>
    factsWith({ learned, courseInfo: COURSES, evidence, attestations, meetings, planWeeks }),
  );

function both(a: PortfolioFacts, b: PortfolioFacts): PortfolioFacts {
  return {
    learning: {
      ...a.learning,
      minutes: a.learning.minutes + b.learning.minutes,
      lessonsCompleted: a.learning.lessonsCompleted + b.learning.lessonsCompleted,
      helpedLessons: a.learning.helpedLessons + b.learning.helpedLessons,
      activeWeeks: a.learning.activeWeeks + b.learning.activeWeeks,
      courses: [...a.learning.courses, ...b.learning.courses],
    },
    courseInfo: COURSES,
    evidence: [...a.evidence, ...b.evidence],
    attestations: [...a.attestations, ...b.attestations],
    meetings: a.meetings + b.meetings,
    planWeeks: {
      kept: a.planWeeks.kept + b.planWeeks.kept,
      of: a.planWeeks.of + b.planWeeks.of,
    },
  };
}

test("a suggestion is a whole number of points between none and the maximum", () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      for (const { suggested } of suggestScores(criteria, facts)) {
        expect(suggested === null || Number.isInteger(suggested)).toBe(true);
        expect(suggested ?? 0).toBeGreaterThanOrEqual(0);
        expect(suggested ?? 0).toBeLessThanOrEqual(criteria.max);
      }
    }),
  );
});

test("more facts never lower a suggestion", () => {
  fc.assert(
    fc.property(someFacts, someFacts, (facts, more) => {
      const before = suggestScores(criteria, facts);
      const after = suggestScores(criteria, both(facts, more));
      for (const [at, { suggested }] of before.entries()) {
        expect(after[at]?.suggested ?? -1).toBeGreaterThanOrEqual(suggested ?? -1);
      }
    }),
  );
});

test("what is suggested has its reasons, and without a reason nothing is suggested", () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      for (const { suggested, reasons, next } of suggestScores(criteria, facts)) {
        expect(suggested === null).toBe(reasons.length === 0);
        expect(suggested !== null || next.length > 0).toBe(true);
        for (const sentence of [...reasons, ...next]) {
          expect(sentence).not.toMatch(/[{}]|undefined|NaN/u);
          expect(sentence).toMatch(/[.!?]$/u);
        }
      }
    }),
  );
});

test("who learned with a helper is suggested the same", () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const alone = { ...facts, learning: { ...facts.learning, helpedLessons: 0 } };
      expect(suggestScores(criteria, facts)).toEqual(suggestScores(criteria, alone));
    }),
  );
});

test("nothing done suggests nothing, not zero", () => {
  const suggestions = suggestScores(criteria, factsWith());

  expect(suggestions.map(({ suggested }) => suggested)).toEqual(CODES.map(() => null));
  expect(suggestedTotal(suggestions)).toBeNull();
});

test("a farmer who finished a course of each kind, told of her deeds and is well spoken of may reach 80", () => {
  const diligent = factsWith({
    learned: {
      minutes: 240,
      lessonsCompleted: 18,
      activeWeeks: 7,
      courses: [courseDone("qr"), courseDone("anh"), courseDone("lon")],
    },
    courseInfo: COURSES,
    evidence: [evidenceFor("1", "3", "7"), evidenceFor("3", "5", "6", "10"), evidenceFor("2", "4")],
    attestations: criteria.attestedBy.map((code) => attestationOf(code, "thuong-xuyen")),
  });

  const suggestions = suggestScores(criteria, diligent);

  expect(suggestedTotal(suggestions)).toBeGreaterThanOrEqual(80);
  expect(Math.min(...suggestions.map(({ suggested }) => suggested ?? 0))).toBeGreaterThanOrEqual(5);
});

test("courses alone do not reach 80: four indicators need a named person's word", () => {
  const alone = factsWith({
    learned: {
      minutes: 3000,
      lessonsCompleted: 100,
      activeWeeks: 50,
      courses: [...COURSES, ...COURSES].map(({ courseId }) =>
        courseDone(courseId, { finalScaled: 1 }),
      ),
    },
    courseInfo: COURSES,
  });

  expect(suggestedTotal(suggestScores(criteria, alone))).toBeLessThan(80);
});

test("a suggestion says what it rests on and what would raise it", () => {
  const facts = factsWith({
    learned: { courses: [courseDone("qr", { finalScaled: 0.9 })] },
    courseInfo: COURSES,
  });

  const digital = suggestScores(criteria, facts).find(({ code }) => code === "5");

  expect(digital).toEqual({
    code: "5",
    suggested: 8,
    reasons: [
      "Đã học xong 1 khóa kỹ năng số: “Nhận tiền bằng mã QR”.",
      "Điểm kiểm tra cao nhất ở khóa kỹ năng số là 90 %.",
    ],
    next: [
      "Học xong thêm 1 khóa kỹ năng số thì phần này được gợi ý 7 điểm.",
      "Ghi thêm 1 việc mình đã làm bằng điện thoại hoặc máy tính.",
    ],
  });
});

const plan = (kept: number) =>
  suggestScores(criteria, factsWith({ planWeeks: { kept, of: 9 } })).find(
    ({ code }) => code === "2",
  );

test("a plan speaks by the weeks in which it was kept, and asks for more without a word of blame", () => {
  expect(plan(0)).toMatchObject({ suggested: null, reasons: [] });
  expect(plan(5)).toMatchObject({
    suggested: 2,
    reasons: ["Có kế hoạch học tập tự lập; giữ được 5 trong 9 tuần đã định."],
  });
  expect(plan(5)?.next.join(" ")).toContain("Giữ thêm 3 tuần theo kế hoạch học của mình");
});

test("a course finished in another year does not speak for this one", () => {
  const facts = factsWith({
    learned: { courses: [courseDone("qr", { completedAt: new Date("2025-12-31T16:59:00Z") })] },
    courseInfo: COURSES,
  });

  expect(suggestedTotal(suggestScores(criteria, facts))).toBeNull();
});

test("an attestation names who attested, in which office and when", () => {
  const facts = factsWith({ attestations: [attestationOf("9", "chua-thay")] });

  const peace = suggestScores(criteria, facts).find(({ code }) => code === "9");

  expect(peace).toMatchObject({
    suggested: 0,
    reasons: ["Giàng A Páo (Trưởng thôn, Thôn Hoa Mận) xác nhận ngày 01/10/2026: Chưa thấy làm."],
  });
});
