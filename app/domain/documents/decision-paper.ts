import type { Day } from "#app/domain/kernel/index.ts";

/** One recognised resident in the list annexed to a decision. */
export interface DecisionRow {
  /** "STT", from 1. */
  readonly ordinal: number;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly villageName: string;
  /** Points. */
  readonly total: number;
  readonly registerNumber: string | null;
}

/** What a decision to recognise "Công dân học tập" and its annexed list say. */
export interface DecisionPaper {
  /** The body that issues it, "Ủy ban nhân dân xã …". */
  readonly authority: string;
  readonly provinceName: string;
  readonly communeName: string;
  /** "125" or "125/QĐ-UBND"; null leaves dots to be filled in by hand. */
  readonly number: string | null;
  /** The place in the line "…, ngày … tháng … năm …". */
  readonly place: string;
  /** Null leaves dots to be filled in by hand. */
  readonly decidedOn: Day | null;
  /** The year the title is for. */
  readonly year: number;
  /** "Căn cứ …;", one a paragraph. */
  readonly legalBases: readonly string[];
  /** "Điều 1. …", one each; the words "Điều n." are added where they are missing. */
  readonly articles: readonly string[];
  readonly rows: readonly DecisionRow[];
  /** Lines are kept: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH". */
  readonly signerTitle: string;
  readonly signerName: string;
  /** Head of the audit chain the list was made from, printed in the foot of each page. */
  readonly auditHash: string | null;
  /** True marks the paper as sample data without value. */
  readonly sample: boolean;
}
