import fc from "fast-check";
import { expect, test } from "vitest";

import { type KeptStatement, statementText } from "#app/domain/xapi/index.ts";

import { anyStatement, statementWith, UUID } from "./statements.ts";

const STORED = new Date("2026-11-22T03:00:00.123Z");
const AUTHORITY = { account: { homePage: "https://nep-hoc.example/xapi", name: "client:1" } };

function kept(payload: string): KeptStatement & { readonly payload: string } {
  return {
    id: UUID,
    stored: STORED,
    sequence: 1n,
    communeId: UUID,
    authority: JSON.stringify(AUTHORITY),
    version: "2.0.0",
    timestamp: STORED,
    voided: false,
    payload,
  };
}

const given = (payload: string): Record<string, unknown> =>
  JSON.parse(statementText(kept(payload)));

test(
  "what was received comes back as it was, with what the store knows",
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(anyStatement, fc.constantFrom(0, 2), (statement, indent) => {
        const payload = JSON.stringify(statement, null, indent);
        const { stored, authority, ...rest } = given(payload);
        const sent: Record<string, unknown> = JSON.parse(payload);
        expect([stored, authority]).toEqual([STORED.toISOString(), AUTHORITY]);
        for (const key of ["actor", "verb", "result", "attachments"]) {
          expect(rest[key]).toEqual(sent[key]);
        }
        expect(rest["timestamp"]).toMatch(/Z$/u);
        const moments = [rest["timestamp"], sent["timestamp"] ?? STORED.toISOString()];
        const [told, said] = moments.map((moment) => new Date(String(moment)).getTime());
        expect(told).toBe(said);
        expect(rest["version"]).toBe(sent["version"] ?? "2.0.0");
      }),
    );
  },
);

test("numbers keep the digits that they came with", () => {
  const payload = '{"result":{"score":{"raw":1.0,"max":1e2,"scaled":0.10}},"id":"x"}';
  expect(statementText(kept(payload))).toContain('"score":{"raw":1.0,"max":1e2,"scaled":0.10}');
});

test("what a sender says of storing and vouching is not given out", () => {
  const claim = {
    ...statementWith(),
    stored: "2001-01-01T00:00:00Z",
    authority: { mbox: "mailto:x@a.example" },
  };
  expect(given(JSON.stringify(claim))).toMatchObject({
    stored: STORED.toISOString(),
    authority: AUTHORITY,
  });
});

test("a context activity that came alone comes back as a list of one, in a plan too", () => {
  const one = { id: "https://hoc.example/1" };
  const context = { contextActivities: { parent: one, other: [one] } };
  const plan = { objectType: "SubStatement", context };
  const lists = { contextActivities: { parent: [one], other: [one] } };

  expect(given(JSON.stringify({ context, object: plan }, null, 1))).toMatchObject({
    context: lists,
    object: { context: lists },
  });
});

test("an extension that only looks like one is left alone", () => {
  const extensions = { "https://a.example/x": { contextActivities: { parent: { id: "1" } } } };
  expect(given(JSON.stringify({ result: { extensions } }))["result"]).toEqual({ extensions });
});
