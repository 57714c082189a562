import { plainTyping } from "#app/domain/kernel/index.ts";

/** What somebody typed to say who she is. */
export type Login =
  | { readonly kind: "phone"; readonly phone: string }
  | { readonly kind: "card"; readonly cardCode: string }
  | { readonly kind: "unreadable" };

/** Letters and digits that are not mistaken for one another on a worn card. */
export const CARD_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
export const CARD_LENGTH = 8;

const CARD = new RegExp(`^[${CARD_ALPHABET}]{${CARD_LENGTH}}$`, "u");
const PHONE = /^0\d{9}$/u;
/** Vietnam's area codes begin with 02; with them a number of a landline has 10 or 11 digits. */
const LANDLINE = /^02\d{8,9}$/u;

/** What somebody typed as a phone number. */
export type TypedPhone =
  /** Digits with the leading 0. */
  | { readonly kind: "mobile"; readonly phone: string }
  | { readonly kind: "landline" }
  | { readonly kind: "unreadable" };

/** Reads `0912 345 678`, `0912/345/703`, `+84 (0) 912…`, `0084 912…`, whatever parts the digits. */
export function readPhone(typed: string): TypedPhone {
  const digits = plainTyping(typed)
    .replaceAll(/[\s.,/()-]/gu, "")
    .replace(/^(?:\+|00)?84(?:0(?=\d{9}$)|(?=\d{9,10}$))/u, "0");
  if (LANDLINE.test(digits)) return { kind: "landline" };
  return PHONE.test(digits) ? { kind: "mobile", phone: digits } : { kind: "unreadable" };
}

/** Reads a phone number or a card code (`ABCD-2345`). */
export function readLogin(typed: string): Login {
  const phone = readPhone(typed);
  if (phone.kind === "mobile") return { kind: "phone", phone: phone.phone };
  const text = plainTyping(typed).toUpperCase();
  const code = text.replaceAll(/[^0-9A-Z]/gu, "");
  if (CARD.test(code)) return { kind: "card", cardCode: code };
  return { kind: "unreadable" };
}

/** `ABCD-2345`, as it is printed on the card. */
export function formatCardCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Six digits. */
export const PIN_LENGTH = 6;

/** Of a PIN as typed, with room for what thumbs type between its digits. */
export const PIN_TYPED_AT_MOST = 2 * PIN_LENGTH;

/** The PIN in plain digits, or null when it is not six digits. */
export function readPin(typed: string): string | null {
  const digits = plainTyping(typed).replaceAll(" ", "");
  return /^\d{6}$/u.test(digits) ? digits : null;
}
