import { readPhone } from "#app/domain/identity/index.ts";
import { plainTyping } from "#app/domain/kernel/index.ts";

import { readAs, type Reading, type RowWarning, unread } from "./findings.ts";
import { type Cell, cellText } from "./sheet.ts";

/** Numbers of 11 digits became 10 in 2018 (QĐ 798/QĐ-BTTTT and the plan of 15/09/2018). */
const OLD_PREFIXES: Readonly<Record<string, string>> = {
  "0120": "070",
  "0121": "079",
  "0122": "077",
  "0126": "076",
  "0128": "078",
  "0123": "083",
  "0124": "084",
  "0125": "085",
  "0127": "081",
  "0129": "082",
  "0162": "032",
  "0163": "033",
  "0164": "034",
  "0165": "035",
  "0166": "036",
  "0167": "037",
  "0168": "038",
  "0169": "039",
  "0186": "056",
  "0188": "058",
  "0199": "059",
};
const MOBILE = /^0[35789]\d{8}$/u;

type Warning = { readonly code: RowWarning; readonly meant: string };

/** The first mobile number of a cell; null when there is none, or only a landline. */
export function readPhoneCell(cell: Cell): Reading<string | null> {
  if (cell.kind === "error") return unread("cell-error");
  if (cell.kind === "date") return unread("phone-unreadable");
  const text = plainTyping(cellText(cell)).replace(/^'/u, "");
  if (text === "" || /^(?:-+|\.+|0|không|khong|không có|khong co)$/iu.test(text))
    return readAs(null);
  const whole = readOne(text);
  if (whole !== null) return whole;
  const parts = text.split(/[;/\n,]| - |\s{2,}|(?<=\d) (?=0\d{9}\b)/u).map((part) => part.trim());
  const numbers = parts.filter((part) => part.replaceAll(/\D/gu, "").length > 0);
  for (const part of numbers) {
    const reading = readOne(part);
    if (reading === null || !reading.ok || reading.value === null) continue;
    const several: Warning = { code: "phone-several", meant: reading.value };
    return readAs(reading.value, ...reading.warnings, several);
  }
  return unread("phone-unreadable");
}

function readOne(text: string): Reading<string | null> | null {
  const read = readPhone(text);
  if (read.kind === "landline") return readAs(null, { code: "phone-landline", meant: "" });
  if (read.kind === "mobile") {
    if (MOBILE.test(read.phone)) return readAs(read.phone);
    return null;
  }
  const digits = text.replaceAll(/[\s.,()-]/gu, "");
  if (!/^\d+$/u.test(digits)) return null;
  const restored = `0${digits}`;
  if (digits.length === 9 && MOBILE.test(restored)) {
    return readAs(restored, { code: "phone-zero-restored", meant: restored });
  }
  return fromOldNumber(digits.length === 10 ? restored : digits);
}

function fromOldNumber(digits: string): Reading<string> | null {
  const prefix = OLD_PREFIXES[digits.slice(0, 4)];
  if (prefix === undefined || digits.length !== 11) return null;
  const phone = prefix + digits.slice(4);
  return readAs(phone, { code: "phone-old-prefix", meant: phone });
}
