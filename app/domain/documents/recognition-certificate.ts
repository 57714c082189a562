import type { Day } from "#app/domain/kernel/index.ts";

/** What one "Giấy công nhận Công dân học tập" says. Texts are printed as given, in NFC. */
export interface RecognitionCertificate {
  readonly holderName: string;
  /** Four digits, or null when it is not known or not to be shown. */
  readonly birthYear: number | null;
  readonly villageName: string;
  readonly communeName: string;
  readonly provinceName: string;
  /** The body that issues it, "Ủy ban nhân dân xã …". */
  readonly authority: string;
  /** The year the title is for. */
  readonly year: number;
  /** "Số vào sổ". */
  readonly registerNumber: string;
  readonly decisionNumber: string;
  readonly decidedOn: Day;
  /** Lines are kept: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH". */
  readonly signerTitle: string;
  readonly signerName: string;
  /** One line that names the version of the criteria. */
  readonly criteria: string;
  /** What the QR code holds and what is printed beside it; 1 to 2,331 bytes of UTF-8. */
  readonly verificationUrl: string;
  /** True marks the paper as sample data without value. */
  readonly sample: boolean;
}
