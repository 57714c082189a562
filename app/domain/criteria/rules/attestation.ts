import { z } from "zod";

import { formatDay, formatNumber } from "#app/domain/kernel/index.ts";

import { type Asked, fill, type Finding, template } from "./kind.ts";

const schema = z.strictObject({
  kind: z.literal("attestation"),
  sentence: template(["level", "attestor", "office", "day", "points"]),
  next: template([]),
});

/** The highest level that a named person confirms; its points stand in the scale. */
export const attestation = { schema, find };

function find(rule: z.infer<typeof schema>, { code, attestationScale, facts }: Asked): Finding {
  const top = Math.max(...attestationScale.map(({ points }) => points));
  const [best] = facts.attestations
    .filter(({ indicator }) => indicator === code)
    .flatMap((attested) => {
      const level = attestationScale.find(({ code: known }) => known === attested.level);
      return level === undefined ? [] : [{ attested, level }];
    })
    .toSorted((a, b) => b.level.points - a.level.points);
  if (best === undefined) return { points: null, reason: null, next: rule.next, nextPoints: top };
  return {
    points: best.level.points,
    reason: fill(rule.sentence, {
      level: best.level.words,
      attestor: best.attested.attestorName,
      office: best.attested.attestorOffice,
      day: formatDay(best.attested.attestedOn),
      points: formatNumber(best.level.points),
    }),
    next: null,
    nextPoints: best.level.points,
  };
}
