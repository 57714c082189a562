import { expect, test } from "vitest";

import { en } from "#app/locales/en/index.ts";
import { linesOf } from "#app/locales/fall-back.ts";
import { vi } from "#app/locales/vi/index.ts";

import { isVietnameseWithout, KEPT_IN_ENGLISH } from "#tests/setup/kept-in-english.ts";

import { argumentsFor, isSentence, type Line, saidWith } from "./every-line.ts";

const vietnamese = linesOf(vi);
const english = new Map(linesOf(en));

const shape = (lines: readonly (readonly [string, Line])[]) =>
  lines.map(([at, line]) => `${at} ${typeof line === "string" ? "" : String(line.length)}`);

const inEnglish = (at: string): Line => english.get(at) ?? "";

test("English says every line, with the same things given to it, and nothing else", () => {
  expect(shape([...english]).toSorted()).toEqual(shape(vietnamese).toSorted());
});

test("no line is empty", () => {
  const blank = [...vietnamese, ...english].filter(
    ([, line]) => typeof line === "string" && line.trim() === "",
  );

  expect(blank).toEqual([]);
});

test("every sentence that is put together reads as one, and names in English what it names in Vietnamese", () => {
  for (const [at, line] of vietnamese) {
    const given = argumentsFor(line);
    const said = saidWith(line, given) ?? "";
    const translated = saidWith(inEnglish(at), given);

    expect(isSentence(translated), `${at}: ${translated}`).toBe(true);
    for (const text of given.flat().filter((one) => typeof one === "string")) {
      const named = said.toLowerCase().includes(text);
      expect(translated?.toLowerCase().includes(text), `${at}: ${translated}`).toBe(named);
    }
  }
});

test("nothing in English is Vietnamese but names, titles and the wording of papers", () => {
  const foreign = [...english].flatMap(([at, line]) => {
    const said = saidWith(line, argumentsFor(line)) ?? "";
    return isVietnameseWithout(said, KEPT_IN_ENGLISH) ? [`${at}: ${said}`] : [];
  });

  expect(foreign).toEqual([]);
});

test("one thing is told in the singular, others in the plural", () => {
  const { common, learning, portfolio, assessment, desk } = en;

  expect([common.course.lessons(1), common.course.lessons(12)]).toEqual(["1 lesson", "12 lessons"]);
  expect([portfolio.learned.hoursOf(60), portfolio.learned.hoursOf(90)]).toEqual([
    "1 hour",
    "1,5 hours",
  ]);
  expect([assessment.total.short(1), assessment.total.short(2)]).toEqual([
    "1 point is still missing.",
    "2 points are still missing.",
  ]);
  expect(learning.quiz.missingTitle(1)).toBe("1 question not answered yet");
  expect([desk.queue.found("1"), desk.queue.found("1.204")]).toEqual(["1 case", "1.204 cases"]);
  expect(desk.flags["no-evidence"](["3"])).toBe("No evidence: indicator 3");
  expect(desk.flags["no-evidence"](["3", "5"])).toBe("No evidence: indicators 3, 5");
});
