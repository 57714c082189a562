import type { Subject } from "#app/domain/content/index.ts";

/** A course that is no file of content/, as lists and papers name it. */
export interface PackageCourse {
  /** As progress names it. */
  readonly id: string;
  readonly title: string;
  readonly subject: Subject;
  readonly lessonsTotal: number;
}
