import type { Lesson } from "./course.ts";

/** What an author has to mend, or could make better. */
export interface Problem {
  /** From the folder of the courses: "nhan-tien-bang-ma-qr/01-ma-qr-la-gi.md". */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** In Vietnamese; says what to do. */
  readonly message: string;
}

/** Takes one thing to mend down; `line` from 1. */
export type Complain = (line: number, message: string) => void;

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
