import { expect, test } from "vitest";

import {
  coveredCompetences,
  coveredIndicators,
  coveredLanguages,
} from "#app/domain/content/index.ts";
import { readDigitalCompetences } from "#app/domain/content/index.server.ts";
import { courseWith } from "#tests/setup/course.ts";

function claim(framework: "TT-02-2025-BGDDT" | "TT-01-2014-BGDDT", code: string, level: string) {
  return { framework, version: "1", code, level };
}

const course = {
  ...courseWith(),
  indicators: [5],
  frameworks: [
    claim("TT-02-2025-BGDDT", "4.2", "1"),
    claim("TT-02-2025-BGDDT", "6", "2"),
    claim("TT-01-2014-BGDDT", "zh", "A1"),
  ],
};

test("a competence is served by a course that names it or its whole domain; of 24 the others are gaps", async () => {
  const covered = coveredCompetences([course], await readDigitalCompetences());
  const served = covered.filter(({ courses }) => courses.length > 0);
  expect(covered).toHaveLength(24);
  expect(served.map(({ code, courses }) => [code, courses[0]?.level])).toEqual([
    ["4.2", "1"],
    ["6.1", "2"],
    ["6.2", "2"],
    ["6.3", "2"],
  ]);
});

test("indicators and languages are told with the courses that serve them", () => {
  const [first, second] = coveredIndicators(
    [course],
    [
      { code: "5", name: "năm" },
      { code: "6", name: "sáu" },
    ],
  );
  expect(first?.courses.map(({ courseId }) => courseId)).toEqual([course.id]);
  expect(second?.courses).toEqual([]);
  const [english, chinese] = coveredLanguages([course], ["en", "zh"]);
  expect([english?.courses.length, chinese?.courses[0]?.level]).toEqual([0, "A1"]);
});
