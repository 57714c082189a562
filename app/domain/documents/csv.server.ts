import { stringify } from "csv-stringify/sync";

import { cleanLine, formatDay, formatInstant } from "#app/domain/kernel/index.ts";

import { type SheetCell, sheetCells, type SheetLayout } from "./sheet.ts";

/**
 * Excel opens a CSV by the list separator of Windows. Where the decimal sign is a comma, as in Vietnam,
 * that is a semicolon, whatever is set: Excel never takes the decimal sign for it. The mark at the
 * front makes it read UTF-8.
 */
const CSV = { delimiter: ";", record_delimiter: "windows" } as const;
const BYTE_ORDER_MARK = "\uFEFF";

/** What stands in front of the rows. */
export function csvHead<Row>({ columns }: SheetLayout<Row>): string {
  return BYTE_ORDER_MARK + stringify([columns.map(({ header }) => header)], CSV);
}

/** Rows of a CSV, each one line. */
export function csvText<Row>(layout: SheetLayout<Row>, rows: readonly Row[]): string {
  const records = rows.map((row) => sheetCells(layout, row).map((cell) => textOf(cell)));
  return stringify(records, CSV);
}

function textOf(cell: SheetCell): string {
  if (cell.value === null) return "";
  switch (cell.type) {
    // One line: not every reader of tables knows line breaks in a cell, and blanks in front would hide
    // the sign of a formula.
    case "text":
    case "name":
      return noFormula(cleanLine(cell.value));
    case "code":
      return cleanLine(cell.value);
    // No sign between thousands: not every reader of tables takes it out.
    case "number":
      return String(cell.value).replace(".", ",");
    case "day":
      return formatDay(cell.value);
    // Without the comma, Excel takes it for a time.
    case "moment":
      return formatInstant(cell.value).replace(",", "");
  }
}

/** What a spreadsheet would take for a formula begins with an apostrophe. */
function noFormula(text: string): string {
  return /^[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
}
