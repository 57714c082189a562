import type { Day } from "#app/domain/kernel/index.ts";

/** A column of a sheet: its heading, how wide it is in characters, and what a row has in it. */
export type SheetColumn<Row> = {
  readonly header: string;
  readonly width: number;
} & (
  | {
      /** `name`: of a person or a place; `code`: signs of ours, never taken for a formula or a number. */
      readonly type: "text" | "name" | "code";
      readonly value: (row: Row) => string;
    }
  | { readonly type: "number"; readonly value: (row: Row) => number | null }
  | { readonly type: "day"; readonly value: (row: Row) => Day | null }
  | { readonly type: "moment"; readonly value: (row: Row) => Date | null }
);

/** A list as a file: described once, written as CSV, as a workbook or on paper. */
export interface SheetLayout<Row> {
  /** Name of the page in a workbook. */
  readonly tab: string;
  readonly columns: readonly SheetColumn<Row>[];
}

export type SheetCell =
  | { readonly type: "text" | "name" | "code"; readonly value: string }
  | { readonly type: "number"; readonly value: number | null }
  | { readonly type: "day"; readonly value: Day | null }
  | { readonly type: "moment"; readonly value: Date | null };

export function sheetCells<Row>({ columns }: SheetLayout<Row>, row: Row): readonly SheetCell[] {
  return columns.map((column): SheetCell => {
    switch (column.type) {
      case "text":
      case "name":
      case "code":
        return { type: column.type, value: column.value(row) };
      case "number":
        return { type: column.type, value: column.value(row) };
      case "day":
        return { type: column.type, value: column.value(row) };
      case "moment":
        return { type: column.type, value: column.value(row) };
    }
  });
}
