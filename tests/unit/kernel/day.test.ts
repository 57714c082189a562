import fc from "fast-check";
import { expect, test } from "vitest";

import {
  Day,
  dayOf,
  formatDay,
  formatInstant,
  parseDay,
  yearOf,
} from "#app/domain/kernel/index.ts";

const DAY_MILLISECONDS = 86_400_000;

/** Every day from the first of 1900 to the last of 2100, as a calendar counts them. */
function everyDay(): readonly string[] {
  const days: string[] = [];
  for (let year = 1900; year <= 2100; year += 1) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [month, length] of lengths.entries()) {
      for (let day = 1; day <= length; day += 1) {
        days.push(`${year}-${String(month + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
      }
    }
  }
  return days;
}

test("every day from 1900 to 2100 is written and read back as itself", { timeout: 60_000 }, () => {
  const lost = everyDay().filter((text) => {
    const day = Day.parse(text);
    return parseDay(formatDay(day)) !== day || yearOf(day) !== Number(text.slice(0, 4));
  });

  expect(lost).toEqual([]);
});

test(
  "every day from 1900 to 2100 lasts from midnight to midnight in Vietnam",
  { timeout: 60_000 },
  () => {
    const wrong = everyDay().filter((text) => {
      const midnight = new Date(`${text}T00:00:00+07:00`).getTime();
      return (
        dayOf(new Date(midnight)) !== text ||
        dayOf(new Date(midnight + DAY_MILLISECONDS - 1)) !== text ||
        dayOf(new Date(midnight - 1)) === text
      );
    });

    expect(wrong).toEqual([]);
  },
);

test("a day is new in Vietnam at five in the afternoon of Greenwich", () => {
  expect(dayOf(new Date("2026-12-31T16:59:59.999Z"))).toBe("2026-12-31");
  expect(dayOf(new Date("2026-12-31T17:00:00.000Z"))).toBe("2027-01-01");
  expect(formatInstant(new Date("2026-12-31T17:05:00Z"))).toBe("01/01/2027, 00:05");
});

test.each([
  ["5/3/1987", "1987-03-05"],
  ["05/03/1987", "1987-03-05"],
  ["5-3-1987", "1987-03-05"],
  ["5.3.1987", "1987-03-05"],
  [" 1987-03-05 ", "1987-03-05"],
  ["01/ 01/1975", "1975-01-01"],
  ["5 / 3 / 1987", "1987-03-05"],
  ["5 3 1987", "1987-03-05"],
  ["05031987", "1987-03-05"],
  ["5–3–1987.", "1987-03-05"],
  ["０５/０３/１９８７", "1987-03-05"],
  ["05/03/\u200B1987", "1987-03-05"],
  ["29/02/2024", "2024-02-29"],
  ["29/02/2000", "2000-02-29"],
])("%s is the day %s", (typed, day) => {
  expect(parseDay(typed)).toBe(day);
});

test.each([
  "",
  "29/02/2026",
  "29/02/1900",
  "31/04/2026",
  "32/01/2026",
  "00/01/2026",
  "01/13/2026",
  "01/00/2026",
  "1/1/26",
  "01/01/20260",
  "2026/01/01",
  "2026-1-1",
  "mùng một Tết",
  "٠١/٠١/٢٠٢٦",
])("%s is no day", (typed) => {
  expect(parseDay(typed)).toBeNull();
});

test("whatever is typed, the answer is a day or nothing", () => {
  const digits = fc.string({ unit: fc.constantFrom(...Array.from("0123456789/.- ")) });
  fc.assert(
    fc.property(fc.oneof(fc.string(), digits), (typed) => {
      const day = parseDay(typed);
      expect(day === null || Day.parse(day) === day).toBe(true);
    }),
  );
});

test("days compare as text", () => {
  const days = fc.date({
    min: new Date("1900-01-02"),
    max: new Date("2100-12-30"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, days, (a, b) => {
      const [earlier, later] = a <= b ? [a, b] : [b, a];
      expect(dayOf(earlier) <= dayOf(later)).toBe(true);
    }),
  );
});
