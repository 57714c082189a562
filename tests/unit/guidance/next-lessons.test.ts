import fc from "fast-check";
import { expect, test } from "vitest";

import { type Begun, type Bearings, nextLessons } from "#app/domain/guidance/next-lessons.ts";
import type { LessonProgress } from "#app/domain/learning/index.ts";
import { courseWith } from "#tests/setup/course.ts";

const PIGS = courseWith({ id: "lon", title: "Nuôi lợn", needs: ["lợn bị ốm"] });
const GUESTS = courseWith({ id: "khach", title: "Đón khách", needs: ["bán hàng cho khách"] });
const PAPERS = courseWith({ id: "giay", title: "Giấy tờ", needs: ["làm giấy tờ"] });
const CATALOGUE = [GUESTS, PAPERS, PIGS];

function bearings(overrides: Partial<Bearings> = {}): Bearings {
  return {
    catalogue: CATALOGUE,
    begun: [],
    plannedCourses: [],
    villageNeeds: [],
    ownNeed: null,
    ...overrides,
  };
}

const AT = new Date("2026-11-01T12:00:00Z");

function lesson(lessonId: string, changed: Partial<LessonProgress> = {}): LessonProgress {
  return {
    lessonId,
    contentVersion: "a".repeat(64),
    openedAt: AT,
    completedAt: null,
    minutes: 0,
    attempts: 0,
    bestScaled: null,
    lastAttemptId: null,
    practised: [],
    helper: null,
    ...changed,
  };
}

function begun(courseId: string, lessons: readonly LessonProgress[], completed = false): Begun {
  const state = {
    startedAt: AT,
    lastActAt: AT,
    completedAt: completed ? AT : null,
    finalScaled: null,
    lessons: new Map(lessons.map((each) => [each.lessonId, each])),
    attempts: new Map(),
  };
  return { courseId, completed, state };
}

const told = (asked: Bearings) =>
  nextLessons(asked, 5).map(({ course, lesson: { id }, why }) => [course.id, id, why.kind]);

test("what she began goes on after the last lesson she did", () => {
  const [first] = told(
    bearings({ begun: [begun("lon", [lesson("bai-mot", { completedAt: AT })])] }),
  );

  expect(first).toEqual(["lon", "bai-hai", "continue"]);
});

test("a quiz she did not pass comes before the lesson after it", () => {
  const tried = lesson("bai-hai", { attempts: 1, bestScaled: 0.2 });

  const [first] = told(bearings({ begun: [begun("lon", [tried])] }));

  expect(first).toEqual(["lon", "bai-hai", "try-again"]);
});

test("then what she planned, what her village needs, what she looked for, and the rest", () => {
  const village = { villageNeeds: ["lợn bị ốm"] };

  expect(told(bearings({ ...village, plannedCourses: ["giay", "bỏ rồi"] }))).toEqual([
    ["giay", "bai-mot", "planned"],
    ["lon", "bai-mot", "village-need"],
    ["khach", "bai-mot", "new"],
  ]);
  expect(nextLessons(bearings(village), 1)[0]?.why).toEqual({
    kind: "village-need",
    need: "lợn bị ốm",
  });
  expect(told(bearings({ ownNeed: "làm giấy tờ" }))[0]).toEqual(["giay", "bai-mot", "own-need"]);
});

test("who has learned everything is told nothing", () => {
  const all = CATALOGUE.map(({ id }) => begun(id, [], true));

  expect(nextLessons(bearings({ begun: all }), 3)).toEqual([]);
});

test("one lesson of a course, never one of a finished course, never more than asked for", () => {
  const ids = fc.constantFrom("lon", "khach", "giay", "bỏ rồi");
  const needs = fc.constantFrom("lợn bị ốm", "bán hàng cho khách", "làm giấy tờ", "lạ");
  const someBegun = fc.uniqueArray(fc.record({ courseId: ids, completed: fc.boolean() }), {
    selector: ({ courseId }) => courseId,
  });
  fc.assert(
    fc.property(
      someBegun,
      fc.array(ids),
      fc.array(needs),
      fc.option(needs),
      fc.nat(5),
      (touched, plannedCourses, villageNeeds, ownNeed, most) => {
        const asked = touched.map((each) => begun(each.courseId, [], each.completed));
        const found = nextLessons(
          bearings({ begun: asked, plannedCourses, villageNeeds, ownNeed }),
          most,
        );
        const courses = found.map(({ course }) => course.id);
        expect(new Set(courses).size).toBe(courses.length);
        expect(courses.length).toBeLessThanOrEqual(most);
        const finished = touched.filter(({ completed }) => completed);
        expect(finished.some(({ courseId }) => courses.includes(courseId))).toBe(false);
      },
    ),
  );
});
