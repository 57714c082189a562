import fc from "fast-check";
import { expect, test } from "vitest";

import { elementTexts, memberTexts, textFault } from "#app/domain/xapi/json-text.ts";

/** JSON text as senders write it: blanks where they may stand, any escape. */
const blanks = fc.constantFrom("", " ", "\n", "\t ", "\r\n");
const written = fc
  .tuple(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, 3))
  .map(([value, indent]) => JSON.stringify(value, null, indent))
  .filter((text) => !/\\u0000|\\ud[89a-f]/iu.test(text));

test("text that JSON.stringify writes has no fault", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(written, (text) => {
      expect(textFault(text)).toBeNull();
    }),
  );
});

test("the elements of an array are found as they stand", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(blanks, written, blanks)), blanks, (parts, outer) => {
      const text = `${outer}[${parts.map((part) => part.join("")).join(",")}]${outer}`;
      expect(elementTexts(text)).toEqual(parts.map(([, part]) => part));
    }),
  );
});

test("what is no array is one element, without the blanks around it", () => {
  expect(elementTexts(' {"a": [1,2]}\n')).toEqual(['{"a": [1,2]}']);
  expect(elementTexts("[ ]")).toEqual([]);
});

test(
  "the members of an object are found as they stand, under their keys",
  { timeout: 60_000 },
  () => {
    const key = fc.string({ maxLength: 8 });
    const members = fc.uniqueArray(fc.tuple(key, blanks, written), { selector: ([name]) => name });
    fc.assert(
      fc.property(members, (parts) => {
        const texts = parts.map(([name, blank, text]) => `${JSON.stringify(name)}${blank}:${text}`);
        expect(memberTexts(`{${texts.join(" , ")}}`)).toEqual(
          parts.map(([name], at) => ({ key: name, text: texts[at] })),
        );
      }),
    );
  },
);

test("quotes, braces and commas within strings are no structure", () => {
  const text = String.raw`[{"a":"}],\"{"},"\\",{"b\"":1}]`;
  expect(elementTexts(text)).toEqual([
    String.raw`{"a":"}],\"{"}`,
    String.raw`"\\"`,
    String.raw`{"b\"":1}`,
  ]);
});

test.for([
  ['{"a":1,"a":2}', '"a"'],
  ['[{"b":[{"c":1, "d" : 2, "c" :3}]}]', '"c"'],
  [String.raw`{"a":1,"\u0061":2}`, '"a"'],
] as const)("a key that stands twice in one object is named: %s", ([text, key]) => {
  expect(textFault(text)).toBe(`the key ${key} stands twice`);
});

test("the same key in two objects, or as a value, is no fault", () => {
  expect(textFault('[{"a":"a"},{"a":{"a":["a","a"]}}]')).toBeNull();
});

test("a zero character and halves of surrogate pairs are faults, whole pairs and written slashes are not", () => {
  expect(textFault(String.raw`"\u0000"`)).toMatch(/zero/u);
  expect(textFault(String.raw`{"\u0000":1}`)).toMatch(/zero/u);
  for (const half of ["\\ud83d", "\\uD83Da", "\\ude00", "\\ud83d\\ud83d", "\\ude00\\ud83d"]) {
    expect(textFault(`"${half}"`), half).toMatch(/surrogate/u);
  }
  expect(textFault(String.raw`"\ud83d\ude00 \uD83D\uDE00"`)).toBeNull();
  expect(textFault(String.raw`"\\u0000 \\ud83d"`)).toBeNull();
});

test("levels beyond what a stack holds are a fault, counted before anybody walks them", () => {
  expect(textFault(`${"[".repeat(220)}${"]".repeat(220)}`)).toBeNull();
  expect(textFault(`${"[".repeat(221)}${"]".repeat(221)}`)).toMatch(/levels/u);
  expect(textFault(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`)).toMatch(/levels/u);
});
