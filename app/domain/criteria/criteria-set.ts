import { z } from "zod";

import { Day } from "#app/domain/kernel/index.ts";
import { AttestationLevel } from "./attestation-level.ts";
import { IndicatorRules } from "./indicator-rules.ts";

/** What stands beside a datum whose source was not seen. */
const Note = z.string().min(5).max(600).optional();

const Indicator = IndicatorRules.extend({
  competence: z.string().min(1).max(10),
  /** Wording of the decision. */
  name: z.string().min(5).max(300),
  /** The same at primary-school level, said to the learner. */
  plain: z.string().min(5).max(300),
  /** What counts, with examples from daily life. */
  hint: z.string().min(5).max(400),
  note: Note,
});

function isUnique(codes: readonly string[]): boolean {
  return new Set(codes).size === codes.length;
}

/** A criteria set, as its file in `content/criteria/` has it. */
export const CriteriaSet = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{3,60}$/u),
    title: z.string().min(3).max(120),
    decision: z.strictObject({
      number: z.string().min(3).max(60),
      issuer: z.string().min(3).max(200),
      year: z.int().min(1990).max(2100),
      note: Note,
    }),
    version: z.string().min(1).max(30),
    validFrom: Day,
    validTo: Day.nullable(),
    note: Note,
    max: z.int().min(1).max(100),
    pass: z.strictObject({
      total: z.int().min(0),
      floor: z.int().min(0),
      source: z.string().min(3).max(200),
      note: Note,
    }),
    citizenGroups: z
      .array(
        z.strictObject({
          code: z.string().regex(/^[a-z0-9-]{2,40}$/u),
          name: z.string().min(3).max(120),
          plain: z.string().min(3).max(200),
          note: Note,
        }),
      )
      .min(1),
    attestationScale: z.array(AttestationLevel).min(2),
    attestedBy: z.array(z.string()),
    competences: z
      .array(z.strictObject({ code: z.string().min(1).max(10), name: z.string().min(3).max(200) }))
      .min(1),
    indicators: z.array(Indicator).min(1),
  })
  .refine(({ indicators }) => isUnique(indicators.map(({ code }) => code)), "indicator named twice")
  .refine(
    ({ attestationScale }) => isUnique(attestationScale.map(({ code }) => code)),
    "level named twice",
  )
  .refine(
    ({ indicators, competences }) =>
      indicators.every(({ competence }) => competences.some(({ code }) => code === competence)),
    "an indicator names an unknown competence",
  )
  .refine(
    ({ indicators, attestedBy }) =>
      indicators.every(
        ({ code, rules }) =>
          attestedBy.includes(code) === rules.some(({ kind }) => kind === "attestation"),
      ),
    "exactly the indicators of attestedBy have an attestation rule",
  )
  .refine(
    ({ attestationScale, max }) => attestationScale.every(({ points }) => points <= max),
    "a level has more points than an indicator can",
  );
export type CriteriaSet = z.infer<typeof CriteriaSet>;
export type Indicator = CriteriaSet["indicators"][number];

/** What a person gave himself for one indicator. */
export type OwnScore = {
  /** Points, or null while not scored. */
  readonly score: number | null;
  readonly words: string;
};

/** Own scores by indicator code. */
export type OwnScores = Readonly<Record<string, OwnScore>>;

export interface PassResult {
  readonly total: number;
  readonly passed: boolean;
  /** Codes of the indicators under the floor, in the order of the criteria. */
  readonly belowFloor: readonly string[];
  /** Codes without a score; they count as 0. */
  readonly missing: readonly string[];
}

/** Whether scores meet the rule: enough in total, and no indicator under the floor. */
export function passes(
  criteria: Pick<CriteriaSet, "indicators" | "pass">,
  scores: OwnScores,
): PassResult {
  const points = criteria.indicators.map(({ code }) => ({
    code,
    score: scores[code]?.score ?? null,
  }));
  const total = points.reduce((sum, { score }) => sum + (score ?? 0), 0);
  const belowFloor = points
    .filter(({ score }) => (score ?? 0) < criteria.pass.floor)
    .map(({ code }) => code);
  return {
    total,
    passed: total >= criteria.pass.total && belowFloor.length === 0,
    belowFloor,
    missing: points.filter(({ score }) => score === null).map(({ code }) => code),
  };
}
