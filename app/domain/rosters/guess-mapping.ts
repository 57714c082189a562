import { cleanLine } from "#app/domain/kernel/index.ts";

import { guessByContent } from "./guess-by-content.ts";
import { columnsOf, findHeader, type FoundHeader } from "./find-header.ts";
import { fittingShare } from "./fitting-share.ts";
import { type EncodingGuess, guessEncoding } from "./guess-encoding.ts";
import type { ColumnMapping, GuessedMapping, LeftOut, RosterField } from "./mapping.ts";
import { type Cell, cellAt, cellText, type Sheet } from "./sheet.ts";

interface Column {
  readonly column: number;
  readonly title: string;
  field: RosterField | null;
  leftOut: LeftOut | null;
  /** What stands below the title, as far as it was looked at. */
  readonly cells: readonly Cell[];
  readonly filled: number;
}

const ROWS_LOOKED_AT = 2000;

/**
 * How a sheet seems to be meant: where its header is, what each column says, what is left out and why,
 * and which columns are in an old font. Nothing of it is certain; the caller shows it.
 */
export function guessMapping(sheet: Sheet): GuessedMapping {
  const header = findHeader(sheet);
  const columns = columnsBelow(sheet, header);
  if (header === null) guessByContent(columns);
  else settle(columns);
  const encodings = columns.map(({ cells }) => guessEncoding(textsOf(cells)));
  const mapped = columns.map((column, index) => columnMapping(column, encodings[index], header));
  return {
    mapping: {
      header: header === null ? null : { from: header.from, to: header.to },
      columns: mapped,
      encodingConfirmed: false,
      hiddenRows: "read",
      villageForAll: null,
      villageAnswers: {},
    },
    oldFonts: columns.flatMap(({ column }, index) => {
      const guess = encodings[index];
      return guess === undefined || guess.encoding === "unicode" ? [] : [{ ...guess, column }];
    }),
    missing: hasName(mapped) ? [] : ["fullName"],
    confidence: wholeConfidence(mapped),
  };
}

function columnsBelow(sheet: Sheet, header: FoundHeader | null): Column[] {
  const count = columnsOf(sheet);
  const below = sheet.rows
    .filter(({ number }) => header === null || number > header.to)
    .slice(0, ROWS_LOOKED_AT);
  return Array.from({ length: count }, (_, column) => {
    const cells = below.map((row) => cellAt(row, column)).filter(({ kind }) => kind !== "empty");
    const title = cleanLine(header?.titles[column]?.join(" – ") ?? "");
    const meaning = header?.meanings[column] ?? null;
    const isField = meaning !== null && "field" in meaning;
    const unknown = title === "" ? "untitled" : "unknown";
    return {
      column,
      title,
      field: isField ? meaning.field : null,
      leftOut: isField ? null : (meaning?.leftOut ?? unknown),
      cells,
      filled: cells.length,
    };
  });
}

/** Two columns of one field, names in two columns, a name that is the head's alone. */
function settle(columns: Column[]): void {
  splitName(columns);
  const has = (field: RosterField) => columns.some((column) => column.field === field);
  if (!has("fullName") && !has("familyName")) {
    const name = columns.find(({ field }) => field === "givenName" || field === "householdHead");
    if (name !== undefined) name.field = "fullName";
  }
  if (has("fullName")) {
    for (const column of columns) {
      if (column.field === "givenName" || column.field === "familyName") leaveOut(column);
    }
  }
  const hasParts = has("birthYear") && has("birth");
  if (hasParts) columns.filter(({ field }) => field === "birth").forEach(leaveOut);
  for (const field of new Set(columns.map((column) => column.field))) {
    if (field !== null) keepBest(columns, field);
  }
}

function leaveOut(column: Column): void {
  column.field = null;
  column.leftOut = "repeated";
}

const CARDS_AT_MOST = 2;
/** A village's own column says it better than an address. */
const ADDRESS = /địa chỉ|dia chi|thường trú|nơi|cư trú/iu;

function keepBest(columns: readonly Column[], field: RosterField): void {
  const rivals = columns.filter((column) => column.field === field);
  const most = field === "nationalId" ? CARDS_AT_MOST : 1;
  const weight = ({ title, filled }: Column) =>
    field === "village" && ADDRESS.test(title) ? filled / 2 : filled;
  rivals
    .toSorted((a, b) => weight(b) - weight(a) || a.column - b.column)
    .slice(most)
    .forEach(leaveOut);
}

const SPLIT_SHARE = 0.5;

/** "Họ và tên" above two columns: family names, and the given name without a title of its own. */
function splitName(columns: Column[]): void {
  const family = columns.find(({ field }) => field === "fullName");
  const given = family === undefined ? undefined : columns[family.column + 1];
  if (family === undefined || given === undefined) return;
  const isSecond =
    (given.field === "fullName" && given.title === family.title) || given.leftOut === "untitled";
  if (!isSecond || given.filled < family.filled * SPLIT_SHARE) return;
  if (fittingShare("givenName", given.cells) < SPLIT_SHARE) return;
  family.field = "familyName";
  given.field = "givenName";
  given.leftOut = null;
}

const WITHOUT_HEADER = 0.5;
const FLOOR = 0.4;

function columnMapping(
  { column, title, field, leftOut, cells }: Column,
  guess: EncodingGuess | undefined,
  header: FoundHeader | null,
): ColumnMapping {
  const share = field === null ? 1 : fittingShare(field, cells);
  const confidence = (FLOOR + (1 - FLOOR) * share) * (header === null ? WITHOUT_HEADER : 1);
  return { column, title, field, leftOut, confidence, encoding: guess?.encoding ?? "unicode" };
}

function textsOf(cells: readonly Cell[]): readonly string[] {
  return cells.filter(({ kind }) => kind === "text").map((cell) => cellText(cell));
}

function hasName(columns: readonly ColumnMapping[]): boolean {
  const has = (wanted: RosterField) => columns.some(({ field }) => field === wanted);
  return has("fullName") || (has("familyName") && has("givenName"));
}

function wholeConfidence(columns: readonly ColumnMapping[]): number {
  if (!hasName(columns)) return 0;
  return Math.min(...columns.filter(({ field }) => field !== null).map((one) => one.confidence));
}
