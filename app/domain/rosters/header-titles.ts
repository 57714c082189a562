import { cleanLine } from "#app/domain/kernel/index.ts";

import { encodingOf } from "./guess-encoding.ts";
import { meaningOf, partOf, type Meaning } from "./header-words.ts";
import { fromLegacy } from "./legacy-fonts.ts";
import { type Cell, cellAt, cellText, type SheetRow } from "./sheet.ts";

/** The title of a column, from the top: "Ngày sinh" above "Năm". */
export type Title = readonly string[];

/** A title in Unicode, for reading alone: what it says is not kept. */
function readableTitle(cell: Cell): string {
  const text = cellText(cell);
  const encoding = encodingOf(text);
  return cleanLine(encoding === "tcvn3" || encoding === "vni" ? fromLegacy(text, encoding) : text);
}

/** What stands above each column in rows that may be a header; what is said once for several is repeated. */
export function titlesOf(rows: readonly SheetRow[], columns: number): readonly Title[] {
  const lines = rows.map((row) =>
    Array.from({ length: columns }, (_, column) => readableTitle(cellAt(row, column))),
  );
  for (const [index, line] of lines.entries()) {
    const below = lines[index + 1];
    if (below !== undefined) spread(line, below);
  }
  return Array.from({ length: columns }, (_, column) =>
    lines
      .map((line) => line[column] ?? "")
      .filter((text, index, all) => text !== "" && text !== all[index - 1]),
  );
}

/** Not merged, and yet meant for the columns beside it: a blank above a title, right of one that has both. */
function spread(line: string[], below: readonly string[]): void {
  for (let column = 1; column < line.length; column += 1) {
    const left = line[column - 1] ?? "";
    if (line[column] !== "" || left === "") continue;
    if ((below[column] ?? "") !== "" && (below[column - 1] ?? "") !== "") line[column] = left;
  }
}

/** What the titles of a header mean, column by column. */
export function meaningsOf(titles: readonly Title[]): readonly (Meaning | null)[] {
  return titles.map((title, column) => {
    const own = title.at(-1);
    if (own === undefined) return null;
    const above = title.slice(0, -1).join(" ");
    const part = partMeaning(own, above, titles, column);
    return (
      part ??
      underHead(own, above) ??
      meaningOf(title.join(" ")) ??
      meaningOf(own) ??
      meaningOf(above)
    );
  });
}

function partMeaning(
  own: string,
  above: string,
  titles: readonly Title[],
  column: number,
): Meaning | null {
  const part = partOf(own);
  if (part === null) return null;
  const near: readonly Part[] = [-2, -1, 1, 2].map((step) =>
    partOf(titles[column + step]?.at(-1) ?? ""),
  );
  switch (part) {
    case "female":
      return { field: "sexFemale" };
    case "day":
      return isInDate(near) || isBirth(above) ? { field: "birthDay" } : null;
    case "month":
      return { field: "birthMonth" };
    case "year":
      return isInDate(near) ? { field: "birthYear" } : { field: "birth" };
    case "nam":
      return namMeaning(near, above);
  }
}

/** "Nam" without its mark: men, or the year. */
function namMeaning(near: readonly Part[], above: string): Meaning {
  if (near.includes("female")) return { field: "sexMale" };
  if (isInDate(near)) return { field: "birthYear" };
  return isBirth(above) ? { field: "birth" } : { field: "sexMale" };
}

type Part = ReturnType<typeof partOf>;

function isInDate(near: readonly Part[]): boolean {
  return near.includes("month");
}

function isBirth(title: string): boolean {
  const meaning = meaningOf(title);
  return meaning !== null && "field" in meaning && meaning.field === "birth";
}

/** Below "Chủ hộ", a name is the head's, and everything else is about the head. */
function underHead(own: string, above: string): Meaning | null {
  const group = meaningOf(above);
  if (group === null || !("field" in group) || group.field !== "householdHead") return null;
  const meaning = meaningOf(own);
  if (meaning === null || !("field" in meaning)) return null;
  return meaning.field === "fullName" || meaning.field === "givenName"
    ? group
    : { leftOut: "not-needed" };
}
