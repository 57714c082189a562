/** Why a row makes no person. The words, and what to do, stand in the locales. */
const ROW_FAULTS = [
  "name-missing",
  "name-unreadable",
  "name-alone",
  "birth-unreadable",
  "birth-impossible",
  "birth-month-first",
  "birth-order-unknown",
  "birth-in-future",
  "birth-too-long-ago",
  "sex-unreadable",
  "sex-both",
  "national-id-unreadable",
  "national-id-shortened",
  "national-id-of-another-row",
  "phone-unreadable",
  "village-missing",
  "village-unknown",
  "village-ambiguous",
  "cell-error",
  "garbled",
  "old-font",
  "old-font-unconfirmed",
  "too-long",
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

/** What was understood, but should be looked at. */
const ROW_WARNINGS = [
  "name-one-word",
  "name-invisible-characters",
  "birth-year-alone",
  "birth-serial",
  "birth-two-digit-year",
  "birth-digits",
  "birth-order-unsure",
  "birth-maybe-swapped",
  "national-id-zero-restored",
  "national-id-old",
  "national-id-odd",
  "national-id-differs",
  "phone-zero-restored",
  "phone-landline",
  "phone-several",
  "phone-old-prefix",
  "village-spelling",
  "household-carried",
  "hidden-row",
  "formula",
  "old-font-converted",
  "duplicate-row",
  "maybe-duplicate-row",
  "note-cut",
] as const;
export type RowWarning = (typeof ROW_WARNINGS)[number];

export interface Finding<Code extends RowFault | RowWarning> {
  readonly code: Code;
  /** `C17`. */
  readonly cell: string;
  /** As it stands there. */
  readonly read: string;
  /** What it was taken for, or what may be meant; "" when nothing. */
  readonly meant: string;
  /** The other row that it is about. */
  readonly row: number | null;
}

/** What one reading of a cell answers: a value, or what is wrong with it. */
export type Reading<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      readonly warnings: readonly { readonly code: RowWarning; readonly meant: string }[];
    }
  | { readonly ok: false; readonly fault: RowFault; readonly meant: string };

export function readAs<Value>(
  value: Value,
  ...warnings: readonly { readonly code: RowWarning; readonly meant: string }[]
): Reading<Value> {
  return { ok: true, value, warnings };
}

export function unread(fault: RowFault, meant = ""): Reading<never> {
  return { ok: false, fault, meant };
}
