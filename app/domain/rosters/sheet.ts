/** What stands in one cell. A formula is the value that was kept with it; it is never run. */
export type Cell =
  | { readonly kind: "empty" }
  | (CellMarks & { readonly kind: "text"; readonly text: string })
  /** `shown`: as its number format shows it ("000000000000"), when that has leading zeros. */
  | (CellMarks & { readonly kind: "number"; readonly value: number; readonly shown?: string })
  /** A calendar day, `yyyy-mm-dd`; a number that a format shows as a date. */
  | (CellMarks & { readonly kind: "date"; readonly day: string })
  /** `#REF!`, `#N/A`… */
  | (CellMarks & { readonly kind: "error"; readonly text: string });

interface CellMarks {
  readonly formula?: true;
  /** The value stands in the first cell of the merged range. */
  readonly merged?: true;
}

export interface SheetRow {
  /** As the program on the officials' desk counts: from 1. */
  readonly number: number;
  readonly hidden: boolean;
  /** As far as something stands in the row. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows in which something stands, in their order. */
  readonly rows: readonly SheetRow[];
}

/** What is wrong with a file as a whole. */
const FILE_REFUSALS = [
  "too-large",
  "unpacks-too-large",
  "too-many-rows",
  "too-many-columns",
  "password",
  "not-a-table",
  "damaged",
  "empty",
  "too-much-work",
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

const EMPTY: Cell = { kind: "empty" };

export function cellAt(row: SheetRow, column: number): Cell {
  return row.cells[column] ?? EMPTY;
}

/** The text of a cell as somebody who looks at the sheet reads it; "" when nothing stands there. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case "empty":
      return "";
    case "text":
    case "error":
      return cell.text;
    case "number":
      return cell.shown ?? String(cell.value);
    case "date":
      return `${cell.day.slice(8, 10)}/${cell.day.slice(5, 7)}/${cell.day.slice(0, 4)}`;
  }
}

const LETTERS = 26;
const FIRST_LETTER = 65;

/** `C17`: column from 0, row from 1. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

function columnLetters(column: number): string {
  const last = String.fromCodePoint(FIRST_LETTER + (column % LETTERS));
  return column < LETTERS ? last : columnLetters(Math.floor(column / LETTERS) - 1) + last;
}
