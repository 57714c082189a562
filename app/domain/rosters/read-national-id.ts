import type { Birth } from "#app/domain/identity/index.ts";
import { plainTyping } from "#app/domain/kernel/index.ts";

import { readAs, type Reading, type RowWarning, unread } from "./findings.ts";
import { type Cell, cellText } from "./sheet.ts";

const CARD_DIGITS = 12;
const OLD_CARD_DIGITS = 9;
/** Codes of provinces in the first three digits of a personal number (Thông tư 59/2021/TT-BCA, Phụ lục). */
const PROVINCES = new Set(
  (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 " +
    "040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 " +
    "083 084 086 087 089 091 092 093 094 095 096"
  ).split(" "),
);
const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * A personal number of 12 digits, or the 9 of an old identity card; null when nothing stands there.
 * Zeros that a spreadsheet dropped are put back where only one number can be meant.
 */
export function readNationalId(cell: Cell): Reading<string | null> {
  if (cell.kind === "error") return unread("cell-error");
  if (cell.kind === "date") return unread("national-id-unreadable");
  const text = plainTyping(cellText(cell)).replace(/^'/u, "");
  if (text === "" || /^(?:-+|\.+|0|không|khong|chưa có|chua co)$/iu.test(text)) return readAs(null);
  if (/\d[.,]?\d*e\+?\d+/iu.test(text)) return unread("national-id-shortened");
  if (cell.kind === "number" && (!Number.isInteger(cell.value) || cell.value > SAFE)) {
    return unread("national-id-shortened");
  }
  const digits = text.replace(/^(?:cccd|cmnd|số|so)[ :.]*/iu, "").replaceAll(/[\s.,-]/gu, "");
  if (!/^\d+$/u.test(digits)) return unread("national-id-unreadable");
  return fromDigits(digits);
}

function fromDigits(digits: string): Reading<string | null> {
  if (digits.length === CARD_DIGITS) {
    return hasProvince(digits)
      ? readAs(digits)
      : readAs(digits, { code: "national-id-odd", meant: digits });
  }
  if (digits.length === OLD_CARD_DIGITS) {
    return readAs(digits, { code: "national-id-old", meant: digits });
  }
  const full = digits.padStart(CARD_DIGITS, "0");
  if (digits.length > OLD_CARD_DIGITS && digits.length < CARD_DIGITS && hasProvince(full)) {
    return readAs(full, { code: "national-id-zero-restored", meant: full });
  }
  if (digits.length === OLD_CARD_DIGITS - 1) {
    const old = `0${digits}`;
    return readAs(old, { code: "national-id-zero-restored", meant: old });
  }
  return unread("national-id-unreadable");
}

function hasProvince(digits: string): boolean {
  return PROVINCES.has(digits.slice(0, 3));
}

const CENTURIES = ["19", "19", "20", "20", "21", "21"];

/**
 * Whether a personal number says another year of birth or sex than the row (its fourth digit: century and
 * sex; the next two: year): what it says, "" when nothing differs.
 */
export function differsFromId(
  nationalId: string,
  birth: Birth,
  sex: "female" | "male" | "unstated",
): string {
  const century = CENTURIES[Number(nationalId[3])];
  if (nationalId.length !== CARD_DIGITS || century === undefined || !hasProvince(nationalId))
    return "";
  const year = century + nationalId.slice(4, 6);
  const sexOfId = Number(nationalId[3]) % 2 === 0 ? "male" : "female";
  const isOtherYear = birth.precision !== "unknown" && birth.day.slice(0, 4) !== year;
  const isOtherSex = sex !== "unstated" && sex !== sexOfId;
  if (isOtherYear && isOtherSex) return `${year}, ${SEX_WORDS[sexOfId]}`;
  if (isOtherYear) return year;
  return isOtherSex ? SEX_WORDS[sexOfId] : "";
}

const SEX_WORDS = { male: "nam", female: "nữ" } as const;

export type NationalIdWarning = Extract<RowWarning, `national-id-${string}`>;
