import type { Day } from "#app/domain/kernel/index.ts";

/** What one "Giấy chứng nhận hoàn thành khóa học" says. Texts are printed as given, in NFC. */
export interface CourseCertificatePaper {
  readonly holderName: string;
  readonly courseTitle: string;
  readonly completedOn: Day;
  readonly issuedOn: Day;
  /** Nominal length of what was learned. */
  readonly minutes: number;
  /** Of the final test; null without one. */
  readonly resultPercent: number | null;
  /** As paper shows it: "7K3M-9QXT-2B4D-8FHR". */
  readonly code: string;
  /** What the QR code holds and what is printed beside it; 1 to 2,331 bytes of UTF-8. */
  readonly verificationUrl: string;
  /** The badge as VC-JWT, put into the file so that it can be verified without a network. */
  readonly badge: string;
  /** True marks the paper as sample data without value. */
  readonly sample: boolean;
}

/** Under which name the badge lies in the PDF. */
export const BADGE_FILE = "huy-hieu.jwt";
