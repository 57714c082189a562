import fc from "fast-check";
import { expect, test } from "vitest";

import {
  judge,
  plainText,
  publicQuestion,
  type Question,
  responseText,
  rightAnswerText,
  rightResponse,
} from "#app/domain/content/index.ts";
import { shownOrder } from "#app/domain/content/shown-order.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";

import { writingOf } from "../kernel/spellings.ts";
import {
  choosing,
  listening,
  matchOf,
  numberOf,
  orderOf,
  picturesOf,
  readAloud,
  sortOf,
  wordOf,
} from "./questions.ts";

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

test("the same written differently: money as people type it", () => {
  const right: readonly (readonly [number, readonly string[]])[] = [
    [60_000, ["60.000 vnđ", "60.000VND", "60.000₫", "đ 60.000", "VND 60,000", "60k", "60 K."]],
    [60_000, ["60 nghìn", "60 ngan dong", "60. 000", "60.000.", "６０.０００ đ.", "+60.000"]],
    [210_000, ["210000.", "210.000 dong", "210\u200B000", "210 000 ₫", "210.000đ!", "0,21 triệu"]],
    [335_000, ["335.000 VND", "335,000.00", "335 Nghìn đồng"]],
    [1_200_000, ["1,2 triệu", "1.2tr", "1 triệu 200 nghìn", "1 trieu 200.000"]],
  ];
  for (const [amount, typed] of right) {
    for (const text of typed) {
      expect([text, isRight(numberOf(amount), text)]).toEqual([text, true]);
    }
  }
  for (const text of ["60", "60 kg", "k", "6k0", "60 nghìn 60 nghìn", "1 triệu tư"]) {
    expect([text, isRight(numberOf(60_000), text)]).toEqual([text, false]);
  }
});

test("the same written differently: a unit without its marks", () => {
  const years = numberOf(14, { unit: "tuổi" });
  for (const text of ["14 tuoi", "14 TUỔI", "14tuổi.", "14"]) {
    expect([text, isRight(years, text)]).toEqual([text, true]);
  }
  expect(isRight(years, "14k")).toBe(false);
  expect(isRight(numberOf(20, { unit: "lít" }), "20 lit")).toBe(true);
});

test("the same written differently: words of a question", () => {
  const typed = fc
    .constantFrom("kỹ thuật", "hòa giải", "Đăk Lăk")
    .chain((word) => fc.tuple(fc.constant(word), writingOf(word)));
  fc.assert(
    fc.property(typed, ([word, written]) => {
      expect([written, isRight(wordOf([word], "strict"), written)]).toEqual([written, true]);
    }),
  );
  expect(isRight(wordOf(["kỹ thuật"], "strict"), "kĩ thuật")).toBe(true);
  expect(isRight(wordOf(["kỹ thuật"], "loose"), "ki thuat")).toBe(true);
  // English keeps its letters.
  expect(isRight(wordOf(["my"], "strict"), "mi")).toBe(false);
  expect(isRight(wordOf(["don't"], "strict"), "dont")).toBe(false);
  expect(isRight(wordOf(["hand-made"], "strict"), "hand–made")).toBe(true);
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

test("no response at all makes it throw", { timeout: 60_000 }, () => {
  const questions = [
    choosing("one", "x a", "- b"),
    choosing("several", "x a", "x b", "- c"),
    choosing("true-false", "x Đúng", "- Sai"),
    numberOf(5),
    wordOf(["hello"], "loose"),
    wordOf(["hello"], "strict"),
    picturesOf("x a", "- b"),
    listening("x a", "- b"),
    orderOf("a", "b", "c"),
    matchOf("a – 1", "b – 2", "c – 3"),
    sortOf("cây: ngô", "con: lợn, gà"),
    readAloud("Hello!"),
  ];
  const place = fc.integer({ min: -1, max: 9 }).map(String);
  const anything = fc.array(fc.oneof(fc.string({ unit: "binary" }), place), { maxLength: 4 });
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

/** Texts of which no two are alike when they are printed. */
const things = fc.uniqueArray(fc.stringMatching(/^[a-zơư]{1,8}$/u), { minLength: 3, maxLength: 6 });

test("things to put in order are never shown in their right order, and none is lost", () => {
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(fc.string(), { minLength: 2 }), (id, texts) => {
      const shown = shownOrder(id, texts);
      expect(shown.toSorted((a, b) => a - b)).toEqual(texts.map((_, place) => place));
      expect(shown.some((place, at) => place !== at)).toBe(true);
      expect(shownOrder(id, texts)).toEqual(shown);
    }),
  );
});

function shownTexts(texts: readonly string[]): readonly string[] {
  return shownOrder("q1", texts).map((place) => texts[place] ?? "");
}

test("the order in which things are shown does not follow from their right order", () => {
  const texts = ["nói giá", "khách quét", "nhìn máy mình", "giao hàng"];
  const orders = [texts, texts.toReversed(), [...texts.slice(2), ...texts.slice(0, 2)]];
  const [first = [], ...others] = orders.map((order) => shownTexts(order));
  // Unless it would be the right order itself.
  for (const other of others.filter((shown, at) => shown.join() !== orders[at + 1]?.join())) {
    expect([...other].toSorted()).toEqual([...first].toSorted());
  }
  expect(new Set(orders.map((order) => shownTexts(order).join("|"))).size).toBeLessThan(3);
});

test("giving everything its right place is right, and any other order is not", () => {
  fc.assert(
    fc.property(things, fc.array(fc.nat({ max: 5 })), (texts, others) => {
      for (const question of [
        orderOf(...texts),
        matchOf(...texts.map((each) => `L${each} – ${each}`)),
        sortOf(`A: ${texts.slice(1).join(", ")}`, `B: ${texts[0] ?? ""}`),
      ]) {
        const right = rightResponse(question);
        expect(isRight(question, ...right)).toBe(true);
        const other = others.map(String);
        expect(isRight(question, ...other)).toBe(other.join() === right.join());
        expect(isRight(question, ...right.slice(1))).toBe(false);
        expect(isRight(question, ...right, "0")).toBe(false);
      }
    }),
  );
});

test("an order is told as it was given, with the right one beside it", () => {
  const steps = ["nói giá", "khách quét", "giao hàng"];
  const question = orderOf(...steps);
  const shown = (publicQuestion(question).choices ?? []).map((choice) => plainText(choice));
  expect(rightResponse(question)).toEqual(shown.map((text) => String(steps.indexOf(text))));
  expect(rightAnswerText(question)).toBe("1. nói giá; 2. khách quét; 3. giao hàng");
  expect(responseText(question, [])).toBe("");
});

test("what was matched is told pair by pair", () => {
  const question = matchOf("hello – xin chào", "goodbye – tạm biệt", "sorry – xin lỗi");
  const { left, choices = [] } = publicQuestion(question);
  expect(left?.map((text) => plainText(text))).toEqual(["hello", "goodbye", "sorry"]);
  const shown = choices.map((choice) => plainText(choice));
  expect(shown).not.toEqual(["xin chào", "tạm biệt", "xin lỗi"]);
  const wrong = ["xin lỗi", "tạm biệt", "xin chào"].map((text) => String(shown.indexOf(text)));
  expect(isRight(question, ...wrong)).toBe(false);
  expect(responseText(question, wrong)).toBe(
    "hello – xin lỗi; goodbye – tạm biệt; sorry – xin chào",
  );
  expect(rightAnswerText(question)).toBe("hello – xin chào; goodbye – tạm biệt; sorry – xin lỗi");
});

test("what was sorted is told group by group, as far as it was", () => {
  const question = sortOf("cây: ngô, lúa", "con: lợn");
  const { left = [], choices = [] } = publicQuestion(question);
  expect(choices.map((choice) => plainText(choice))).toEqual(["cây", "con"]);
  const given = (group: Readonly<Record<string, string>>) =>
    left.map((thing) => group[plainText(thing)] ?? "");
  expect(isRight(question, ...given({ ngô: "0", lúa: "0", lợn: "1" }))).toBe(true);
  const wrong = given({ ngô: "1", lợn: "1" });
  expect(isRight(question, ...wrong)).toBe(false);
  expect(responseText(question, wrong)).toMatch(/^con: (?:ngô, lợn|lợn, ngô)$/u);
  expect(rightAnswerText(question)).toMatch(/^cây: (?:ngô, lúa|lúa, ngô); con: lợn$/u);
});

test("a picture and what is heard are chosen, and reading aloud is compared by oneself", () => {
  expect(isRight(picturesOf("- lợn khỏe", "x lợn ốm"), "1")).toBe(true);
  expect(rightAnswerText(picturesOf("- lợn khỏe", "x lợn ốm"))).toBe("lợn ốm");
  expect(isRight(listening("x fifty", "- fifteen"), "1")).toBe(false);
  const said = readAloud("How much is this?");
  expect(isRight(said, "same")).toBe(true);
  expect(isRight(said, "again")).toBe(false);
  expect(rightAnswerText(said)).toBe("How much is this?");
  expect(responseText(said, ["again"])).toBe("chưa giống, cần đọc lại");
});

test("no question tells its answer, whatever it shows", () => {
  const questions = [
    picturesOf("- a", "x b"),
    listening("x a", "- b"),
    orderOf("a", "b", "c"),
    matchOf("a – 1", "b – 2", "c – 3"),
    sortOf("cây: ngô", "con: lợn, gà"),
    readAloud("Hello!"),
  ];
  for (const question of questions) {
    const shown = publicQuestion(question);
    expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
    expect(JSON.stringify(shown)).not.toMatch(/correct|explanation|items|pairs|things/u);
  }
});
