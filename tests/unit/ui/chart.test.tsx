import { readFileSync } from "node:fs";

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { Day } from "#app/domain/kernel/index.ts";
import { PlanWeeksChart } from "#app/pages/learn/plan/plan-weeks.tsx";
import { ScoreChart } from "#app/pages/portfolio/book/score-chart.tsx";

const week = { monday: Day.parse("2026-11-16"), done: 2, goal: 3, state: "missed" } as const;
const score = { code: "1", label: "Chỉ số 1", suggested: 5, self: 6, max: 10, floor: 5 } as const;
const sheet = readFileSync("app/kit/styles/chart.css", "utf8");

test("a chart brings the styles of its bars along, whoever reads the page: a learner, a class, a desk", () => {
  for (const chart of [
    <PlanWeeksChart key="plan" weeks={[week]} />,
    <ScoreChart key="scores" rows={[score]} caption="Điểm" />,
  ]) {
    const html = renderToStaticMarkup(chart);
    expect(html).toContain('<link rel="stylesheet"');
    for (const [, name] of html.matchAll(/<(?:rect|line) class="(\w+)"/gu)) {
      expect(sheet).toContain(`.${name} {`);
    }
  }
});

test("what the easy view makes as high as a screen is a question, and no other form's field", () => {
  const css = readFileSync("app/kit/styles/ear.css", "utf8");
  const high = [...css.matchAll(/([^{}]+)\{[^}]*min-height: 75vh/gu)].map(([, selector]) =>
    selector?.trim(),
  );

  expect(high).toEqual([".easy .questions > .field:not(:only-of-type)"]);
});
