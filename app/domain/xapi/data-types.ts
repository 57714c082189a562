import { z } from "zod";

import type { Json } from "#app/domain/kernel/index.ts";

/** The data types of xAPI 2.0 §4.2.7 (1.0.3: Data 4.0). */

/** What may stand in an IRI: `%` only before two hexadecimal digits, `#` once, before the fragment. */
const IRI_CHARACTER = String.raw`(?:[^\s\p{Cc}\p{Cs}<>"{}|\\^\x60#%]|%[0-9a-fA-F]{2})`;
const IRI = new RegExp(
  `^[a-zA-Z][a-zA-Z0-9+.-]*:(?=.)${IRI_CHARACTER}*(?:#${IRI_CHARACTER}*)?$`,
  "u",
);
/** RFC 3987, as far as a pattern goes: a scheme, and no character where an IRI never holds it. */
export const Iri = z.string().regex(IRI, "not an absolute IRI");

const LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8}";
const SCRIPT_REGION = "(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?";
const VARIANTS = "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*";
const LANGUAGE_EXTENSIONS = "(-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)*";
const PRIVATE_USE = "[xX](-[A-Za-z0-9]{1,8})+";
const IRREGULAR = "[iI]-[A-Za-z]{2,8}|en-GB-oed|sgn-(BE-FR|BE-NL|CH-DE)";
const LANGUAGE_TAG = new RegExp(
  `^((${LANGUAGE})${SCRIPT_REGION}${VARIANTS}${LANGUAGE_EXTENSIONS}(-${PRIVATE_USE})?|${PRIVATE_USE}|${IRREGULAR})$`,
  "u",
);
/** RFC 5646: the order and length of the subtags; not whether IANA has registered them. */
export const LanguageTag = z.string().regex(LANGUAGE_TAG, "not a language tag");

export const LanguageMap = z.custom<Readonly<Record<string, string>>>(
  isLanguageMap,
  "not a language map: tags of RFC 5646, each with a text",
);

function isLanguageMap(value: unknown): boolean {
  return (
    isMap(value) &&
    Object.entries(value).every(([tag, text]) => LANGUAGE_TAG.test(tag) && typeof text === "string")
  );
}

/** Levels of arrays and objects in one extension; what is deeper would exhaust a stack. */
const LEVELS_AT_MOST = 200;

/** IRIs with any JSON. No value is refused but one that no JSON text can carry on, or a bottomless one. */
export const Extensions = z.custom<Readonly<Record<string, Json>>>(
  isExtensions,
  `not extensions: IRIs, each with JSON of at most ${LEVELS_AT_MOST} levels`,
);

function isExtensions(value: unknown): boolean {
  return (
    isMap(value) &&
    Object.entries(value).every(([iri, json]) => IRI.test(iri) && isJson(json, LEVELS_AT_MOST))
  );
}

function isJson(value: unknown, levels: number): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value);
    case "object":
      if (value === null) return true;
      return levels > 0 && Object.values(value).every((item) => isJson(item, levels - 1));
    case "bigint":
    case "function":
    case "symbol":
    case "undefined":
      return false;
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const Timestamp = z.iso.datetime({ offset: true });

/**
 * RFC 3339 with its offset, a blank in the place of the T or not, of the years 1 to 9999 (what PostgreSQL and `Date` both can hold).
 * `-00:00` says that the zone is not known, which xAPI refuses; a leap second has no `Date`.
 */
export const Instant = z
  .string()
  .refine(
    // RFC 3339 §5.6: "T" and "Z" may be small.
    (text) =>
      Timestamp.safeParse(text.replace(/^([\d-]{10})[ t]/u, "$1T").replace(/z$/u, "Z")).success,
    "not an RFC 3339 timestamp",
  )
  .refine((text) => !text.endsWith("-00:00"), "an offset of -00:00 names no zone")
  .refine((text) => {
    const year = new Date(text).getUTCFullYear();
    return year >= 1 && year <= 9999;
  }, "a year outside 1 to 9999");

const AMOUNT = String.raw`\d+([.,]\d+(?=[A-Z]$))?`;
const TIME = `T(?=\\d)(${AMOUNT}H)?(${AMOUNT}M)?(${AMOUNT}S)?`;
const DURATION = new RegExp(
  `^P(?=\\d|T)(${AMOUNT}W|(${AMOUNT}Y)?(${AMOUNT}M)?(${AMOUNT}D)?(${TIME})?)$`,
  "u",
);
/** ISO 8601 §4.4.3.2: weeks alone, or the rest; only the last amount may have a fraction. */
export const Duration = z.string().regex(DURATION, "not an ISO 8601 duration");

/** The standard string form, whatever its variant; in lower case when it is read. */
export const Uuid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu, "not a UUID")
  .transform((id) => id.toLowerCase());

/** RFC 2046: `type/subtype`, with its parameters. */
export const MediaType = z
  .string()
  .regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;[^\p{Cc}\p{Cs}]*)?$/u, "not a media type");
