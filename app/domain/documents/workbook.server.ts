import writeExcelFile, { type SheetData } from "write-excel-file/node";

import { cleanLine } from "#app/domain/kernel/index.ts";

import type { SheetCell } from "./sheet.ts";
import type { Workbook } from "./workbook.ts";

const HEAD = { fontWeight: "bold", wrap: true } as const;
const VIETNAM_OFFSET_MILLISECONDS = 7 * 60 * 60 * 1000;
const CELL_CHARACTERS_AT_MOST = 32_000;

/** The bytes of an .xlsx file. */
export async function workbook({ tab, columns, rows }: Workbook): Promise<Uint8Array> {
  const data: SheetData = [columns.map(({ header }) => ({ value: header, ...HEAD }))];
  for (const row of rows) data.push(row.map((cell) => cellOf(cell)));
  const bytes = await writeExcelFile(data, {
    sheet: tab,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
  return new Uint8Array(bytes);
}

function cellOf(cell: SheetCell): SheetData[number][number] {
  if (cell.value === null) return null;
  switch (cell.type) {
    // A text stays one, and never becomes a formula; a workbook has no control characters.
    case "text":
    case "name":
    case "code":
      return { type: String, value: cleanLine(cell.value).slice(0, CELL_CHARACTERS_AT_MOST) };
    case "number":
      return { type: Number, value: cell.value };
    case "day":
      return { type: Date, value: new Date(`${cell.value}T00:00:00Z`), format: "dd/mm/yyyy" };
    // A workbook's times have no zone: what stands there is the time in Vietnam.
    case "moment": {
      const value = new Date(cell.value.getTime() + VIETNAM_OFFSET_MILLISECONDS);
      return { type: Date, value, format: "dd/mm/yyyy hh:mm" };
    }
  }
}
