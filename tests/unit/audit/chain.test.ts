import { createHash } from "node:crypto";

import fc from "fast-check";
import { expect, test } from "vitest";

import { auditedText } from "#app/domain/audit/chain.ts";
import { canonicalJson } from "#app/domain/kernel/index.ts";

type Fact = Parameters<typeof auditedText>[0];

const FACT: Fact = {
  communeId: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10",
  at: new Date("2026-11-22T03:00:00.120Z"),
  actor: {
    personId: "7f0d9c1e-3b1a-4c52-8a11-0d4f6b2e9c33",
    name: "Lò Thị Ín",
    office: "Trưởng thôn, Bản Lùng",
  },
  action: "assessment.endorsed",
  subjectKind: "assessment",
  subjectId: "1",
  detailText: canonicalJson({ điểm: 12 }),
};

const anyFact = fc.record({
  communeId: fc.uuid(),
  at: fc.date({ min: new Date("1970-01-01"), max: new Date("2200-01-01"), noInvalidDate: true }),
  actor: fc.record({
    personId: fc.option(fc.uuid()),
    name: fc.string({ unit: "binary" }),
    office: fc.string({ unit: "binary" }),
  }),
  action: fc.string(),
  subjectKind: fc.string(),
  subjectId: fc.string(),
  detailText: fc.json(),
});
const anyPlace = fc.record({
  sequence: fc.bigInt({ min: 1n, max: 2n ** 62n }),
  previous: fc.stringMatching(/^[0-9a-f]{64}$/u),
});

function lastHash(facts: readonly Fact[]): string {
  return facts.reduce(
    (previous, fact, at) =>
      createHash("sha256")
        .update(auditedText(fact, BigInt(at + 1), previous))
        .digest("hex"),
    "",
  );
}

test("the text that is hashed is the one that anyone can write down from the entry", () => {
  const text = auditedText(FACT, 7n, "ab");

  expect(text).toBe(
    '{"action":"assessment.endorsed","actorName":"Lò Thị Ín","actorOffice":"Trưởng thôn, Bản Lùng",' +
      '"actorPersonId":"7f0d9c1e-3b1a-4c52-8a11-0d4f6b2e9c33","at":"2026-11-22T03:00:00.120Z",' +
      '"communeId":"0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10","detail":"{\\"điểm\\":12}","previousHash":"ab",' +
      '"sequence":"7","subjectId":"1","subjectKind":"assessment"}',
  );
});

test("the same entry gives the same text, another entry another one", () => {
  fc.assert(
    fc.property(anyFact, anyPlace, anyFact, anyPlace, (fact, place, other, elsewhere) => {
      const text = auditedText(fact, place.sequence, place.previous);
      expect(auditedText({ ...fact, at: new Date(fact.at) }, place.sequence, place.previous)).toBe(
        text,
      );
      expect(auditedText(other, elsewhere.sequence, elsewhere.previous)).not.toBe(text);
    }),
  );
});

test("a change of any one part of an entry shows", () => {
  const { actor } = FACT;
  const changes: readonly Partial<Fact>[] = [
    { communeId: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a11" },
    { at: new Date("2026-11-22T03:00:00.121Z") },
    { actor: { ...actor, personId: null } },
    { actor: { ...actor, name: "Lò Thị In" } },
    { actor: { ...actor, office: "" } },
    { action: "assessment.returned" },
    { subjectKind: "person" },
    { subjectId: "2" },
    { detailText: canonicalJson({ điểm: 13 }) },
  ];
  const texts = [
    auditedText(FACT, 7n, "ab"),
    auditedText(FACT, 8n, "ab"),
    auditedText(FACT, 7n, "ac"),
    ...changes.map((change) => auditedText({ ...FACT, ...change }, 7n, "ab")),
  ];

  expect(new Set(texts).size).toBe(texts.length);
});

test("what stands in one part cannot be moved into the next", () => {
  const { actor } = FACT;
  const one = auditedText(
    { ...FACT, actor: { ...actor, name: 'Ín","actorOffice":"x', office: "" } },
    7n,
    "ab",
  );
  const other = auditedText({ ...FACT, actor: { ...actor, name: "Ín", office: "x" } }, 7n, "ab");

  expect(one).not.toBe(other);
});

test("a chain built anew from its first entry has the same last hash, and another one after any change", () => {
  fc.assert(
    fc.property(fc.array(anyFact, { minLength: 1, maxLength: 8 }), fc.nat(), (facts, pick) => {
      const at = pick % facts.length;
      const changed = facts.map((fact, index) =>
        index === at ? { ...fact, action: `${fact.action}!` } : fact,
      );
      expect(lastHash([...facts])).toBe(lastHash(facts));
      expect(lastHash(changed)).not.toBe(lastHash(facts));
      expect(lastHash(facts.toSpliced(at, 1))).not.toBe(lastHash(facts));
    }),
  );
});
