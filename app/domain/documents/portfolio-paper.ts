import type { Day } from "#app/domain/kernel/index.ts";

/** One course in a learning record. */
interface PortfolioCourse {
  readonly title: string;
  readonly lessonsDone: number;
  readonly lessonsTotal: number;
  /** 0 to 100, or null when the course has no score. */
  readonly scorePercent: number | null;
  readonly hours: number;
  readonly completedOn: Day | null;
}

/** One indicator of the criteria, with the score suggested and the score the holder gave. */
interface PortfolioIndicator {
  readonly code: string;
  readonly name: string;
  /** Points, or null when nothing is suggested. */
  readonly suggested: number | null;
  /** Points, or null when the holder has not scored it yet. */
  readonly self: number | null;
  /** Whole sentences: what the suggestion rests on. */
  readonly reasons: readonly string[];
}

/** Something the holder hands in as evidence. */
export interface PortfolioEvidence {
  readonly title: string;
  readonly happenedOn: Day;
  readonly description: string;
  /** Codes of the indicators it speaks for. */
  readonly indicators: readonly string[];
  /** A JPEG, turned upright and already small; other bytes print as "photo unreadable". */
  readonly photo: Uint8Array | null;
}

/** What a named person confirms about one indicator. */
interface PortfolioAttestation {
  readonly indicatorCode: string;
  readonly attestorName: string;
  readonly office: string;
  readonly on: Day;
  readonly words: string;
}

/** What one "Sổ học tập" says. Texts are printed as given, in NFC. */
export interface PortfolioPaper {
  readonly holderName: string;
  readonly holderCode: string;
  readonly villageName: string;
  readonly communeName: string;
  readonly provinceName: string;
  readonly year: number;
  readonly generatedAt: Date;
  readonly courses: readonly PortfolioCourse[];
  readonly totalHours: number;
  /** Lessons of the year in which somebody read and tapped for the holder. */
  readonly helpedLessons: number;
  readonly indicators: readonly PortfolioIndicator[];
  /** Points. */
  readonly suggestedTotal: number | null;
  /** Points. */
  readonly selfTotal: number | null;
  readonly evidence: readonly PortfolioEvidence[];
  readonly attestations: readonly PortfolioAttestation[];
  /** Printed in the foot of each page and as a QR code on the first; at most 2,331 bytes of UTF-8. */
  readonly verificationUrl: string | null;
  /** True marks the paper as sample data without value. */
  readonly sample: boolean;
}
