import { plainTyping } from "#app/domain/kernel/index.ts";

/** 12 digits (CCCD, and the personal number of before), or the 9 of an old CMND. */
const NATIONAL_ID = /^(?:\d{12}|\d{9})$/u;

/** A citizen's number as it is typed, blanks and full stops aside; "" when there is none, null when it is no such number. */
export function readNationalId(typed: string): string | null {
  const digits = plainTyping(typed).replaceAll(/[\s.,-]/gu, "");
  if (digits === "") return "";
  return NATIONAL_ID.test(digits) ? digits : null;
}
