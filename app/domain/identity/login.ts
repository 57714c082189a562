import { cleanLine } from "#app/domain/kernel/index.ts";

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

/** Reads a phone number (`0…` or `+84…`, blanks and dots allowed) or a card code (`ABCD-2345`). */
export function readLogin(typed: string): Login {
  const text = cleanLine(typed).toUpperCase();
  const digits = text.replaceAll(/[\s.()-]/gu, "").replace(/^\+?84(?=\d{9}$)/u, "0");
  if (PHONE.test(digits)) return { kind: "phone", phone: digits };
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

/** The PIN in plain digits, or null when it is not six digits. */
export function readPin(typed: string): string | null {
  const digits = typed.normalize("NFKC").replaceAll(/\s/gu, "");
  return /^\d{6}$/u.test(digits) ? digits : null;
}

/** A PIN that a neighbour would try first: one digit six times, or digits in a row. */
export function isWeakPin(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = new Set(digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0)));
  return steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step));
}
