import { Day, PlaceId } from "#app/domain/kernel/index.ts";
import {
  type Cell,
  guessMapping,
  type Mapping,
  type ReadRow,
  readRows,
  type RosterContext,
  type Sheet,
} from "#app/domain/rosters/index.ts";

export const VILLAGES = [
  ["thôn", "Hoa Mận"],
  ["bản", "Nậm Chảy"],
  ["tổ dân phố", "3"],
  ["thôn", "Nà Lồ"],
].map(([type = "", name = ""], index) => ({
  villageId: PlaceId.parse(`00000000-0000-4000-8000-00000000000${index + 1}`),
  type,
  name,
}));
export const [HOA_MAN, NAM_CHAY, TO_3, NA_LO] = VILLAGES.map(({ villageId }) => villageId);

const CONTEXT: RosterContext = { villages: VILLAGES, today: Day.parse("2026-12-01") };

/** A cell as somebody typed it: null stands for nothing, `day()` for a real date. */
export type Typed = string | number | null | Cell;

function cell(typed: Typed): Cell {
  if (typed === null || typed === "") return { kind: "empty" };
  if (typeof typed === "string") return { kind: "text", text: typed };
  return typeof typed === "number" ? { kind: "number", value: typed } : typed;
}

export const day = (iso: string): Cell => ({ kind: "date", day: iso });

export function sheetOf(rows: readonly (readonly Typed[])[], name = "Sheet1"): Sheet {
  return {
    name,
    hidden: false,
    rows: rows
      .map((typed, index) => ({
        number: index + 1,
        hidden: false,
        cells: typed.map((one) => cell(one)),
      }))
      .filter(({ cells }) => cells.some(({ kind }) => kind !== "empty")),
  };
}

/** Reads a sheet as it is guessed, with what a caller changes. */
export function readSheet(sheet: Sheet, changed: Partial<Mapping> = {}): readonly ReadRow[] {
  const { mapping } = guessMapping(sheet);
  return [...readRows(sheet, { ...mapping, ...changed }, CONTEXT)];
}

/** One person below plain headers; `typed` by header. */
export function readOne(
  typed: Readonly<Record<string, Typed>>,
  others: readonly Typed[][] = [],
): ReadRow {
  const full: Record<string, Typed> = { "Họ và tên": "Vàng Thị Mỷ", Thôn: "Hoa Mận", ...typed };
  const titles = Object.keys(full);
  const [first, ...rest] = readSheet(
    sheetOf([titles, titles.map((title) => full[title] ?? null), ...others]),
  );
  if (first === undefined) throw new Error(`nothing was read of ${rest.length} rows`);
  return first;
}

export function codesOf(row: ReadRow | undefined): readonly string[] {
  if (row === undefined || row.kind === "skipped") return [];
  const codes: { readonly code: string }[] = [...row.warnings];
  if (row.kind === "faulty") codes.push(...row.faults);
  return codes.map(({ code }) => code).toSorted();
}
