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
