import { fittingShare } from "./fitting-share.ts";
import type { LeftOut, RosterField } from "./mapping.ts";
import type { Cell } from "./sheet.ts";

interface Column {
  field: RosterField | null;
  leftOut: LeftOut | null;
  readonly cells: readonly Cell[];
}

const SHARE_AT_LEAST = 0.8;
const CELLS_AT_LEAST = 2;
/** What is told by its form alone, the surest first. */
const TELLING = ["birth", "phone", "nationalId", "sex"] as const;

/** Without a header: the first column of each form; a name is the first of several words without digits. */
export function guessByContent(columns: readonly Column[]): void {
  for (const field of TELLING) give(columns, field, ({ cells }) => fittingShare(field, cells));
  give(columns, "fullName", ({ cells }) => wordsShare(cells));
}

function give(
  columns: readonly Column[],
  field: RosterField,
  share: (column: Column) => number,
): void {
  const found = columns.find(
    (column) =>
      column.field === null &&
      column.cells.length >= CELLS_AT_LEAST &&
      share(column) >= SHARE_AT_LEAST,
  );
  if (found === undefined) return;
  found.field = field;
  found.leftOut = null;
}

/** Two words or more, without digits: a name, where nothing says so. */
function wordsShare(cells: readonly Cell[]): number {
  const named = cells.filter(
    (cell) => cell.kind === "text" && /^\s*\p{L}+(?:['’ ]+\p{L}+)+\s*$/u.test(cell.text),
  );
  return named.length / cells.length;
}
