import { expect, test } from "vitest";

import { tryAgainAt } from "#app/domain/exchange/backoff.ts";
import { isWanted, voidedId } from "#app/domain/exchange/filters.ts";
import { outgoingText } from "#app/domain/exchange/outgoing-text.ts";
import { readFields } from "#app/domain/exchange/statement-fields.ts";

const BASE = "https://nep-hoc.example/xapi";
const COURSE = `${BASE}/khoa-hoc/quet-ma`;
const ACCOUNT = "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10";
const her = { name: "Giàng Thị Mỷ", account: { homePage: BASE, name: ACCOUNT } };
const helper = { objectType: "Agent", name: "Lù Văn Sử", mbox: "mailto:su@example.vn" };
const STATEMENT = {
  id: "6690e6c9-3ef0-4ed3-8b37-7f3964730bee",
  actor: her,
  verb: { id: "http://adlnet.gov/expapi/verbs/passed" },
  object: { id: `${COURSE}/bai/mot/cau-hoi` },
  result: { score: { scaled: 1.0 } },
  context: {
    instructor: helper,
    team: { objectType: "Group", name: "Tổ 1", member: [her, helper] },
    contextAgents: [{ objectType: "contextAgent", agent: helper }],
    contextActivities: { grouping: [{ id: COURSE }] },
  },
  authority: { name: "Cô Mai", mbox: "mailto:mai@example.vn" },
  attachments: [{ usageType: "http://adlnet.gov/expapi/attachments/signature" }],
  version: "2.0.0",
};
const TEXT = `${JSON.stringify(STATEMENT).slice(0, -1)},"x":1.0}`;
const pseudonyms = { homePage: BASE, of: (identifier: string) => `p-${identifier.length}` };
const all = { verbs: [], activities: [], persons: "as-recorded" as const };

test("with persons, a statement goes out as it stands, to the last digit", () => {
  expect(outgoingText(TEXT, readFields(TEXT), "2.0.0", null)).toBe(TEXT);
});

test("without persons nobody is named anywhere, and the rest is as it was", () => {
  const sent = outgoingText(TEXT, readFields(TEXT), "2.0.0", pseudonyms);

  for (const secret of ["Mỷ", "Sử", "Tổ 1", "Mai", "example.vn", ACCOUNT, "signature"]) {
    expect(sent).not.toContain(secret);
  }
  const hers = { account: { homePage: BASE, name: expect.stringMatching(/^p-/u) } };
  expect(JSON.parse(sent)).toMatchObject({
    id: STATEMENT.id,
    actor: hers,
    object: STATEMENT.object,
    result: STATEMENT.result,
    context: {
      instructor: { objectType: "Agent", ...hers },
      team: { objectType: "Group", member: [hers, hers] },
      contextActivities: STATEMENT.context.contextActivities,
    },
  });
});

test("without persons, people in a substatement are hidden too", () => {
  const plan = {
    ...STATEMENT,
    object: { ...STATEMENT, objectType: "SubStatement", id: undefined },
  };
  const text = JSON.stringify(plan);

  expect(outgoingText(text, readFields(text), "2.0.0", pseudonyms)).not.toMatch(/Mỷ|Sử|Mai/u);
});

test("a store of 1.0.3 is not given the version of another", () => {
  const sent = readFields(outgoingText(TEXT, readFields(TEXT), "1.0.3", null));

  expect(sent).toEqual({ ...readFields(TEXT), version: "1.0.3" });
});

const wants = (activities: readonly string[], verbs: readonly string[] = []) =>
  isWanted(STATEMENT, { ...all, activities: [...activities], verbs: [...verbs] });

test("a course takes its lessons and questions along", () => {
  expect(wants([])).toBe(true);
  expect(wants([COURSE])).toBe(true);
  expect(wants([`${BASE}/khoa-hoc/khac`])).toBe(false);
  expect(wants([COURSE], ["http://adlnet.gov/expapi/verbs/passed"])).toBe(true);
  expect(wants([COURSE], ["http://adlnet.gov/expapi/verbs/failed"])).toBe(false);
});

test("a voiding statement names what it takes back", () => {
  const voiding = {
    verb: { id: "http://adlnet.gov/expapi/verbs/voided" },
    object: { objectType: "StatementRef", id: STATEMENT.id.toUpperCase() },
  };

  expect(voidedId(voiding)).toBe(STATEMENT.id);
  expect(voidedId(STATEMENT)).toBeNull();
});

const NOW = new Date("2026-11-22T03:00:00Z");
const waits = (failures: number, chance: number, asked: number | null = null) =>
  (tryAgainAt(NOW, failures, chance, asked).getTime() - NOW.getTime()) / 1000;

test("each failure doubles the wait, up to an hour, half of it by chance", () => {
  expect([1, 2, 3, 4].map((failures) => waits(failures, 0))).toEqual([2.5, 5, 10, 20]);
  expect(waits(1, 0.999)).toBeCloseTo(5, 1);
  expect(waits(11, 0)).toBe(1800);
  expect(waits(1_000_000, 0.999)).toBeLessThanOrEqual(3600);
});

test("what the other store asks for counts, but no more than a day", () => {
  expect(waits(1, 0.5, 120)).toBe(120);
  expect(waits(1, 0.5, 0)).toBe(1);
  expect(waits(1, 0.5, 10_000_000)).toBe(86_400);
});
