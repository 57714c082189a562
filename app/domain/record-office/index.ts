export type { ClientLine, ClientState, DayCount, FoundCommune } from "./client.ts";
export {
  CLIENT_FAULTS,
  CLIENT_LIMIT_FAULTS,
  type ClientFault,
  ClientForm,
  ClientLimits,
} from "./client-form.ts";
export type { Desk } from "./desk.ts";
export type { ErasureReport, NamedAs } from "./erasure.ts";
export { RECORD_DAY_FAULTS, type RecordDayFault, RecordDays } from "./record-days.ts";
export type {
  AccessLogEntry,
  AccessedPage,
  Names,
  Place,
  RecordFile,
  RecordFilter,
  RecordLine,
  RecordPage,
  Resident,
} from "./records.ts";
export {
  lastPartOf,
  type NamedAgent,
  type StatementObject,
  type StatementParts,
  type StatementResult,
} from "./statement-parts.ts";
export { isKnownVerb, KNOWN_VERB_NAMES, type KnownVerb, knownVerbOf } from "./verbs.ts";
