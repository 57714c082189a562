import { type SheetCell, sheetCells, type SheetLayout } from "./sheet.ts";

/** A sheet with its rows, as it goes to the process that writes workbooks. */
export interface Workbook {
  readonly tab: string;
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: readonly (readonly SheetCell[])[];
}

export async function workbookOf<Row>(
  layout: SheetLayout<Row>,
  pages: AsyncIterable<readonly Row[]>,
): Promise<Workbook> {
  const rows: (readonly SheetCell[])[] = [];
  for await (const page of pages) rows.push(...page.map((row) => sheetCells(layout, row)));
  const columns = layout.columns.map(({ header, width }) => ({ header, width }));
  return { tab: layout.tab, columns, rows };
}
