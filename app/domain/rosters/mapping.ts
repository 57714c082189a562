import type { PlaceId } from "#app/domain/kernel/index.ts";

import type { EncodingGuess } from "./guess-encoding.ts";
import type { Encoding } from "./legacy-fonts.ts";

/** What a column can be taken for. */
const ROSTER_FIELDS = [
  "fullName",
  "familyName",
  "middleName",
  "givenName",
  "birth",
  "birthDay",
  "birthMonth",
  "birthYear",
  "sex",
  "sexMale",
  "sexFemale",
  "nationalId",
  "phone",
  "village",
  "householdCode",
  "householdHead",
  "householdRelation",
  "note",
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

/** Why a column is not taken. Ethnicity and religion are never asked; what a card or a household says besides is not needed. */
const LEFT_OUT = [
  "order",
  "ethnicity",
  "religion",
  "not-needed",
  "repeated",
  "unknown",
  "untitled",
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export interface ColumnMapping {
  /** From 0. */
  readonly column: number;
  /** As it stands in the file, with what stands above it; converted when it was in an old font. */
  readonly title: string;
  /** Null when nothing is read from it. */
  readonly field: RosterField | null;
  readonly leftOut: LeftOut | null;
  /** From 0 to 1: the title's wording and how many cells below it fit. */
  readonly confidence: number;
  readonly encoding: Encoding;
}

/** How the rows of a sheet are to be read; the caller may change all of it. */
export interface Mapping {
  /** Row numbers of the header, from 1; null when there is none. */
  readonly header: { readonly from: number; readonly to: number } | null;
  readonly columns: readonly ColumnMapping[];
  /** Somebody saw the examples and said yes: text in old fonts is converted. */
  readonly encodingConfirmed: boolean;
  readonly hiddenRows: "read" | "leave-out";
  /** Where a row, its section and the sheet's name say no village. */
  readonly villageForAll: PlaceId | null;
  /** What was answered about names of villages that are in no list, by `villageKey`. */
  readonly villageAnswers: Readonly<Record<string, PlaceId>>;
}

export interface GuessedMapping {
  readonly mapping: Mapping;
  /** Columns in an old font, with cells before and after; a yes sets `encodingConfirmed`. */
  readonly oldFonts: readonly (EncodingGuess & { readonly column: number })[];
  /** Fields without which no person can be read. */
  readonly missing: readonly "fullName"[];
  /** Of the whole: the least of the columns that make a person; 0 when there is no name. */
  readonly confidence: number;
}
