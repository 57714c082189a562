export { canonicalJson, type Json, type JsonDraft } from "./canonical.ts";
export { Day, dayOf, formatDay, formatInstant, parseDay, yearOf } from "./day.ts";
export { AccountId, PersonId, PlaceId, Uuid, type Clock } from "./id.ts";
export { CODE_ALPHABET, CODE_LENGTH, formatPublicCode, parsePublicCode } from "./public-code.ts";
export { accept, refuse, valueOf, type Result } from "./result.ts";
export { clean, cleanLine, compareVietnamese, formatNumber, unaccented } from "./text.ts";
