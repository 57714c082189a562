import type { SheetLayout } from "#app/domain/documents/index.ts";

import { statements } from "./statements.ts";

/** Every list that is given out as CSV or as a workbook; each file here is one of them. */
const SHEETS = { statements } as const;

export type SheetName = keyof typeof SHEETS;
/** What a line of a sheet is made from. */
export type RowOf<Name extends SheetName> =
  (typeof SHEETS)[Name] extends SheetLayout<infer Row> ? Row : never;

export function layoutOf<Name extends SheetName>(name: Name): SheetLayout<RowOf<Name>> {
  const layouts: { readonly [Each in SheetName]: SheetLayout<RowOf<Each>> } = SHEETS;
  return layouts[name];
}
