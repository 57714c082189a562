import type { Lesson } from "./course.ts";
import type { Problem } from "./problem.ts";

/** A course as far as it can be read: what its author looks at, whether it is in order or not. */
export interface Draft {
  readonly id: string;
  /** Null as long as `course.md` cannot be read. */
  readonly title: string | null;
  /** Those that can be read, in reading order, the final test last. */
  readonly lessons: readonly Lesson[];
  /** With one of these the course is not in the catalogue. */
  readonly problems: readonly Problem[];
  /** What is allowed but weak. */
  readonly advice: readonly Problem[];
}
