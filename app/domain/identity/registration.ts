import { z } from "zod";

import {
  cleanLine,
  Day,
  type FaultOf,
  isName,
  parseDay,
  personName,
  PlaceId,
  plainTyping,
} from "#app/domain/kernel/index.ts";

import { readLogin, readPhone } from "./login.ts";
import type { Birth } from "./people.ts";

const Line = (most: number) => z.string().transform(cleanLine).pipe(z.string().max(most));
const Name = (fault: string) =>
  z.string().transform(personName).pipe(z.string().max(100).refine(isName, fault));
const OfficeTitle = Line(80).refine(isName, "title");

/** The consent text that is read out to a resident (`people.consent` of the locales), and its law. */
const CONSENT = {
  version: "2026-11",
  law: "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, hiệu lực từ 01/01/2026",
  /** Until this age a guardian consents. */
  guardianUntilYears: 16,
  guardianSource: "Luật Trẻ em số 102/2016/QH13, Điều 1",
} as const;

export const CONSENT_VERSION = CONSENT.version;

/**
 * Whether somebody may still be a child on a day, for whom a guardian consents: of whom the year or the
 * month of birth alone is known, as long as she can be. Whose year nobody knows is taken for an adult.
 */
export function mayBeChild(birth: Birth, today: Day): boolean {
  if (birth.precision === "unknown") return false;
  const latest = latestBirthDay(birth);
  const comesOfAge = Number(latest.slice(0, 4)) + CONSENT.guardianUntilYears;
  return `${comesOfAge}${latest.slice(4)}` > today;
}

/** As text, to be compared: the 31st stands for the end of every month. */
function latestBirthDay({ precision, day }: Exclude<Birth, { precision: "unknown" }>): string {
  switch (precision) {
    case "day":
      return day;
    case "month":
      return `${day.slice(0, 7)}-31`;
    case "year":
      return `${day.slice(0, 4)}-12-31`;
  }
}

const YEAR = /^(?:19|20)\d{2}$/u;
const MONTH = /^(?<month>\d{1,2}) ?[/.,-] ?(?<year>\d{4})$/u;

/** `dd/mm/yyyy`, `mm/yyyy`, a year alone, or ""; null when it is none of them. */
function readBirth(typed: string): Birth | null {
  const text = plainTyping(typed);
  if (text === "") return { precision: "unknown" };
  if (YEAR.test(text)) return { precision: "year", day: Day.parse(`${text}-01-01`) };
  const { month, year } = MONTH.exec(text)?.groups ?? {};
  const isMonth = month !== undefined && year !== undefined;
  const day = parseDay(isMonth ? `01/${month}/${year}` : text);
  if (day === null || day < "1900-01-01") return null;
  return { precision: isMonth ? "month" : "day", day };
}

/** Languages spoken in the uplands, ISO 639 codes. */
export const LANGUAGES = ["vi", "hmn", "ium", "tyz", "blt", "jra", "bdq", "other"] as const;

/** `dd/mm/yyyy`, `mm/yyyy`, a year alone, or nothing. */
export const BirthText = Line(40).transform((text, context) => {
  const birth = readBirth(text);
  if (birth !== null) return birth;
  context.addIssue({ code: "custom", message: "birth" });
  return z.NEVER;
});

/** Digits with the leading 0, or "". */
export const PhoneText = Line(40).transform((text, context) => {
  const read = readPhone(text);
  if (text === "") return "";
  if (read.kind === "mobile") return read.phone;
  context.addIssue({
    code: "custom",
    message: read.kind === "landline" ? "phone-landline" : "phone",
  });
  return z.NEVER;
});

/** What an official writes to register a resident. */
export const RegistrationForm = z.object({
  fullName: Name("name"),
  villageId: PlaceId,
  birth: BirthText,
  sex: z.enum(["female", "male", "unstated"]),
  language: z.enum(LANGUAGES),
  citizenGroup: z.string().regex(/^[a-z0-9-]{1,40}$/u),
  phone: PhoneText,
  /** Card code of the registered adult who consents for a child, or "". */
  guardianCard: Line(40).transform((text, context) => {
    const login = readLogin(text);
    if (text === "" || login.kind === "card") return login.kind === "card" ? login.cardCode : "";
    context.addIssue({ code: "custom", message: "guardian" });
    return z.NEVER;
  }),
  /** Silence is not consent: she said yes after it was explained. */
  consent: z.literal("yes"),
  explainedBy: Name("name"),
  explainedIn: z.enum(LANGUAGES),
});
export type RegistrationForm = z.infer<typeof RegistrationForm>;

/** What can be wrong in it, by field; the first when no other is named. */
export const REGISTRATION_FAULTS = {
  consent: ["consent"],
  explainedBy: ["explainedBy"],
  explainedIn: ["explainedIn"],
  guardianCard: ["guardianCard", "guardian-needed", "guardian-unknown"],
  fullName: ["fullName"],
  villageId: ["villageId"],
  birth: ["birth", "birth-in-future"],
  sex: ["sex"],
  language: ["language"],
  citizenGroup: ["citizenGroup"],
  phone: ["phone", "phone-landline"],
} as const;
export type RegistrationFault = FaultOf<typeof REGISTRATION_FAULTS>;

/** What an official writes to appoint a village's attestor. */
export const AttestorForm = z.object({
  villageId: PlaceId,
  /** As it stands under a signature: "Trưởng thôn". */
  title: OfficeTitle,
});
export type AttestorForm = z.infer<typeof AttestorForm>;

export const ATTESTOR_FAULTS = {
  villageId: ["place-unknown", "already-attestor"],
  title: ["title"],
  form: ["oneself"],
} as const;
export type AttestorFault = FaultOf<typeof ATTESTOR_FAULTS>;

/** What an official writes to appoint somebody who leads classes. */
export const PromoterForm = z.object({
  /** A village, or the commune for classes in all of its villages. */
  placeId: PlaceId,
  title: OfficeTitle,
});
export type PromoterForm = z.infer<typeof PromoterForm>;

export const PROMOTER_FAULTS = {
  placeId: ["place-unknown", "already-promoter"],
  title: ["title"],
  form: ["oneself"],
} as const;
export type PromoterFault = FaultOf<typeof PROMOTER_FAULTS>;

/** What the press of a button sends for a new PIN. */
export const PinResetForm = z.object({
  /** Of the PIN that stood when the official opened the page. */
  pinMark: z.string().max(100),
});

export const PIN_RESET_FAULTS = {
  form: ["pin-changed", "own-account", "office-beyond"],
} as const;
export type PinResetFault = FaultOf<typeof PIN_RESET_FAULTS>;
