import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import { expect, test } from "vitest";

import { type OwnScores, passes } from "#app/domain/criteria/index.ts";
import { readCriteriaFiles } from "#app/domain/criteria/index.server.ts";
import { caseFlags } from "#app/domain/evaluation/flags.ts";
import { ScoresForm } from "#app/domain/evaluation/index.ts";

const files = await readCriteriaFiles("content/criteria");
const criteria = files.criteriaSets[0]?.criteria;
if (criteria === undefined) throw new Error("there is no criteria set");

function scoresOf(points: readonly (number | null)[]): OwnScores {
  return Object.fromEntries(points.map((score, at) => [String(at + 1), { score, words: "" }]));
}

const EIGHTS = Array.from({ length: 10 }, () => 8);

test("the criteria are three competences and ten indicators of ten points", () => {
  expect(criteria.id).toBe("cdht-324-2022");
  expect(criteria.competences).toHaveLength(3);
  expect(criteria.indicators.map(({ code }) => code)).toEqual(
    Array.from({ length: 10 }, (_, at) => String(at + 1)),
  );
  expect(criteria.attestedBy).toEqual(["4", "8", "9", "10"]);
  expect(criteria.pass).toMatchObject({ total: 80, floor: 5 });
  expect(criteria.citizenGroups).toHaveLength(4);
});

test("80 points pass, 79 do not", () => {
  expect(passes(criteria, scoresOf(EIGHTS))).toEqual({
    total: 80,
    passed: true,
    belowFloor: [],
    missing: [],
  });
  expect(passes(criteria, scoresOf([7, ...EIGHTS.slice(1)])).passed).toBe(false);
});

test("one indicator under 5 fails the whole, however high the total", () => {
  const result = passes(criteria, scoresOf([4, ...Array.from({ length: 9 }, () => 10)]));

  expect(result).toMatchObject({ total: 94, passed: false, belowFloor: ["1"] });
});

test("passing means 80 in total and 5 in each, for any scores", () => {
  const some = fc.array(fc.option(fc.integer({ min: 0, max: 10 })), {
    minLength: 10,
    maxLength: 10,
  });
  fc.assert(
    fc.property(some, (points) => {
      const { passed, total, missing } = passes(criteria, scoresOf(points));
      const filled = points.map((score) => score ?? 0);
      expect(total).toBe(filled.reduce((sum, score) => sum + score, 0));
      expect(passed).toBe(total >= 80 && Math.min(...filled) >= 5);
      expect(passed && missing.length > 0).toBe(false);
    }),
  );
});

const suggested = (points: number | null) =>
  criteria.indicators.map(({ code }) => ({ code, suggested: points, reasons: [], next: [] }));

test("a case as suggested, passing and attested is clear", () => {
  const known = { attested: criteria.attestedBy, aboveSuggestionBy: 3, diminished: false };

  expect(caseFlags(criteria, scoresOf(EIGHTS), suggested(6), known)).toEqual([{ code: "clear" }]);
});

test("what a reviewer should look at is named with its indicators", () => {
  const scores = scoresOf([4, ...EIGHTS.slice(1)]);
  const suggestions = suggested(8).map((each) =>
    each.code === "2"
      ? { ...each, suggested: 5 }
      : each.code === "3"
        ? { ...each, suggested: null }
        : each,
  );

  const flags = caseFlags(criteria, scores, suggestions, {
    attested: ["4", "8", "9"],
    aboveSuggestionBy: 3,
    diminished: false,
  });

  expect(flags).toEqual([
    { code: "below-total", total: 76 },
    { code: "below-floor", indicators: ["1"] },
    { code: "above-suggestion", indicators: ["2"] },
    { code: "no-evidence", indicators: ["3"] },
    { code: "no-attestation", indicators: ["10"] },
  ]);
});

test("scores come as a form has them, as text, and an empty one is none", () => {
  const form = {
    revision: "3",
    scores: { "1": { score: "8", words: " tốt " }, "2": { score: "" } },
  };

  expect(ScoresForm.parse(form)).toEqual({
    revision: 3,
    scores: { "1": { score: 8, words: "tốt" }, "2": { score: null, words: "" } },
  });
});

test.each(["-1", "7.5", "1e1", "tám"])("a score of %s is wrong", (score) => {
  const read = ScoresForm.safeParse({ revision: 0, scores: { "1": { score } } });

  expect(read.error?.issues.map(({ message }) => message)).toEqual(["score-wrong"]);
});

test("own scores are kept under indicator codes and nothing else, whatever the keys", () => {
  const key = fc.oneof(
    fc.constantFrom("__proto__", "constructor", "toString", "", "0", "01", "100", "1 ", "１"),
    fc.integer({ min: -1, max: 120 }).map(String),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 4 }), (keys) => {
      const scores = Object.fromEntries(keys.map((code) => [code, { score: 8 }]));
      const read = ScoresForm.safeParse({ revision: 0, scores });
      const isCode = keys.every((code) => /^[1-9][0-9]?$/u.test(code));
      const kept = read.success ? Object.keys(read.data.scores) : read.error.issues[0]?.message;
      expect(kept).toEqual(isCode ? Object.keys(scores) : "indicator-wrong");
    }),
  );
  for (const scores of [null, [], "1", undefined, { [Symbol("1")]: { score: 8 } }]) {
    expect(ScoresForm.safeParse({ revision: 0, scores }).success).toBe(false);
  }
  expect(Object.hasOwn({}, "score")).toBe(false);
});

test("a file that breaks its own rules is named with what is wrong", async () => {
  const directory = await mkdtemp(join(tmpdir(), "criteria-"));
  const text = await readFile("content/criteria/cdht-324-2022.yaml", "utf8");
  await writeFile(
    join(directory, "sai.yaml"),
    text.replace("{ atLeast: 8, points: 5 }", "{ atLeast: 8, points: 2 }"),
  );

  await expect(readCriteriaFiles(directory)).rejects.toThrow(/sai\.yaml.*steps must rise/su);
});
