import fc from "fast-check";
import { expect, test } from "vitest";

import { immutableForm, Statement, type StatementInput } from "#app/domain/xapi/index.ts";

import { ACTIVITY, AGENT, anyStatement, OTHER_UUID, planned, statementWith, VERB } from "./statements.ts";

type Parts = Parameters<typeof statementWith>[0];

function form(statement: unknown): string {
  return immutableForm(Statement.parse(statement));
}

function expectSame(a: Parts, b: Parts): void {
  expect(form(statementWith(a))).toBe(form(statementWith(b)));
}

function expectDifferent(a: Parts, b: Parts): void {
  expect(form(statementWith(a))).not.toBe(form(statementWith(b)));
}

/** The same JSON with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => reversed(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

test("a statement sent again is the same: keys in another order, received elsewhere, vouched for anew", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyStatement, (statement) => {
      const again = {
        ...(reversed(statement) as StatementInput),
        id: OTHER_UUID,
        stored: "2026-11-22T03:00:00Z",
        authority: AGENT,
        version: "1.0.3",
      };
      expect(form(again)).toBe(form(statement));
    }),
  );
});

test("a statement that went through JSON is the same", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyStatement, (statement) => {
      expect(form(JSON.parse(JSON.stringify(Statement.parse(statement))))).toBe(form(statement));
    }),
  );
});

test("the same instant is the same in every zone, to the millisecond", () => {
  const timestamp = "2026-11-22T03:00:00.120Z";

  expectSame({ timestamp }, { timestamp: "2026-11-22T10:00:00.12+07:00" });
  expectSame({ timestamp }, { timestamp: "2026-11-22T03:00:00.120456Z" });
  expectDifferent({ timestamp }, { timestamp: "2026-11-22T03:00:00.121Z" });
  expectDifferent({ timestamp }, {});
});

test("a duration is compared as it is written, but not beyond a hundredth of a second", () => {
  const lasting = (duration: string) => ({ result: { duration } });

  expectSame(lasting("PT1.239S"), lasting("PT1.23S"));
  expectSame(lasting("PT1,231S"), lasting("PT1,23999S"));
  expectDifferent(lasting("PT1.24S"), lasting("PT1.23S"));
  expectDifferent(lasting("PT60S"), lasting("PT1M"));
});

test("members are a set, other lists are in order", () => {
  const other = { mbox: "mailto:sung@ban-pho.example" };
  const group = (...member: object[]) => ({ actor: { objectType: "Group", member } });
  const parents = (...parent: object[]) => ({ context: { contextActivities: { parent } } });
  const another = { id: "https://hoc.example/bai/2" };

  expectSame(group(AGENT, other), group(other, AGENT));
  expectDifferent(group(AGENT, other), group(AGENT));
  expectDifferent(parents(ACTIVITY, another), parents(another, ACTIVITY));
});

test("what a type is by default need not be said, anywhere", () => {
  const agent = { objectType: "Agent", ...AGENT };
  const activity = { objectType: "Activity", ...ACTIVITY };

  expectSame({ actor: agent, object: activity }, {});
  expectSame(
    { actor: { objectType: "Group", member: [agent] } },
    { actor: { objectType: "Group", member: [AGENT] } },
  );
  expectSame(
    { context: { instructor: agent, contextActivities: { other: [activity] } } },
    { context: { instructor: AGENT, contextActivities: { other: ACTIVITY } } },
  );
  expect(form(planned({ actor: agent }))).toBe(form(planned()));
});

test("a group is not the agent of the same address", () => {
  expectDifferent({ actor: AGENT }, { actor: { objectType: "Group", ...AGENT } });
});

test("the words of a verb and the definition of an activity are not the statement, nor in a plan", () => {
  const verb = { ...VERB, display: { vi: "học" } };
  const object = { ...ACTIVITY, definition: { name: { vi: "Bài 1" }, moreInfo: "https://a.example" } };

  expectSame({ verb, object }, {});
  expect(form(planned({ verb, object }))).toBe(form(planned()));
  expectSame(
    { context: { contextActivities: { parent: [object] } } },
    { context: { contextActivities: { parent: [ACTIVITY] } } },
  );
});

test("extensions are compared whole: display, definition, objectType, timestamp, null within them", () => {
  const within = (json: unknown) => ({ result: { extensions: { "http://a.example/x": json } } });

  for (const key of ["display", "definition", "objectType", "timestamp", "duration", "member", "id"]) {
    expectDifferent(within({ [key]: "Agent" }), within({ [key]: "Activity" }));
    expectDifferent(within({ [key]: "Agent" }), within({}));
  }
  expectDifferent(within(null), within(0));
  expectDifferent(within([1, 2]), within([2, 1]));
  expectDifferent(within(JSON.parse('{"__proto__": 1}')), within(JSON.parse('{"__proto__": 2}')));
});

test("an attachment's words are part of the statement", () => {
  const attached = (words: string, sha2 = "a".repeat(64)) => ({
    attachments: [
      { usageType: "http://a.example/x", display: { vi: words }, contentType: "image/png", length: 1, sha2 },
    ],
  });

  expectDifferent(attached("Ảnh lớp học"), attached("Ảnh khác"));
  expectSame(attached("Ảnh"), attached("Ảnh", "A".repeat(64)));
});

test("what no case distinguishes is compared without it", () => {
  expectSame({ actor: { mbox: "mailto:My@Ban-Pho.Example" } }, { actor: { mbox: "mailto:My@ban-pho.example" } });
  expectDifferent({ actor: { mbox: "mailto:My@a.example" } }, { actor: { mbox: "mailto:my@a.example" } });
  expectSame({ actor: { mbox_sha1sum: "A".repeat(40) } }, { actor: { mbox_sha1sum: "a".repeat(40) } });
  expectSame(
    { context: { registration: OTHER_UUID.toUpperCase() } },
    { context: { registration: OTHER_UUID } },
  );
});

/** Paths of everything in a statement that is neither object nor list. */
function leavesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
}

function changed(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return otherThan(value);
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  copy[key] = changed(copy[key], rest);
  return Array.isArray(value) ? value.map((item: unknown, at) => (String(at) === key ? copy[key] : item)) : copy;
}

function otherThan(value: unknown): unknown {
  switch (typeof value) {
    case "boolean":
      return !value;
    case "number":
      return value + (value < 0 ? 0.001 : -0.001) * Math.max(1, Math.abs(value));
    case "string":
      return /^\d{4}-\d{2}-\d{2}T/u.test(value) ? value.replace(/^\d{3}/u, "333") : `${value}x`;
    default:
      return "x";
  }
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
