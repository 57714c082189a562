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
