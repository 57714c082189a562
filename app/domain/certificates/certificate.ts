import type { PersonId, PlaceId } from "#app/domain/kernel/index.ts";

/** What one certificate says, as it was on the day it was issued. */
export interface CourseCertificate {
  readonly id: string;
  readonly communeId: PlaceId;
  readonly personId: PersonId;
  readonly courseId: string;
  /** What the QR names; says nothing by itself. */
  readonly code: string;
  /** Its place among all that were ever issued, from 0. */
  readonly statusIndex: number;
  readonly issuedAt: Date;
  readonly completedAt: Date;
  /** "" after lawful erasure. */
  readonly holderName: string;
  readonly courseTitle: string;
  readonly minutes: number;
  /** Result of the final test, 0 to 1; null without one. */
  readonly finalScaled: number | null;
  readonly courseVersion: string;
  /** Open Badge 3.0 as VC-JWT; "" after lawful erasure. */
  readonly credential: string;
  /** Whether it is somebody's of the sample province. */
  readonly sample: boolean;
  /** Null while it stands. */
  readonly revocation: CertificateRevocation | null;
}

export interface CertificateRevocation {
  readonly revokedAt: Date;
  readonly reason: string;
  readonly revokedByName: string;
}

/** What anyone who holds the code of a certificate is told; nothing else. */
export interface ShownCertificate {
  /** "" when the name was erased at the holder's request. */
  readonly holderName: string;
  readonly courseTitle: string;
  readonly completedAt: Date;
  readonly issuedAt: Date;
  readonly minutes: number;
  readonly finalScaled: number | null;
  readonly sample: boolean;
}

/** What a public check answers. */
export type CertificateCheck =
  | { readonly status: "unknown" }
  | { readonly status: "valid"; readonly certificate: ShownCertificate }
  | {
      readonly status: "revoked";
      readonly certificate: ShownCertificate;
      readonly revokedAt: Date;
    };

/** How a certificate stands. One that stands has no end: what was learned was learned. */
export function checkOf(certificate: CourseCertificate): CertificateCheck {
  const { holderName, courseTitle, completedAt, issuedAt, minutes, finalScaled, sample } =
    certificate;
  const shown = { holderName, courseTitle, completedAt, issuedAt, minutes, finalScaled, sample };
  return certificate.revocation === null
    ? { status: "valid", certificate: shown }
    : { status: "revoked", certificate: shown, revokedAt: certificate.revocation.revokedAt };
}

/** A certificate in its holder's own list. */
export interface OwnCertificate {
  readonly id: string;
  readonly courseId: string;
  readonly courseTitle: string;
  readonly code: string;
  readonly completedAt: Date;
  readonly issuedAt: Date;
  readonly finalScaled: number | null;
  readonly minutes: number;
  /** Null while it stands. */
  readonly revokedAt: Date | null;
}

/** One line of an office's list. */
export interface CertificateLine {
  readonly id: string;
  readonly holderName: string;
  /** With its kind word: "Xã Bản Phố". */
  readonly communeName: string;
  readonly courseTitle: string;
  readonly code: string;
  readonly issuedAt: Date;
  readonly revoked: boolean;
}

export interface CertificatePage {
  readonly lines: readonly CertificateLine[];
  readonly found: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Every course that a certificate at this desk is of, by title. */
  readonly courses: readonly { readonly courseId: string; readonly title: string }[];
}

/** A result as certificates say it, in whole percent. */
export function percentOf(scaled: number): number {
  return Math.round(scaled * 100);
}
