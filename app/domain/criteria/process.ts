import { z } from "zod";

import { Day, formatNumber } from "#app/domain/kernel/index.ts";

/** One year's procedure, as `content/criteria/process-<year>.yaml` has it. */
export const Process = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    /** Id of the criteria set. */
    criteria: z.string().min(3),
    note: z.string().min(5).max(600).optional(),
    /** Last day to hand in a self-assessment for the first time. */
    submitUntil: Day,
    /** Last day for reviews, for handing in again what was returned, and for decisions. */
    decideUntil: Day,
    register: z.strictObject({
      /** Name of the series; the year is added to it. */
      series: z.string().regex(/^[a-z0-9-]{3,60}$/u),
      /** `{number:4}` is the running number with at least 4 digits, `{year}` the cycle's year. */
      format: z.string().regex(/\{number(?::\d)?\}/u, "must hold {number}"),
      note: z.string().min(5).max(600).optional(),
    }),
    /** From the day of the decision to 31/12 of the cycle's year plus so many years. */
    validity: z.strictObject({
      yearsAfter: z.int().min(0).max(20),
      note: z.string().min(5).max(600).optional(),
    }),
    queue: z.strictObject({
      /** Points by which a self-score stands out above what is suggested. */
      aboveSuggestionBy: z.int().min(1).max(10),
    }),
    decision: z.strictObject({
      note: z.string().min(5).max(600).optional(),
      legalBases: z.array(z.string().min(5).max(600)).min(1),
      articles: z.array(z.string().min(5).max(1000)).min(1),
    }),
    revocationReasons: z
      .array(
        z.strictObject({
          code: z.string().regex(/^[a-z0-9-]{2,40}$/u),
          sentence: z.string().min(5).max(300),
        }),
      )
      .min(1),
  })
  .refine(({ submitUntil, decideUntil }) => submitUntil <= decideUntil, "submitUntil is too late");
export type Process = z.infer<typeof Process>;

/** The procedure of a year. */
export function processOf(processes: readonly Process[], year: number): Process | undefined {
  return processes.find((process) => process.year === year);
}

/** "0012/2026/CDHT" */
export function registerNumber(process: Process, number: number): string {
  return process.register.format
    .replaceAll(/\{number(?::(\d))?\}/gu, (_, digits: string | undefined) =>
      String(number).padStart(Number(digits ?? 1), "0"),
    )
    .replaceAll("{year}", String(process.year));
}

/** "cong-dan-hoc-tap/2026" */
export function registerSeries(process: Process): string {
  return `${process.register.series}/${process.year}`;
}

/** From and until when a recognition decided on that day stands. */
export function validity(process: Process, decidedOn: Day): { from: Day; to: Day } {
  return {
    from: decidedOn,
    to: Day.parse(`${process.year + process.validity.yearsAfter}-12-31`),
  };
}

/**
 * Legal bases and articles of a draft decision, with its placeholders filled in. A place that heads a
 * line is written "Xã Bắc Hà"; inside a sentence its kind word is lower case, "xã Bắc Hà".
 */
export function decisionText(
  process: Process,
  words: {
    /** As `placeTitle` gives it. */
    readonly communeName: string;
    readonly count: number;
  },
): { readonly legalBases: readonly string[]; readonly articles: readonly string[] } {
  const fill = (text: string) =>
    text
      .replaceAll("{communeName}", (_, at: number) =>
        at === 0 || text[at - 1] === "\n" ? words.communeName : lowerKind(words.communeName),
      )
      .replaceAll("{year}", String(process.year))
      .replaceAll("{count}", formatNumber(words.count));
  return {
    legalBases: process.decision.legalBases.map(fill),
    articles: process.decision.articles.map(fill),
  };
}

function lowerKind(title: string): string {
  return `${title.slice(0, 1).toLocaleLowerCase("vi")}${title.slice(1)}`;
}
