import { z } from "zod";

import { cleanLine, type Day, PlaceId, parseDay } from "#app/domain/kernel/index.ts";

import { readLogin } from "./login.ts";

const Line = (most: number) => z.string().transform(cleanLine).pipe(z.string().max(most));

/** The consent text that is read out to a resident (`people.consent` of the locales), and its law. */
const CONSENT = {
  version: "2026-11",
  law: "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, hiệu lực từ 01/01/2026",
  /** Until this age a guardian consents. */
  guardianUntilYears: 16,
  guardianSource: "Luật Trẻ em số 102/2016/QH13, Điều 1",
} as const;

export const CONSENT_VERSION = CONSENT.version;

/** Whether somebody born on that day is a child on another, for whom a guardian consents. */
export function isChild(bornOn: Day, today: Day): boolean {
  const comesOfAge = Number(bornOn.slice(0, 4)) + CONSENT.guardianUntilYears;
  return `${comesOfAge}${bornOn.slice(4)}` > today;
}

/** Languages spoken in the uplands, ISO 639 codes. */
export const LANGUAGES = ["vi", "hmn", "ium", "tyz", "blt", "jra", "bdq", "other"] as const;

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
  language: z.enum(LANGUAGES),
  citizenGroup: z.string().regex(/^[a-z0-9-]{1,40}$/u),
  /** Digits with the leading 0, or "". */
  phone: Line(20)
    .transform((text) => text.replaceAll(/[\s.()-]/gu, "").replace(/^\+?84(?=\d{9}$)/u, "0"))
    .pipe(z.union([z.literal(""), z.string().regex(/^0\d{9}$/u, "phone")])),
  /** Card code of the registered adult who consents for a child, or "". */
  guardianCard: Line(20).transform((text, context) => {
    const login = readLogin(text);
    if (text === "" || login.kind === "card") return login.kind === "card" ? login.cardCode : "";
    context.addIssue({ code: "custom", message: "guardian" });
    return z.NEVER;
  }),
  /** Silence is not consent: she said yes after it was explained. */
  consent: z.literal("yes"),
  explainedBy: Line(100).pipe(z.string().min(2)),
  explainedIn: z.enum(LANGUAGES),
});
export type RegistrationForm = z.infer<typeof RegistrationForm>;

/** What an official writes to appoint a village's attestor. */
export const AttestorForm = z.object({
  villageId: PlaceId,
  /** As it stands under a signature: "Trưởng thôn". */
  title: Line(80).refine((title) => /\p{L}{2}/u.test(title), "title"),
});
export type AttestorForm = z.infer<typeof AttestorForm>;

/** What an official writes to appoint somebody who leads classes. */
export const PromoterForm = z.object({
  /** A village, or the commune for classes in all of its villages. */
  placeId: PlaceId,
  title: Line(80).refine((title) => /\p{L}{2}/u.test(title), "title"),
});
export type PromoterForm = z.infer<typeof PromoterForm>;
