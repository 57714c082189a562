import { expect, test } from "vitest";

import { vi } from "#app/locales/index.ts";
import { sentenceOf } from "#app/pages/office/records/record-words.ts";
import { partsOf } from "#app/domain/record-office/statement-parts.ts";
import { PersonId } from "#app/domain/kernel/index.ts";

const BASE_IRI = "https://nep-hoc.example/xapi";
const ACCOUNT = "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10";
const NAMES = { [ACCOUNT]: { personId: PersonId.parse(ACCOUNT), fullName: "Giàng Thị Mỷ" } };
const MY = { account: { homePage: BASE_IRI, name: ACCOUNT } };
const LAN = { mbox: "mailto:lan@example.org" };

function told(parts: Readonly<Record<string, unknown>>): string {
  const statement = {
    actor: MY,
    verb: { id: "http://adlnet.gov/expapi/verbs/completed" },
    object: { id: "https://truong.example/bai/mot", definition: { name: { vi: "Bài một" } } },
    ...parts,
  };
  return sentenceOf(partsOf(statement, BASE_IRI), NAMES, vi.records);
}

const verb = (name: string) => ({ id: `http://adlnet.gov/expapi/verbs/${name}` });

test("a statement is one sentence: who, verb, what, and the result", () => {
  expect(told({})).toBe("Giàng Thị Mỷ hoàn thành “Bài một”");
  expect(told({ result: { success: true, score: { raw: 8.5, max: 10 } } })).toBe(
    "Giàng Thị Mỷ hoàn thành “Bài một”: đạt, 8,5/10 điểm",
  );
  expect(told({ result: { completion: false, score: { scaled: 0.125 } } })).toBe(
    "Giàng Thị Mỷ hoàn thành “Bài một”: chưa xong, 12,5\u00A0%",
  );
});

test("a result says nothing that the verb has said, and of an answer whether it was right", () => {
  const result = { success: true, completion: true, score: { raw: 9 } };
  expect(told({ verb: verb("passed"), result })).toBe("Giàng Thị Mỷ đạt “Bài một”: 9 điểm");
  expect(told({ verb: verb("answered"), result: { success: false, response: "2" } })).toBe(
    "Giàng Thị Mỷ trả lời “Bài một”: chưa đúng, trả lời: “2”",
  );
});

test("whoever is not within reach is not named; whom another system names is called as it does", () => {
  const other = { account: { homePage: BASE_IRI, name: ACCOUNT.replace("0192", "0193") } };
  expect(told({ actor: other })).toMatch(/^Người ngoài phạm vi /u);
  expect(told({ actor: LAN })).toMatch(/^lan@example\.org /u);
  expect(told({ actor: { ...LAN, name: "Cô Lan" } })).toMatch(/^Cô Lan /u);
  const group = { objectType: "Group", name: "Tổ 1", member: [MY, LAN] };
  expect(told({ actor: group })).toMatch(/^Tổ 1 \(2 người\) /u);
});

test("an unknown verb has the statement's own word, Vietnamese first; a nameless thing the end of its address", () => {
  const watered = {
    id: "https://truong.example/dong-tu/tuoi",
    display: { en: "watered", vi: "tưới" },
  };
  const object = { id: "https://truong.example/cay/mac-khen" };
  expect(told({ verb: watered, object })).toBe("Giàng Thị Mỷ tưới “mac-khen”");
  expect(told({ verb: { id: watered.id }, object })).toBe("Giàng Thị Mỷ tuoi “mac-khen”");
});

test("a plan, a person and a statement are told of as what they are", () => {
  const plan = {
    objectType: "SubStatement",
    actor: LAN,
    verb: { id: "http://adlnet.gov/expapi/verbs/attended" },
    object: { id: "https://truong.example/lop" },
  };
  expect(told({ object: plan })).toContain("dự định: lan@example.org tham dự “lop”");
  expect(told({ object: { objectType: "Agent", ...LAN } })).toContain(" lan@example.org");
  expect(told({ object: { objectType: "StatementRef", id: ACCOUNT.toUpperCase() } })).toContain(
    "bản ghi 0192f0a4",
  );
});

test("whatever stands in a statement makes a sentence, and none is endless", () => {
  const long = "dài ".repeat(5000);
  const odd = [{}, { actor: 1, verb: null, object: [] }, { object: { id: long } }];
  for (const parts of odd) expect(told(parts).length).toBeLessThan(600);
  expect(told({ result: { response: long, score: { raw: "x" } } }).length).toBeLessThan(600);
});
