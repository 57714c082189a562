export { canonicalJson, type Json, type JsonDraft } from "./canonical.ts";
export { Day, dayOf, formatDay, formatInstant, parseDay, yearOf } from "./day.ts";
export type { FaultOf, FaultTable } from "./faults.ts";
export type { FileSource } from "./file-source.ts";
export { AccountId, PersonId, PlaceId, Uuid, type Clock } from "./id.ts";
export {
  CODE_ALPHABET,
  CODE_LENGTH,
  formatPublicCode,
  parsePublicCode,
  PUBLIC_CODE_FAULTS,
  type PublicCodeFault,
  PublicCodeForm,
} from "./public-code.ts";
export { accept, refuse, valueOf, type Result } from "./result.ts";
export { isName, namesakeKey, personName, sameNameKey, searchPatterns } from "./names.ts";
export {
  clean,
  cleanLine,
  compareVietnamese,
  formatNumber,
  plainTyping,
  searchKey,
  spelling,
  unaccented,
} from "./text.ts";
