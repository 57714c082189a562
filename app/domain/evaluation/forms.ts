import { z } from "zod";

import { IndicatorCode } from "#app/domain/criteria/index.ts";
import {
  clean,
  cleanLine,
  type FaultOf,
  parseDay,
  personName,
  PlaceId,
  Uuid,
  type Day,
} from "#app/domain/kernel/index.ts";

function words(most: number, longCode: string, short = { least: 0, code: longCode }) {
  return z
    .string()
    .max(10_000, longCode)
    .default("")
    .transform(clean)
    .pipe(z.string().min(short.least, short.code).max(most, longCode));
}

function numberOf(typed: unknown): unknown {
  return typeof typed === "string" && /^\d{1,3}$/u.test(typed) ? Number(typed) : typed;
}

const Points = z.int("score-wrong").min(0, "score-wrong").max(100, "score-wrong");

const Revision = z.coerce.number().int().min(0);

/** A record passes over `__proto__` in silence, so the keys are looked at before. */
function hasOnlyCodes(typed: unknown): boolean {
  return (
    typeof typed === "object" &&
    typed !== null &&
    Reflect.ownKeys(typed).every((key) => IndicatorCode.safeParse(key).success)
  );
}

/**
 * Own scores, some or all: what is named replaces what stood, a null score takes it back. Nothing but
 * indicator codes is a key ("indicator-wrong"); whether the criteria have the indicator is asked later.
 */
export const ScoresForm = z.object({
  /** The revision that the form was drawn from; 0 before the first save. */
  revision: Revision,
  scores: z.custom<Readonly<Record<string, unknown>>>(hasOnlyCodes, "indicator-wrong").pipe(
    z.record(
      IndicatorCode,
      z.object({
        /** As a form or JSON has it: "8", 8, or "" and null for none. */
        score: z.preprocess(
          (typed) => (typed === "" || typed === undefined ? null : numberOf(typed)),
          Points.nullable(),
        ),
        words: words(500, "words-long"),
      }),
    ),
  ),
});
export type ScoresForm = z.infer<typeof ScoresForm>;

/** The own score of one indicator, as its screen sends it: there none is not a score. */
export const ScoreForm = z.object({
  revision: Revision,
  score: z
    .string()
    .min(1, "score-missing")
    .transform((text) => (/^\d{1,3}$/u.test(text) ? Number(text) : Number.NaN))
    .pipe(Points),
  words: words(500, "words-long"),
});
export type ScoreForm = z.infer<typeof ScoreForm>;

export const SCORE_FAULTS = {
  score: ["score-missing", "score-wrong"],
  words: ["words-long"],
  /** On another phone, since the form was drawn. */
  form: ["changed"],
} as const;
export type ScoreFault = FaultOf<typeof SCORE_FAULTS>;

/** A press of "hand in" or "take back". */
export const RevisionForm = z.object({ revision: Revision });
export type RevisionForm = z.infer<typeof RevisionForm>;

/** One case, as the reviewer saw it. */
const CaseForm = z.object({ communeId: PlaceId, assessmentId: Uuid, revision: Revision });

/** What can be wrong with any word on a case; the first when the case itself cannot be read. */
const CASE_FAULTS = ["unreadable", "own-case", "wrong-state", "changed", "closed"] as const;

/** Agreement in the village, with words or without. */
export const EndorsementForm = CaseForm.extend({ words: words(500, "words-long") });
export type EndorsementForm = z.infer<typeof EndorsementForm>;

export const ENDORSEMENT_FAULTS = { words: ["words-long"], form: CASE_FAULTS } as const;
export type EndorsementFault = FaultOf<typeof ENDORSEMENT_FAULTS>;

/** Return or refusal: the citizen is owed a reason. */
export const ReasonForm = CaseForm.extend({
  reason: words(500, "reason-long", { code: "reason-short", least: 5 }),
});
export type ReasonForm = z.infer<typeof ReasonForm>;

export const REASON_FAULTS = {
  reason: ["reason-short", "reason-long"],
  form: CASE_FAULTS,
} as const;
export type ReasonFault = FaultOf<typeof REASON_FAULTS>;

/** The commune's opinion of one case: a reason, unless it verifies. */
export const OPINION_FAULTS = {
  ...REASON_FAULTS,
  form: [...CASE_FAULTS, "not-endorsed", "verified-by-another"],
} as const;
export type OpinionFault = FaultOf<typeof OPINION_FAULTS>;

interface SeenCase {
  readonly assessmentId: string;
  readonly revision: number | string;
}

/** A case as somebody saw it, in one text: what the tick of a list sends. */
export function seenCaseText({ assessmentId, revision }: SeenCase): string {
  return `${assessmentId}.${revision}`;
}

const SeenCaseText = z
  .string()
  .transform((text) => {
    const [assessmentId = "", revision = "none"] = text.split(".");
    return { assessmentId, revision };
  })
  .pipe(z.object({ assessmentId: Uuid, revision: z.coerce.number<string>().int().min(0) }));

/** Cases verified by one press, each as the official saw it. */
export const VerifyForm = z.object({
  communeId: PlaceId,
  /** Each as `seenCaseText` writes it. */
  items: z.array(SeenCaseText).min(1, "nothing-chosen").max(500, "too-many"),
});
export type VerifyForm = z.infer<typeof VerifyForm>;

export const VERIFY_FAULTS = {
  items: ["unreadable", "nothing-chosen", "too-many"],
  form: ["none-verified"],
} as const;
export type VerifyFault = FaultOf<typeof VERIFY_FAULTS>;

/** Lines are kept: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH". */
export const PrepareDecisionForm = z.object({
  communeId: PlaceId,
  signerName: z
    .string()
    .max(1000)
    .transform(personName)
    .pipe(z.string().min(3, "name-short").max(100, "name-long")),
  signerTitle: z
    .string()
    .max(1000)
    .transform(clean)
    .pipe(z.string().min(3, "title-short").max(150, "title-long")),
});
export type PrepareDecisionForm = z.infer<typeof PrepareDecisionForm>;

export const PREPARE_FAULTS = {
  signerName: ["name-short", "name-long"],
  signerTitle: ["title-short", "title-long"],
  form: ["nothing-to-decide", "closed", "no-cycle"],
} as const;
export type PrepareFault = FaultOf<typeof PREPARE_FAULTS>;

/** What the signed paper says. Messages: "number-missing", "number-long", "day-wrong". */
export const IssueDecisionForm = z.object({
  communeId: PlaceId,
  decisionId: Uuid,
  /** That the list was compared with the signed paper. */
  confirmed: z.literal("1", "confirm-missing"),
  number: z
    .string()
    .max(1000)
    .transform(cleanLine)
    .pipe(z.string().min(1, "number-missing").max(60, "number-long")),
  /** `dd/mm/yyyy` as typed; a Day after parsing. */
  decidedOn: z.string().transform((text, context): Day => {
    const day = parseDay(text);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: "day-wrong" });
    return z.NEVER;
  }),
});
export type IssueDecisionForm = z.infer<typeof IssueDecisionForm>;

export const ISSUE_FAULTS = {
  number: ["number-missing", "number-long", "number-used"],
  decidedOn: ["day-wrong", "in-future", "day-outside"],
  confirmed: ["confirm-missing"],
  form: ["list-changed", "discard-issued", "already-issued"],
} as const;
export type IssueFault = FaultOf<typeof ISSUE_FAULTS>;

/** The words say what happened and name the paper that the revocation rests on. */
export const RevocationForm = z.object({
  communeId: PlaceId,
  registerEntryId: Uuid,
  /** Code of a reason of the process. */
  reason: z.string().min(1).max(40),
  words: words(500, "words-long", { code: "words-short", least: 5 }),
});
export type RevocationForm = z.infer<typeof RevocationForm>;

export const REVOCATION_FAULTS = {
  reason: ["reason-missing"],
  words: ["words-short", "words-long"],
  form: ["own-recognition"],
} as const;
export type RevocationFault = FaultOf<typeof REVOCATION_FAULTS>;
