import type { Block, Inline, Picture, Sound } from "./block.ts";

interface QuestionBase {
  /** Unique in the lesson; never changes. */
  readonly id: string;
  readonly prompt: readonly Block[];
  /** Why the right answer is right. */
  readonly explanation: readonly Block[];
}

/** A choice is named by its place in the file, from 0. */
export interface Choice {
  readonly text: readonly Inline[];
  readonly correct: boolean;
}

/** A picture to choose; its text is the picture's alternative. */
export interface PictureChoice extends Choice {
  readonly picture: Picture;
}

export interface Pair {
  readonly left: readonly Inline[];
  readonly right: readonly Inline[];
}

/** `lang`: of what is not Vietnamese in it; "" when all is. */
export type Question = QuestionBase &
  (
    | { readonly type: "one" | "several" | "true-false"; readonly choices: readonly Choice[] }
    | { readonly type: "picture"; readonly choices: readonly PictureChoice[] }
    | {
        readonly type: "listen";
        readonly lang: string;
        readonly sound: Sound;
        readonly choices: readonly Choice[];
      }
    | {
        readonly type: "number";
        readonly answer: number;
        readonly tolerance: number;
        readonly unit: string;
      }
    | {
        readonly type: "word";
        readonly answers: readonly string[];
        readonly accents: "strict" | "loose";
      }
    /** `items` in their right order. */
    | { readonly type: "order"; readonly items: readonly (readonly Inline[])[] }
    | { readonly type: "match"; readonly lang: string; readonly pairs: readonly Pair[] }
    /** She says `text` aloud and compares by herself. */
    | {
        readonly type: "read-aloud";
        readonly lang: string;
        readonly text: string;
        readonly sound: Sound | null;
      }
  );
