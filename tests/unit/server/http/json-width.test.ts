import fc from "fast-check";
import { expect, test } from "vitest";

import { countValues } from "#app/server/http/json-width.server.ts";

const bytesOf = (json: string) => new Uint8Array(Buffer.from(json));
const MOST = 1_000_000;

/** Every value of a JSON value, itself included. */
function values(json: unknown): number {
  if (typeof json !== "object" || json === null) return 1;
  return Object.values(json).reduce<number>((sum, each) => sum + values(each), 1);
}

test("no JSON holds more values than are told from its bytes, whatever its strings say", () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(countValues(bytesOf(json), MOST)).toBeGreaterThanOrEqual(values(JSON.parse(json)));
    }),
  );
});

test("commas and brackets in a text are no values", () => {
  expect(countValues(bytesOf(JSON.stringify({ a: '[,{,\\",[' })), MOST)).toBe(2);
});

test("counting ends where there are too many, also in a text that is cut off", () => {
  expect(countValues(bytesOf(`[${"0,".repeat(5000)}`), 100)).toBe(101);
  expect(countValues(bytesOf('["\\'), 100)).toBe(2);
});
