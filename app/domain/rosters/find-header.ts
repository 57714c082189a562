import { meaningsOf, type Title, titlesOf } from "./header-titles.ts";
import type { Meaning } from "./header-words.ts";
import { type Cell, cellText, type Sheet, type SheetRow } from "./sheet.ts";

export interface FoundHeader {
  readonly from: number;
  readonly to: number;
  readonly titles: readonly Title[];
  readonly meanings: readonly (Meaning | null)[];
}

/** Title rows, the nation's name and the authority's stand above: at most so many rows. */
const ROWS_LOOKED_AT = 40;
const ROWS_OF_A_HEADER = 3;
const SCORE_AT_LEAST = 4;
const NAME_POINTS = 3;
const NAMES: ReadonlySet<string> = new Set([
  "fullName",
  "familyName",
  "givenName",
  "householdHead",
]);

/** The rows whose titles say most; null when none says a name and something else. */
export function findHeader(sheet: Sheet): FoundHeader | null {
  const columns = columnsOf(sheet);
  const rows = sheet.rows.slice(0, ROWS_LOOKED_AT);
  let best: FoundHeader | null = null;
  let bestScore = SCORE_AT_LEAST - 1;
  for (let count = 1; count <= ROWS_OF_A_HEADER; count += 1) {
    for (let first = 0; first + count <= rows.length; first += 1) {
      const header = rows.slice(first, first + count);
      if (!isTogether(header) || header.some((row) => looksLikeData(row))) continue;
      const titles = titlesOf(header, columns);
      const meanings = meaningsOf(titles);
      const score = scoreOf(meanings);
      if (score <= bestScore) continue;
      bestScore = score;
      best = { from: header[0]?.number ?? 1, to: header.at(-1)?.number ?? 1, titles, meanings };
    }
  }
  return best;
}

function isTogether(header: readonly SheetRow[]): boolean {
  return header.every(({ number }, index) => number === (header[0]?.number ?? 0) + index);
}

export function columnsOf(sheet: Sheet): number {
  return sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

function scoreOf(meanings: readonly (Meaning | null)[]): number {
  const fields = new Set(
    meanings.map((one) => JSON.stringify(one)).filter((one) => one !== "null"),
  );
  const names = meanings.some((one) => one !== null && "field" in one && NAMES.has(one.field));
  return fields.size + (names ? NAME_POINTS : 0);
}

const DIGITS_OF_DATA = /\d{4,}|\d[/.-]\d/u;

/** A header has no dates, years, cards or phones in it. */
function looksLikeData({ cells }: SheetRow): boolean {
  return cells.some((cell) => cell.kind === "date" || (isValue(cell) && !isTitleWithYear(cell)));
}

function isValue(cell: Cell): boolean {
  return DIGITS_OF_DATA.test(cellText(cell));
}

/** "DANH SÁCH NĂM 2026" is a title all the same. */
function isTitleWithYear(cell: Cell): boolean {
  return (cellText(cell).match(/\p{L}/gu)?.length ?? 0) >= LETTERS_OF_A_TITLE;
}

const LETTERS_OF_A_TITLE = 8;
