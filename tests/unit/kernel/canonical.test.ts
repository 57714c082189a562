import fc from "fast-check";
import { expect, test } from "vitest";

import { canonicalJson, type Json } from "#app/domain/kernel/index.ts";

const { value: anyJson } = fc.letrec<{ value: Json; leaf: Json }>((tie) => ({
  leaf: fc.oneof(
    fc.string({ unit: "binary" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  ),
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie("leaf"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: "binary" }), tie("value"), { maxKeys: 4 }),
  ),
}));

function shuffled(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map((item) => shuffled(item));
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, item]) => [key, shuffled(item)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

test("the example of RFC 8785 comes out as it stands there", () => {
  const value = {
    numbers: [333_333_333.333_333_3, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
    literals: [null, true, false],
  };

  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("keys stand in the order of their UTF-16 units", () => {
  const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\u0080": 6, ö: 7 };

  expect([...canonicalJson(value).matchAll(/:(\d)/gu)].map(([, place]) => Number(place))).toEqual([
    2, 4, 6, 7, 1, 5, 3,
  ]);
});

test("the order of keys does not show, and nothing is lost", () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(shuffled(value))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("what JSON cannot say is a bug and is thrown", () => {
  for (const value of [NaN, Infinity, undefined]) {
    expect(() => canonicalJson(value)).toThrow(/not allowed|not a JSON value/u);
  }
});
