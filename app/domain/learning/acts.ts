import { z } from "zod";

import type { Helper } from "#app/domain/identity/index.ts";

/** An act of learning, as it is read off a statement; `at` is the statement's timestamp. */
export type LearningAct = ActBase &
  (
    | { readonly kind: "opened" }
    | {
        readonly kind: "attempted";
        readonly attemptId: string;
        readonly raw: number;
        readonly max: number;
        readonly passed: boolean;
        readonly answers: Answers;
        /** Ids of the questions that were asked, in their order; absent: all of the lesson. */
        readonly questions?: readonly string[];
      }
    /** A score that another system's unit gave, 0 to 1; `deciding`: it stands for the whole course. */
    | { readonly kind: "scored"; readonly scaled: number; readonly deciding: boolean }
    /** She did a task of the lesson in real life, and ticked it. */
    | { readonly kind: "practised"; readonly practiceId: string }
    /** `minutes`: the lesson's nominal length. */
    | { readonly kind: "lesson-completed"; readonly minutes: number }
    | { readonly kind: "course-completed" }
  );

interface ActBase {
  readonly courseId: string;
  /** "" for an act on the course as a whole. */
  readonly lessonId: string;
  readonly contentVersion: string;
  readonly at: Date;
  /** Who read and tapped for her; absent: nobody. */
  readonly helper?: Helper;
  /** When it reached the server; absent: it was done there. */
  readonly receivedAt?: Date;
}

/** What was answered, by question id: the indices of the choices, or the text typed. */
export const Answers = z.record(z.string(), z.array(z.string()).readonly()).readonly();
export type Answers = z.infer<typeof Answers>;
