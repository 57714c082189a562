import { cleanLine, unaccented } from "#app/domain/kernel/index.ts";

import { namesVillage } from "./read-village.ts";
import { cellText, type SheetRow } from "./sheet.ts";

/** Why a row is no person's. */
const SKIPPED = ["section", "total", "numbering", "header-again", "no-person", "hidden"] as const;
export type Skipped = (typeof SKIPPED)[number];

/** What a row is, before anything in it is judged. */
export type RowKind =
  | { readonly kind: "person" }
  | { readonly kind: "name-alone" }
  | { readonly kind: "skipped"; readonly why: Skipped }
  | { readonly kind: "section"; readonly text: string; readonly column: number };

export interface KnownColumns {
  readonly names: readonly number[];
  /** Birth, sex, card, phone: what only a person has. */
  readonly personal: readonly number[];
  /** How many columns are read at all. */
  readonly fields: number;
  /** The header's titles by column, `unaccented`. */
  readonly titles: ReadonlyMap<number, string>;
  /** Whether a text is a village of the commune. */
  readonly isVillage: (text: string) => boolean;
}

interface Filled {
  readonly column: number;
  readonly text: string;
}

export function rowKind(row: SheetRow, known: KnownColumns): RowKind {
  const filled = row.cells
    .map((cell, column) => ({ column, text: cleanLine(cellText(cell)) }))
    .filter(({ text }) => text !== "");
  if (isNumbering(filled)) return { kind: "skipped", why: "numbering" };
  if (isHeaderAgain(filled, known.titles)) return { kind: "skipped", why: "header-again" };
  const told = filled.filter(
    (one, index) => !isOrder(one, index, known.personal) && isNew(filled, index),
  );
  const [only] = told;
  const hasName = filled.some(({ column }) => known.names.includes(column));
  if (only === undefined) return { kind: "skipped", why: "no-person" };
  if (isTotal(only.text)) return { kind: "skipped", why: "total" };
  if (told.length === 1) return singleText(only, filled, hasName, known);
  if (hasName) return { kind: "person" };
  const isPersonal = filled.some(({ column }) => known.personal.includes(column));
  return isPersonal ? { kind: "person" } : { kind: "skipped", why: "no-person" };
}

const FIELDS_OF_A_ROSTER = 3;
const SIGNATURES =
  /^(?:nguoi (?:lap|ghi|tong hop|kiem)|tm ubnd|tm uy ban|chu tich|pho chu tich|truong thon|truong ban|bi thu|xac nhan|ky ten|thu ky|can bo|noi nhan|ghi chu|luu y)\b/u;

/** A row that says one thing: a heading, a signature, or a name and nothing else. */
function singleText(
  only: Filled,
  filled: readonly Filled[],
  hasName: boolean,
  { names, fields, isVillage }: KnownColumns,
): RowKind {
  const text = headingText(only.text);
  const isName = hasName && names.includes(only.column) && filled.length <= names.length + 1;
  if (isVillage(text) || (namesVillage(text) && !isName)) {
    return { kind: "section", text, column: only.column };
  }
  if (SIGNATURES.test(unaccented(text))) return { kind: "skipped", why: "no-person" };
  if (!isName) return { kind: "skipped", why: hasName ? "section" : "no-person" };
  if (fields <= 1) return { kind: "person" };
  const hasOrder = filled.length > 1 || fields < FIELDS_OF_A_ROSTER;
  return hasOrder ? { kind: "person" } : { kind: "name-alone" };
}

/** "II. Thôn Hoa Mận: 45 hộ" → "Thôn Hoa Mận" */
function headingText(text: string): string {
  return text
    .replace(/^(?:[IVX]+|\d{1,3}|[A-Z])\s*[.)/:-]+\s*/u, "")
    .replace(/\s*[:(–-]?\s*\(?\d+ (?:hộ|người|khẩu|ho|nguoi|khau).*$/iu, "")
    .replace(/\s*[:;.]+$/u, "")
    .trim();
}

function isOrder({ column, text }: Filled, index: number, personal: readonly number[]): boolean {
  return (
    index === 0 && !personal.includes(column) && /^(?:\d{1,6}|[IVXLC]{1,6}|[A-Z])[.)]?$/u.test(text)
  );
}

/** Merged cells say the same several times. */
function isNew(filled: readonly Filled[], index: number): boolean {
  return filled.findIndex(({ text }) => text === filled[index]?.text) === index;
}

function isTotal(text: string): boolean {
  const small = text.toLowerCase();
  if (/^(?:tổng|cộng)(?:\s|:|$)/u.test(small))
    return !/^tổng \p{L}+ \p{L}+$/u.test(small) || /^tổng (?:cộng|số)/u.test(small);
  return /^(?:tong cong|tong so|cong)(?:$| |:)/u.test(small);
}

const NUMBERS_AT_LEAST = 3;

/** (1) (2) (3)… or A B C… below the header. */
function isNumbering(filled: readonly Filled[]): boolean {
  if (filled.length < NUMBERS_AT_LEAST) return false;
  const marks = filled.map(({ text }) => text.replaceAll(/[()[\].]/gu, ""));
  const numbers = marks.filter((mark) => /^\d{1,2}$/u.test(mark)).map(Number);
  const letters = marks.filter((mark) => /^[A-Z]$/u.test(mark));
  if (numbers.length + letters.length < marks.length) return false;
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
}

const TITLES_AT_LEAST = 2;

function isHeaderAgain(filled: readonly Filled[], titles: ReadonlyMap<number, string>): boolean {
  const same = filled.filter(({ column, text }) => titles.get(column) === unaccented(text));
  return same.length >= TITLES_AT_LEAST && same.length * 2 > filled.length;
}
