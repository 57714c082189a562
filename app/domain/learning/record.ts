import type { PersonId, PlaceId } from "#app/domain/kernel/index.ts";

/** Where somebody stands in one course. */
export interface CourseRecord {
  readonly courseId: string;
  readonly startedAt: Date;
  readonly completedAt: Date | null;
  readonly lessonsDone: number;
  /** Nominal minutes of the completed lessons. */
  readonly minutes: number;
  /** Best result of the final test, 0 to 1; null before the first try. */
  readonly finalScaled: number | null;
}

/** What one person learned in one calendar year, as derived from statements. */
export interface LearningRecord {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
  readonly year: number;
  /** Nominal minutes of the lessons completed in the year. */
  readonly minutes: number;
  readonly lessonsCompleted: number;
  /** Of them, those in which somebody read and tapped for her; they count like the others. */
  readonly helpedLessons: number;
  /** Calendar weeks (Monday to Sunday, Vietnam) of the year in which a lesson was completed. */
  readonly activeWeeks: number;
  /** Every course begun so far, the newest act first. */
  readonly courses: readonly CourseRecord[];
}
