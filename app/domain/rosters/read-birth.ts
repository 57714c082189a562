import type { Birth } from "#app/domain/identity/index.ts";
import { Day, formatDay, plainTyping, yearOf } from "#app/domain/kernel/index.ts";

import { readAs, type Reading, type RowWarning, unread } from "./findings.ts";
import { dayOfSerial } from "./serial-day.ts";
import { type Cell, cellText } from "./sheet.ts";

/** What the column as a whole says about its dates. */
export interface BirthColumn {
  readonly today: Day;
  /** Texts that can be month/day/year alone stand in it: "some", or no day/month/year at all: "all". */
  readonly monthFirst: "none" | "some" | "all";
  /** A program seems to have read day/month as month/day where it could: real dates up to the 12th alone. */
  readonly swappedDates: boolean;
}

const OLDEST_YEARS = 120;
const YEAR_FROM = 1900;
const MONTHS = 12;
const CENTURY = 100;
/** Serial numbers of dates have five digits from 1927 on; shorter ones are years or nothing. */
const SERIAL_FROM = 10_000;

/** Reads a birth day as officials write it: day before month, or the year alone. */
export function readBirth(cell: Cell, column: BirthColumn): Reading<Birth> {
  switch (cell.kind) {
    case "empty":
      return readAs({ precision: "unknown" });
    case "error":
      return unread("cell-error");
    case "date":
      return fromDateCell(cell.day, column);
    case "number":
      return fromNumber(cell.value, column);
    case "text":
      return fromText(cell.text, column);
  }
}

function fromDateCell(day: string, column: BirthColumn): Reading<Birth> {
  const reading = judged("day", day, column);
  if (!reading.ok || !column.swappedDates || isSameSwapped(day)) return reading;
  return readAs(reading.value, warning("birth-maybe-swapped", day));
}

function isSameSwapped(day: string): boolean {
  return day.slice(5, 7) === day.slice(8, 10);
}

function fromNumber(value: number, column: BirthColumn): Reading<Birth> {
  if (Number.isInteger(value) && value <= yearOf(column.today) + CENTURY)
    return fromYear(value, column);
  if (value >= SERIAL_FROM && value < SERIAL_FROM * 10) return fromSerial(value, column);
  return Number.isInteger(value) ? fromDigits(String(value), column) : unread("birth-unreadable");
}

function fromYear(value: number, column: BirthColumn): Reading<Birth> {
  if (value >= YEAR_FROM) return yearAlone(value, column);
  if (value < 0 || value >= CENTURY) return unread("birth-unreadable");
  const year = fullYear(value, column.today);
  const reading = judged("year", `${year}-01-01`, column);
  return reading.ok
    ? readAs(reading.value, { code: "birth-two-digit-year", meant: String(year) })
    : reading;
}

function yearAlone(year: number, column: BirthColumn): Reading<Birth> {
  const reading = judged("year", `${year}-01-01`, column);
  return reading.ok
    ? readAs(reading.value, { code: "birth-year-alone", meant: String(year) })
    : reading;
}

function fromSerial(value: number, column: BirthColumn): Reading<Birth> {
  const day = dayOfSerial(value);
  if (day === null) return unread("birth-unreadable");
  const reading = judged("day", day, column);
  return reading.ok ? readAs(reading.value, warning("birth-serial", day)) : reading;
}

const EIGHT = 8;

/** `ddmmyyyy`, perhaps without its first 0, or `yyyymmdd`. */
function fromDigits(digits: string, column: BirthColumn): Reading<Birth> {
  if (digits.length !== EIGHT && digits.length !== EIGHT - 1) return unread("birth-unreadable");
  const full = digits.padStart(EIGHT, "0");
  const found = [
    `${full.slice(4)}-${full.slice(2, 4)}-${full.slice(0, 2)}`,
    `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`,
  ].filter((day) => judged("day", day, column).ok);
  const [day] = found;
  if (found.length !== 1 || day === undefined) return unread("birth-unreadable");
  const reading = judged("day", day, column);
  return reading.ok ? readAs(reading.value, warning("birth-digits", day)) : reading;
}

const TIME = /[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:am|pm|sa|ch))?z?$/iu;
const NUMBER_OR_NOTHING = String.raw`\d{1,2}|[?x.…_-]{0,3}`;
const SEPARATOR = " ?[/.,-] ?";
/** `dayFirst`: somebody may have typed the month before the day. */
const FORMS = [
  { pattern: /^(?<year>\d{4})[/.-](?<month>\d{1,2})[/.-](?<day>\d{1,2})$/u, dayFirst: false },
  {
    pattern: new RegExp(
      `^(?<day>${NUMBER_OR_NOTHING})${SEPARATOR}(?<month>${NUMBER_OR_NOTHING})${SEPARATOR}(?<year>\\d{4}|\\d{2})$`,
      "iu",
    ),
    dayFirst: true,
  },
  { pattern: /^(?<day>\d{1,2}) (?<month>\d{1,2}) (?<year>\d{4})$/u, dayFirst: true },
  {
    pattern:
      /^(?:sinh )?(?:ngày|ngay) (?<day>\d{1,2}) (?:tháng|thang) (?<month>\d{1,2}) (?:năm|nam) (?<year>\d{4})$/iu,
    dayFirst: false,
  },
  {
    pattern: new RegExp(
      `^(?:tháng |thang )?(?<month>${NUMBER_OR_NOTHING})${SEPARATOR}(?<year>\\d{4})$`,
      "iu",
    ),
    dayFirst: false,
  },
] as const;
const YEAR_WORD = /^(?:sinh )?(?:năm |nam )?(\d{4})$/iu;

function fromText(typed: string, column: BirthColumn): Reading<Birth> {
  const text = plainTyping(typed)
    .replace(/^'/u, "")
    .replace(TIME, "")
    .replace(/[.,;]$/u, "")
    .trim();
  if (/^[-–.…]*$/u.test(text)) return readAs({ precision: "unknown" });
  const [, year] = YEAR_WORD.exec(text) ?? [];
  if (year !== undefined) return yearAlone(Number(year), column);
  const [, digits] = /^(\d+)(?:\.0+)?$/u.exec(text) ?? [];
  if (digits !== undefined) {
    return digits.length > 5 ? fromDigits(digits, column) : fromNumber(Number(digits), column);
  }
  return fromSeparated(text, column);
}

function fromSeparated(text: string, column: BirthColumn): Reading<Birth> {
  const form = FORMS.find(({ pattern }) => pattern.test(text));
  const found = form?.pattern.exec(text)?.groups;
  if (form === undefined || found === undefined) return unread("birth-unreadable");
  const { day = "", month = "", year = "" } = found;
  return fromParts(day, month, year, column, form.dayFirst);
}

/** Three columns, or the parts of one text; a part without a number is not known. */
export function fromParts(
  day: string,
  month: string,
  year: string,
  column: BirthColumn,
  inOneText: boolean,
): Reading<Birth> {
  const known = { day: partNumber(day), month: partNumber(month), year: partNumber(year) };
  if (known.year === 0) {
    return known.day === 0 && known.month === 0
      ? readAs({ precision: "unknown" })
      : unread("birth-unreadable");
  }
  const isShort = known.year < CENTURY;
  const full = isShort ? fullYear(known.year, column.today) : known.year;
  const reading = fromNumbers(known.day, known.month, full, column);
  if (!reading.ok) return reading;
  const order = inOneText ? orderFinding(known.day, known.month, column) : null;
  if (order === "birth-order-unknown") return unread(order);
  const meant = shownBirth(reading.value);
  return {
    ...reading,
    warnings: [
      ...reading.warnings,
      ...(isShort ? [{ code: "birth-two-digit-year" as const, meant }] : []),
      ...(order === null ? [] : [{ code: order, meant }]),
    ],
  };
}

function fromNumbers(
  day: number,
  month: number,
  year: number,
  column: BirthColumn,
): Reading<Birth> {
  if (Number.isNaN(day + month + year)) return unread("birth-unreadable");
  if (month === 0) {
    return day === 0 ? yearAlone(year, column) : unread("birth-unreadable");
  }
  if (month > MONTHS) {
    return unread(day > 0 && day <= MONTHS ? "birth-month-first" : "birth-impossible");
  }
  const start = `${year}-${two(month)}`;
  return day === 0
    ? judged("month", `${start}-01`, column)
    : judged("day", `${start}-${two(day)}`, column);
}

function orderFinding(
  day: number,
  month: number,
  { monthFirst }: BirthColumn,
): "birth-order-unsure" | "birth-order-unknown" | null {
  if (monthFirst === "none" || day === month || day === 0 || day > MONTHS) return null;
  return monthFirst === "all" ? "birth-order-unknown" : "birth-order-unsure";
}

/** 0 when nothing is known: "", "0", "00", "..", "xx"; NaN for anything else that is no number. */
function partNumber(text: string): number {
  const plain = plainTyping(text);
  if (/^[?x.…_-]*$/iu.test(plain)) return 0;
  return /^\d{1,4}(?:\.0+)?$/u.test(plain) ? Number(plain) : Number.NaN;
}

/** A year of two digits is the last one that has been. */
function fullYear(short: number, today: Day): number {
  const now = yearOf(today);
  const inThis = now - (now % CENTURY) + short;
  return inThis > now ? inThis - CENTURY : inThis;
}

function judged(
  precision: "day" | "month" | "year",
  text: string,
  { today }: BirthColumn,
): Reading<Birth> {
  const day = Day.safeParse(text);
  if (!day.success) return unread("birth-impossible");
  if (day.data > today) return unread("birth-in-future");
  if (yearOf(day.data) < Math.max(YEAR_FROM, yearOf(today) - OLDEST_YEARS)) {
    return unread("birth-too-long-ago");
  }
  return readAs({ precision, day: day.data });
}

function warning(code: RowWarning, iso: string): { code: RowWarning; meant: string } {
  return { code, meant: formatDay(Day.parse(iso)) };
}

/** `dd/mm/yyyy`, `mm/yyyy`, `yyyy`, or "". */
function shownBirth(birth: Birth): string {
  switch (birth.precision) {
    case "unknown":
      return "";
    case "day":
      return formatDay(birth.day);
    case "month":
      return formatDay(birth.day).slice(3);
    case "year":
      return birth.day.slice(0, 4);
  }
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

const TWO_NUMBERS_FIRST = /^\s*(\d{1,2})\s*[/.,-]\s*(\d{1,2})\s*[/.,-]\s*(?:\d{4}|\d{2})\b/u;
const DATES_AT_LEAST = 3;

type DateOrder = "date" | "date-after-12th" | "day-first" | "month-first" | null;

function dateOrder(cell: Cell): DateOrder {
  if (cell.kind === "date") return Number(cell.day.slice(8)) > MONTHS ? "date-after-12th" : "date";
  const [, first = "", second = ""] = TWO_NUMBERS_FIRST.exec(cellText(cell)) ?? [];
  if (Number(first) > MONTHS) return "day-first";
  return Number(second) > MONTHS ? "month-first" : null;
}

/** Looks at all cells of a column: in which order its dates are written. */
export function birthColumn(cells: Iterable<Cell>, today: Day): BirthColumn {
  const counts = { date: 0, "date-after-12th": 0, "day-first": 0, "month-first": 0 };
  for (const cell of cells) {
    const order = dateOrder(cell);
    if (order !== null) counts[order] += 1;
  }
  const hasMonthFirst = counts["day-first"] === 0 ? "all" : "some";
  return {
    today,
    monthFirst: counts["month-first"] === 0 ? "none" : hasMonthFirst,
    swappedDates:
      counts.date >= DATES_AT_LEAST && counts["date-after-12th"] === 0 && counts["day-first"] > 0,
  };
}
