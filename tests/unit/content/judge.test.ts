import fc from "fast-check";
import { expect, test } from "vitest";

import {
  judge,
  publicQuestion,
  type Question,
  responseText,
  rightAnswerText,
} from "#app/domain/content/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";

import { choosing, numberOf, wordOf } from "./questions.ts";

function isRight(question: Question, ...response: string[]): boolean {
  return judge(question, response).correct;
}

const anyChoices = fc
  .array(fc.boolean(), { minLength: 3, maxLength: 6 })
  .filter((marks) => marks.filter(Boolean).length > 1);

test("choosing all the right answers is right in any order, and choosing any other set is not", () => {
  const chosen = fc.array(fc.nat({ max: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(anyChoices, fc.integer(), chosen, (marks, seed, others) => {
      const question = choosing("several", ...marks.map((mark) => (mark ? "x đúng" : "- sai")));
      const right = marks.flatMap((mark, place) => (mark ? [String(place)] : []));
      const [shuffled = []] = fc.sample(fc.shuffledSubarray(right, { minLength: right.length }), {
        seed,
        numRuns: 1,
      });
      expect(isRight(question, ...shuffled)).toBe(true);
      const other = [...new Set(others.map(String))].toSorted();
      expect(isRight(question, ...other)).toBe(other.join(",") === right.join(","));
    }),
  );
});

test("one choice is right, another is not, and neither is none or both", () => {
  const question = choosing("one", "- sai", "x đúng", "- sai");
  expect(isRight(question, "1")).toBe(true);
  for (const response of [["0"], [], ["0", "1"], ["01"], ["1.0"], [" 1"], ["đúng"]]) {
    expect(judge(question, response)).toEqual({ correct: false });
  }
  expect(isRight(choosing("true-false", "- Đúng", "x Sai"), "1")).toBe(true);
});

test("a number is right however Vietnamese writes it", () => {
  const typed = [
    "350000",
    "350.000",
    "350 000",
    " 350.000 ",
    "350.000 đồng",
    "350000đ",
    "350.000,0",
  ];
  for (const text of typed) expect([text, isRight(numberOf(350_000), text)]).toEqual([text, true]);
  expect(isRight(numberOf(350_000), "350,000")).toBe(true);
  expect(isRight(numberOf(350_000), "350\u00A0000")).toBe(true);
  for (const text of ["35000", "350", "35.00.00", "350.0000", "", "đồng", "3e5", "0x5", "∞"]) {
    expect([text, isRight(numberOf(350_000), text)]).toEqual([text, false]);
  }
});

test("a decimal has a comma; a point that parts no thousands is a decimal too", () => {
  const kilos = numberOf(3.5, { unit: "kg" });
  for (const text of ["3,5", "3.5", "3,50", "3,5 kg", "3,500"])
    expect(isRight(kilos, text)).toBe(true);
  expect(isRight(numberOf(1.5), "1.500")).toBe(false);
  expect(isRight(numberOf(-2), "−2")).toBe(true);
});

test("a number may be off by its tolerance and no more", () => {
  const question = numberOf(2.5, { tolerance: 0.1 });
  expect(isRight(question, "2,6")).toBe(true);
  expect(isRight(question, "2,4")).toBe(true);
  expect(isRight(question, "2,61")).toBe(false);
});

test("every whole number is right as it is printed", () => {
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(isRight(numberOf(value), formatNumber(value))).toBe(true);
      expect(isRight(numberOf(value), String(value))).toBe(true);
    }),
  );
});

test("a word is right in any case and with blanks around, and with its marks unless they are let go", () => {
  const strict = wordOf(["chuồng sạch", "hello"], "strict");
  for (const text of ["chuồng sạch", " Chuồng  Sạch. ", "CHUỒNG SẠCH", "chuồng sạch", "Hello!"]) {
    expect(isRight(strict, text.normalize("NFD"))).toBe(true);
  }
  expect(isRight(strict, "chuong sach")).toBe(false);
  expect(isRight(wordOf(["chuồng sạch"], "loose"), "chuong sach")).toBe(true);
  expect(isRight(wordOf(["you're welcome"], "strict"), "You’re welcome")).toBe(true);
  expect(isRight(wordOf(["đúng"], "loose"), "???")).toBe(false);
});

test("no response at all makes it throw", () => {
  const questions = [
    choosing("one", "x a", "- b"),
    choosing("several", "x a", "x b", "- c"),
    choosing("true-false", "x Đúng", "- Sai"),
    numberOf(5),
    wordOf(["hello"], "loose"),
    wordOf(["hello"], "strict"),
  ];
  const anything = fc.array(fc.string({ unit: "binary" }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom(...questions), anything, (question, response) => {
      expect(typeof judge(question, response).correct).toBe("boolean");
      expect(typeof responseText(question, response)).toBe("string");
    }),
  );
});

test("answers are told in words", () => {
  const question = choosing("several", "x quét mã", "- đọc OTP", "x xem tên");
  expect(rightAnswerText(question)).toBe("quét mã; xem tên");
  expect(responseText(question, ["1", "9"])).toBe("đọc OTP");
  expect(rightAnswerText(numberOf(350_000))).toBe("350.000 đồng");
  expect(rightAnswerText(wordOf(["hello", "hi"], "strict"))).toBe("hello / hi");
  expect(responseText(numberOf(1), [])).toBe("");
});

test("a question as it goes to a learner tells no answer", () => {
  const shown = publicQuestion(choosing("one", "- sai", "x đúng"));
  expect(shown.choices).toEqual([
    [{ type: "text", text: "sai" }],
    [{ type: "text", text: "đúng" }],
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/correct|explanation/u);
  expect(publicQuestion(numberOf(7))).toEqual({
    id: "q1",
    type: "number",
    prompt: [],
    unit: "đồng",
  });
  expect(publicQuestion(wordOf(["hello"], "strict"))).toEqual({
    id: "q1",
    type: "word",
    prompt: [],
  });
});
