import fc from "fast-check";
import { expect, test } from "vitest";

import { readCursor, withoutUndefined, writeCursor } from "#app/domain/xapi/index.ts";

const instant = fc.date({
  min: new Date("2000-01-01"),
  max: new Date("2100-01-01"),
  noInvalidDate: true,
});
const text = fc.option(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), {
  nil: undefined,
});
const flag = fc.option(fc.boolean(), { nil: undefined });
const continued = fc.record({
  query: fc
    .record({
      agent: text,
      relatedAgents: flag,
      verb: text,
      activity: text,
      relatedActivities: flag,
      registration: fc.option(fc.uuid(), { nil: undefined }),
      since: fc.option(instant, { nil: undefined }),
      until: fc.option(instant, { nil: undefined }),
      ascending: flag,
    })
    .map((query) => withoutUndefined(query)),
  format: fc.constantFrom("ids" as const, "exact" as const, "canonical" as const),
  attachments: fc.boolean(),
  limit: fc.integer({ min: 1, max: 500 }),
  after: fc.record({ stored: instant, sequence: fc.bigInt({ min: 1n, max: 10n ** 17n }) }),
});

test("a continuation carries everything that was asked", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(continued, (asked) => {
      const cursor = writeCursor(asked);
      expect(cursor).toMatch(/^[\w-]+$/u);
      expect(readCursor(cursor)).toEqual({ ok: true, value: asked });
    }),
  );
});

test("what nobody wrote is refused, and nothing worse", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json()), (letters) => {
      expect(readCursor(letters).ok).toBe(false);
      expect(readCursor(btoa(String.fromCodePoint(...new TextEncoder().encode(letters)))).ok).toBe(
        false,
      );
    }),
  );
});
