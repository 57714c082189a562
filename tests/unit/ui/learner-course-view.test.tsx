import { expect, test } from "vitest";

import type { CourseState } from "#app/domain/learning/index.ts";
import {
  answersAsked,
  lessonCount,
  nextStep,
  stepsOf,
} from "#app/pages/learn/blocks/course-view.ts";
import { courseWith } from "#tests/setup/course.ts";

const AT = new Date("2026-11-22T03:00:00Z");

function stateWith(done: readonly string[]): CourseState {
  return {
    startedAt: AT,
    lastActAt: AT,
    completedAt: null,
    finalScaled: null,
    attempts: new Map(),
    lessons: new Map(
      done.map((lessonId) => [
        lessonId,
        {
          lessonId,
          contentVersion: "a",
          openedAt: AT,
          completedAt: AT,
          minutes: 12,
          attempts: 1,
          bestScaled: 1,
          lastAttemptId: null,
          practised: [],
          helper: null,
        },
      ]),
    ),
  };
}

test("somebody who did nothing yet is led to the first lesson", () => {
  expect(nextStep(stepsOf(courseWith(), null))?.id).toBe("bai-mot");
});

test("a lesson that was skipped comes before the final test", () => {
  const steps = stepsOf(courseWith(), stateWith(["bai-hai"]));
  expect(steps.map(({ state }) => state)).toEqual(["now", "done", "next"]);
});

test("the final test comes next after all lessons and is not counted as one", () => {
  const steps = stepsOf(courseWith(), stateWith(["bai-mot", "bai-hai"]));
  expect(nextStep(steps)?.id).toBe("final");
  expect(lessonCount(steps)).toEqual({ done: 2, total: 2 });
});

test("nothing comes next when everything is done", () => {
  expect(nextStep(stepsOf(courseWith(), stateWith(["bai-mot", "bai-hai", "final"])))).toBeNull();
});

test("70 percent of two questions asks for both", () => {
  const course = courseWith();
  expect(answersAsked(course, course.final)).toBe(2);
});
