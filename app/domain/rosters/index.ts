export { Duplicates } from "./duplicates.ts";
export {
  type Finding,
  ROW_FAULTS,
  ROW_WARNINGS,
  type RowFault,
  type RowWarning,
} from "./findings.ts";
export type { EncodingGuess } from "./guess-encoding.ts";
export { guessMapping } from "./guess-mapping.ts";
export { type Encoding, ENCODINGS } from "./legacy-fonts.ts";
export {
  type ColumnMapping,
  type GuessedMapping,
  LEFT_OUT,
  type LeftOut,
  type Mapping,
  ROSTER_FIELDS,
  type RosterField,
} from "./mapping.ts";
export { shownBirth } from "./read-birth.ts";
export type { DraftHousehold, PersonDraft } from "./read-row.ts";
export { type ReadRow, readRows, type RosterContext } from "./read-rows.ts";
export { type RosterVillage, villageKey } from "./read-village.ts";
export { SKIPPED, type Skipped } from "./row-kind.ts";
export {
  type Cell,
  cellAddress,
  cellText,
  columnLetters,
  FILE_REFUSALS,
  type FileRefusal,
  ROSTER_LIMITS,
  type Sheet,
  type SheetRow,
} from "./sheet.ts";
