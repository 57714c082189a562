import writeExcelFile, { type SheetData } from "write-excel-file/node";

import type { Workbook, WorkbookCell } from "./workbook.ts";

const HEAD = { fontWeight: "bold", wrap: true } as const;
const VIETNAM_OFFSET_MILLISECONDS = 7 * 60 * 60 * 1000;
const CELL_CHARACTERS_AT_MOST = 32_000;

/** The bytes of an .xlsx file. */
export async function workbook({ tab, columns, rows }: Workbook): Promise<Uint8Array> {
  const data: SheetData = [columns.map(({ title }) => ({ value: title, ...HEAD }))];
  for (const row of rows) data.push(row.map((cell) => cellOf(cell)));
  const bytes = await writeExcelFile(data, {
    sheet: tab,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
  return new Uint8Array(bytes);
}

function cellOf(cell: WorkbookCell): SheetData[number][number] {
  if (typeof cell === "string") {
    return { type: String, value: cell.slice(0, CELL_CHARACTERS_AT_MOST) };
  }
  // A workbook's times have no zone: what stands there is the time in Vietnam.
  const value = new Date(cell.getTime() + VIETNAM_OFFSET_MILLISECONDS);
  return { type: Date, value, format: "dd/mm/yyyy hh:mm" };
}
