import { z } from "zod";

import { cleanLine, PlaceId, parseDay } from "#app/domain/kernel/index.ts";

const Line = (most: number) => z.string().transform(cleanLine).pipe(z.string().max(most));

/** The version of the consent text that is read out to a resident. */
export const CONSENT_VERSION = "2026-11";

/** What an official writes to register a resident. */
export const RegistrationForm = z.object({
  fullName: Line(100).refine((name) => /\p{L}{2}/u.test(name), "name"),
  villageId: PlaceId,
  /** `dd/mm/yyyy`, a year alone, or nothing. */
  birth: Line(10).transform((text, context) => {
    if (text === "") return { precision: "unknown" as const };
    const year = /^(19|20)\d{2}$/u.test(text);
    const day = parseDay(year ? `01/01/${text}` : text);
    if (day === null || day < "1900-01-01") {
      context.addIssue({ code: "custom", message: "birth" });
      return z.NEVER;
    }
    return { precision: year ? ("year" as const) : ("day" as const), day };
  }),
  sex: z.enum(["female", "male", "unstated"]),
  language: z.enum(["vi", "hmn", "ium", "tyz", "blt", "jra", "bdq", "other"]),
  citizenGroup: z.string().regex(/^[a-z0-9-]{1,40}$/u),
  /** Digits with the leading 0, or "". */
  phone: Line(20)
    .transform((text) => text.replaceAll(/[\s.()-]/gu, "").replace(/^\+?84(?=\d{9}$)/u, "0"))
    .pipe(z.union([z.literal(""), z.string().regex(/^0\d{9}$/u, "phone")])),
  /** Silence is not consent: she said yes after it was explained. */
  consent: z.literal("yes"),
  explainedBy: Line(100).pipe(z.string().min(2)),
});
export type RegistrationForm = z.infer<typeof RegistrationForm>;
