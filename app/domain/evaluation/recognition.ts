import type { Day } from "#app/domain/kernel/index.ts";

/** What the certificate shows, and what anyone who holds its code is told; nothing else. */
export interface ShownRecognition {
  readonly fullName: string;
  readonly year: number;
  readonly communeName: string;
  readonly provinceName: string;
  readonly registerNumber: string;
  readonly decisionNumber: string;
  readonly decidedOn: Day;
  readonly validFrom: Day;
  readonly validTo: Day;
}

/** What a public check answers. */
export type RecognitionCheck =
  | { readonly status: "unknown" }
  | { readonly status: "valid"; readonly recognition: ShownRecognition }
  | { readonly status: "expired"; readonly recognition: ShownRecognition }
  | { readonly status: "revoked"; readonly recognition: ShownRecognition; readonly revokedOn: Day };

/** How a recognition stands on a day. A revocation outlives the term. */
export function checkOf(
  recognition: ShownRecognition,
  revokedOn: Day | null,
  today: Day,
): RecognitionCheck {
  if (revokedOn !== null) return { status: "revoked", recognition, revokedOn };
  return { status: today > recognition.validTo ? "expired" : "valid", recognition };
}

/** Crockford's base 32: no I, L, O or U. */
export const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 80 bits. */
export const CODE_LENGTH = 16;

/** A public code as typed from paper, or null when it cannot be one. */
export function parsePublicCode(text: string): string | null {
  const code = text
    .slice(0, 100)
    .toUpperCase()
    .replaceAll(/[\s-]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/gu, "1");
  return /^[0-9A-HJKMNP-TV-Z]{16}$/u.test(code) ? code : null;
}

/** Groups of four, as paper shows it. */
export function formatPublicCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/gu, "$1-");
}
