import type { Day } from "#app/domain/kernel/index.ts";

/** What a learning plan on paper says. Texts are printed as given, in NFC. */
export interface PlanPaper {
  readonly holderName: string;
  readonly villageName: string;
  /** Lessons a week: so many boxes stand beside each week. */
  readonly weeklyLessons: number;
  /** "thứ hai, thứ năm", or "" when no days were chosen. */
  readonly days: string;
  /** "20:00", or null. */
  readonly hour: string | null;
  readonly courses: readonly string[];
  /** In her own words; "" when she wrote none. */
  readonly reason: string;
  readonly weeks: readonly {
    readonly from: Day;
    readonly until: Day;
    readonly rest: boolean;
    /** Lessons that are done already. */
    readonly done: number;
  }[];
  /** Where the plan is shown; printed as a QR code. */
  readonly url: string;
  readonly madeAt: Date;
  /** True marks the paper as sample data without value. */
  readonly sample: boolean;
}
