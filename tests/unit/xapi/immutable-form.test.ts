import fc from "fast-check";
import { expect, test } from "vitest";

import { immutableForm, Statement } from "#app/domain/xapi/index.ts";

import {
  ACTIVITY,
  AGENT,
  anyStatement,
  OTHER_UUID,
  planned,
  statementWith,
  VERB,
} from "./statements.ts";

type Parts = Parameters<typeof statementWith>[0];

function form(statement: unknown): string {
  return immutableForm(Statement.parse(statement));
}

function formWith(parts: Parts): string {
  return form(statementWith(parts));
}

const lasting = (duration: string) => ({ result: { duration } });
const group = (...member: object[]) => ({ actor: { objectType: "Group", member } });
const parents = (...parent: object[]) => ({ context: { contextActivities: { parent } } });
const within = (json: unknown) => ({ result: { extensions: { "http://a.example/x": json } } });
const attached = (words: string, sha2 = "a".repeat(64)) => ({
  attachments: [
    {
      usageType: "http://a.example/x",
      display: { vi: words },
      contentType: "image/png",
      length: 1,
      sha2,
    },
  ],
});

/** The same JSON with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => reversed(item));
  return typeof value === "object" && value !== null ? reversedKeys(value) : value;
}

function reversedKeys(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

test(
  "a statement sent again is the same: keys in another order, received elsewhere, vouched for anew",
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const again = {
          ...reversedKeys(statement),
          id: OTHER_UUID,
          stored: "2026-11-22T03:00:00Z",
          authority: AGENT,
          version: "1.0.3",
        };
        expect(form(again)).toBe(form(statement));
      }),
    );
  },
);

test("a statement that went through JSON is the same", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyStatement, (statement) => {
      expect(form(JSON.parse(JSON.stringify(Statement.parse(statement))))).toBe(form(statement));
    }),
  );
});

test("the same instant is the same in every zone, to the millisecond", () => {
  const timestamp = "2026-11-22T03:00:00.120Z";

  expect(formWith({ timestamp })).toBe(formWith({ timestamp: "2026-11-22T10:00:00.12+07:00" }));
  expect(formWith({ timestamp })).toBe(formWith({ timestamp: "2026-11-22T03:00:00.120456Z" }));
  expect(formWith({ timestamp })).not.toBe(formWith({ timestamp: "2026-11-22T03:00:00.121Z" }));
  expect(formWith({ timestamp })).not.toBe(formWith({}));
});

test("a duration is compared as it is written, but not beyond a hundredth of a second", () => {
  expect(formWith(lasting("PT1.239S"))).toBe(formWith(lasting("PT1.23S")));
  expect(formWith(lasting("PT1,231S"))).toBe(formWith(lasting("PT1,23999S")));
  expect(formWith(lasting("PT1.24S"))).not.toBe(formWith(lasting("PT1.23S")));
  expect(formWith(lasting("PT60S"))).not.toBe(formWith(lasting("PT1M")));
});

test("members are a set, other lists are in order", () => {
  const other = { mbox: "mailto:sung@ban-pho.example" };
  const another = { id: "https://hoc.example/bai/2" };

  expect(formWith(group(AGENT, other))).toBe(formWith(group(other, AGENT)));
  expect(formWith(group(AGENT, other))).not.toBe(formWith(group(AGENT)));
  expect(formWith(parents(ACTIVITY, another))).not.toBe(formWith(parents(another, ACTIVITY)));
});

test("what a type is by default need not be said, anywhere", () => {
  const agent = { objectType: "Agent", ...AGENT };
  const activity = { objectType: "Activity", ...ACTIVITY };

  expect(formWith({ actor: agent, object: activity })).toBe(formWith({}));
  expect(formWith({ actor: { objectType: "Group", member: [agent] } })).toBe(
    formWith({ actor: { objectType: "Group", member: [AGENT] } }),
  );
  expect(
    formWith({ context: { instructor: agent, contextActivities: { other: [activity] } } }),
  ).toBe(formWith({ context: { instructor: AGENT, contextActivities: { other: ACTIVITY } } }));
  expect(form(planned({ actor: agent }))).toBe(form(planned()));
});

test("a group is not the agent of the same address", () => {
  expect(formWith({ actor: AGENT })).not.toBe(
    formWith({ actor: { objectType: "Group", ...AGENT } }),
  );
});

test("the words of a verb and the definition of an activity are not the statement, nor in a plan", () => {
  const verb = { ...VERB, display: { vi: "học" } };
  const object = {
    ...ACTIVITY,
    definition: { name: { vi: "Bài 1" }, moreInfo: "https://a.example" },
  };

  expect(formWith({ verb, object })).toBe(formWith({}));
  expect(form(planned({ verb, object }))).toBe(form(planned()));
  expect(formWith({ context: { contextActivities: { parent: [object] } } })).toBe(
    formWith({ context: { contextActivities: { parent: [ACTIVITY] } } }),
  );
});

test("extensions are compared whole: display, definition, objectType, timestamp, null within them", () => {
  for (const key of [
    "display",
    "definition",
    "objectType",
    "timestamp",
    "duration",
    "member",
    "id",
  ]) {
    expect(formWith(within({ [key]: "Agent" }))).not.toBe(formWith(within({ [key]: "Activity" })));
    expect(formWith(within({ [key]: "Agent" }))).not.toBe(formWith(within({})));
  }
  expect(formWith(within(null))).not.toBe(formWith(within(0)));
  expect(formWith(within([1, 2]))).not.toBe(formWith(within([2, 1])));
  expect(formWith(within(JSON.parse('{"__proto__": 1}')))).not.toBe(
    formWith(within(JSON.parse('{"__proto__": 2}'))),
  );
});

test("an attachment's words are part of the statement", () => {
  expect(formWith(attached("Ảnh lớp học"))).not.toBe(formWith(attached("Ảnh khác")));
  expect(formWith(attached("Ảnh"))).toBe(formWith(attached("Ảnh", "A".repeat(64))));
});

test("what no case distinguishes is compared without it", () => {
  expect(formWith({ actor: { mbox: "mailto:My@Ban-Pho.Example" } })).toBe(
    formWith({ actor: { mbox: "mailto:My@ban-pho.example" } }),
  );
  expect(formWith({ actor: { mbox: "mailto:My@a.example" } })).not.toBe(
    formWith({ actor: { mbox: "mailto:my@a.example" } }),
  );
  expect(formWith({ actor: { mbox_sha1sum: "A".repeat(40) } })).toBe(
    formWith({ actor: { mbox_sha1sum: "a".repeat(40) } }),
  );
  expect(formWith({ context: { registration: OTHER_UUID.toUpperCase() } })).toBe(
    formWith({ context: { registration: OTHER_UUID } }),
  );
});

/** Paths of everything in a statement that is neither object nor list. */
function leavesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
}

function changed(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return otherThan(value);
  const next = (at: string, item: unknown) => (at === key ? changed(item, rest) : item);
  if (Array.isArray(value)) return value.map((item: unknown, at) => next(String(at), item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([at, item]) => [at, next(at, item)]));
}

function otherThan(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number")
    return value - Math.sign(value || -1) * 0.001 * Math.max(1, Math.abs(value));
  if (typeof value !== "string") return "x";
  return /^\d{4}-\d{2}-\d{2}T/u.test(value) ? value.replace(/^\d{3}/u, "333") : `${value}x`;
}

/** Whether the leaf is among what xAPI does not count as the statement itself. */
function isApart(path: readonly string[]): boolean {
  if (path.includes("extensions") && !path.includes("definition")) return false;
  const [first = ""] = path;
  return (
    ["id", "stored", "authority", "version"].includes(first) ||
    path.includes("definition") ||
    (path.includes("verb") && path.includes("display")) ||
    path.at(-1) === "objectType"
  );
}

test("a change of any one value makes another statement", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyStatement, fc.nat(), (statement, pick) => {
      const paths = leavesOf(statement).filter((path) => !isApart(path));
      const path = paths[pick % paths.length] ?? [];
      const other = Statement.safeParse(changed(statement, path));
      fc.pre(other.success);
      expect(immutableForm(other.data)).not.toBe(form(statement));
    }),
    { numRuns: 300 },
  );
});
