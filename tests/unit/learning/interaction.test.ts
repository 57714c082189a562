import fc from "fast-check";
import { expect, test } from "vitest";

import { publicQuestion, type Question, rightResponse } from "#app/domain/content/index.ts";
import { interactionOf, resultOf } from "#app/domain/learning/interaction.ts";
import { Activity } from "#app/domain/xapi/statement.ts";

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
} from "../content/questions.ts";

const STEPS = ["nói giá", "khách quét", "giao hàng"];
const questions: readonly Question[] = [
  choosing("several", "x a", "x b", "- c"),
  picturesOf("- a", "x b"),
  listening("x a", "- b"),
  numberOf(350_000),
  wordOf(["hello", "hi"], "strict"),
  orderOf(...STEPS),
  matchOf("hello – xin chào", "goodbye – tạm biệt", "sorry – xin lỗi"),
  sortOf("cây: ngô, lúa", "con: lợn, gà, trâu"),
  readAloud("How much is it?"),
];

test("every question is told in a type of interaction of xAPI, and its right answer fits the pattern", () => {
  for (const question of questions) {
    const definition = interactionOf(question);
    const id = "https://nep-hoc.example/q1";
    expect(Activity.safeParse({ objectType: "Activity", id, definition }).success).toBe(true);
    const { response, success } = resultOf(question, rightResponse(question));
    expect(success).toBe(true);
    if (question.type === "number") continue;
    expect(definition.correctResponsesPattern).toContain(response);
  }
});

test("an order is told as a sequence of the things in the order that was given", () => {
  const question = orderOf(...STEPS);
  const { interactionType, choices = [] } = interactionOf(question);
  expect(interactionType).toBe("sequencing");
  const { response = "" } = resultOf(question, rightResponse(question));
  const told = response.split("[,]").map((id) => choices.find((choice) => choice.id === id));
  expect(told.map((choice) => choice?.description?.["vi"])).toEqual(STEPS);
});

test("what was matched is told as source and target", () => {
  const question = matchOf("hello – xin chào", "goodbye – tạm biệt", "sorry – xin lỗi");
  const { interactionType, source = [], target = [] } = interactionOf(question);
  expect(interactionType).toBe("matching");
  const { response = "" } = resultOf(question, rightResponse(question));
  const pairs = response.split("[,]").map((pair) => {
    const [from, to] = pair.split("[.]");
    const said = source.find(({ id }) => id === from)?.description?.["vi"];
    return `${said} – ${target.find(({ id }) => id === to)?.description?.["vi"]}`;
  });
  expect(pairs).toEqual(["hello – xin chào", "goodbye – tạm biệt", "sorry – xin lỗi"]);
});

test("what was sorted is told as each thing and its group", () => {
  const question = sortOf("cây: ngô, lúa", "con: lợn, gà, trâu");
  const { interactionType, source = [], target = [] } = interactionOf(question);
  expect(interactionType).toBe("matching");
  expect(target.map(({ description }) => description?.["vi"])).toEqual(["cây", "con"]);
  const { response = "" } = resultOf(question, rightResponse(question));
  const put = response.split("[,]").map((pair) => {
    const [from, to] = pair.split("[.]");
    const thing = source.find(({ id }) => id === from)?.description?.["vi"];
    return `${thing}: ${target.find(({ id }) => id === to)?.description?.["vi"]}`;
  });
  expect(put.toSorted()).toEqual(
    ["gà: con", "lúa: cây", "lợn: con", "ngô: cây", "trâu: con"].toSorted(),
  );
});

test("whatever was answered can be told", () => {
  const anything = fc.array(fc.oneof(fc.string(), fc.nat(9).map(String)), { maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(...questions), anything, (question, response) => {
      expect(typeof resultOf(question, response).response).toBe("string");
      expect(publicQuestion(question).id).toBe("q1");
    }),
  );
});
