import { z } from "zod";

import { Day } from "#app/domain/kernel/index.ts";

import type { Block, Picture } from "./block.ts";
import type { Question } from "./questions/kinds.ts";

export interface Lesson {
  /** `final` for the final test. */
  readonly id: string;
  readonly kind: "lesson" | "final";
  readonly title: string;
  readonly goal: string;
  /** Nominal length in minutes, as the author declares it. */
  readonly minutes: number;
  /** SHA-256 of the file and of what it shows, 64 hex digits: attempts record which text was read. */
  readonly version: string;
  readonly blocks: readonly Block[];
  readonly questions: readonly Question[];
  readonly quiz: QuizRules;
}

export const Subject = z.enum(["digital", "language", "agriculture", "life"]);
export type Subject = z.infer<typeof Subject>;

/** The YAML head of `course.md`. */
export const CourseHead = z.strictObject({
  title: z.string().min(3).max(120),
  subject: Subject,
  summary: z.string().min(10).max(160),
  level: z.string().min(2).max(60),
  needs: z.array(z.string().min(2).max(60)).min(1).max(6),
  icon: z.enum([
    "qr",
    "phone",
    "chat",
    "plant",
    "pig",
    "learn",
    "edit",
    "people",
    "shield",
    "warning",
    "calendar",
    "cow",
    "health",
    "hen",
    "list",
    "money",
    "rain",
    "village",
  ]),
  /** Whom it is for, in one line. */
  audience: z.string().min(10).max(160).optional(),
  /** A drawing of `media/` that stands for the course. */
  cover: z
    .string()
    .regex(/^media\//u)
    .optional(),
  outcomes: z.array(z.string().min(5).max(200)).min(3).max(6),
  /** Those that it truly serves; a course of everyday life may serve none. */
  frameworks: z
    .array(
      z.strictObject({
        framework: z.enum([
          "TT-02-2025-BGDDT",
          "TT-01-2014-BGDDT",
          "TT-33-2021-BGDDT",
          "QD-46-2015-TTG",
        ]),
        version: z.string(),
        code: z.string(),
        level: z.string(),
      }),
    )
    .default([]),
  /** Numbers of the criteria of "Công dân học tập" that it truly serves. */
  indicators: z.array(z.int().min(1).max(10)).max(10).default([]),
  /** What the final test asks. */
  passPercent: z.int().min(1).max(100),
  /** What the quiz of a lesson asks before the lesson counts as done. */
  lessonPassPercent: z.int().min(1).max(100).default(50),
  version: Day,
  sources: z
    .array(
      z.strictObject({
        title: z.string().min(3),
        publisher: z.string().min(2),
        year: z.int().min(1900).max(2100),
        url: z.url().optional(),
      }),
    )
    .min(1),
});

/** How the questions of a lesson are put. */
export const QuizRules = z.strictObject({
  /** All questions on one page, or one a page. */
  layout: z.enum(["all", "one"]).default("all"),
  /** How many questions of the pool are drawn; null: all, in their order. */
  draw: z.int().min(1).max(50).nullable().default(null),
  /** Attempts a day in Vietnam's time; null: as many as she likes. */
  triesADay: z.int().min(1).max(20).nullable().default(null),
});
export type QuizRules = z.infer<typeof QuizRules>;

/** The YAML head of a lesson or of the final test. */
export const LessonHead = z.strictObject({
  title: z.string().min(3).max(120),
  minutes: z.int().min(1).max(120),
  goal: z.string().min(10).max(200),
  /** What the lesson before was about, in one line; stands first in the text. */
  recall: z.string().min(5).max(200).optional(),
  quiz: QuizRules.prefault({}),
});

/** The YAML head of `nhom.md` and `tu-kho.md`. */
export const SheetHead = z.strictObject({
  title: z.string().min(3).max(120),
  /** Of the whole course in a group. */
  minutes: z.int().min(1).max(3000).optional(),
});

/** A text beside the lessons, to be read and printed. */
export interface Sheet extends Readonly<z.infer<typeof SheetHead>> {
  readonly blocks: readonly Block[];
}

export interface Course extends Readonly<Omit<z.infer<typeof CourseHead>, "cover">> {
  /** The folder's name; never changes, because statements name it. */
  readonly id: string;
  readonly introduction: readonly Block[];
  readonly cover: Picture | null;
  /** For whoever leads a group without phones. */
  readonly groupSheet: Sheet | null;
  /** Hard words, one table of two columns. */
  readonly glossary: Sheet | null;
  /** In reading order, without the final test. */
  readonly lessons: readonly Lesson[];
  readonly final: Lesson;
}

/** Every course, by title. */
export type Catalogue = readonly Course[];

/** The lesson or final test of that id, or undefined. */
export function lessonOf(course: Course, lessonId: string): Lesson | undefined {
  return lessonId === course.final.id
    ? course.final
    : course.lessons.find(({ id }) => id === lessonId);
}

/** How many of a lesson's questions one quiz puts; only the final test draws out of a pool. */
export function questionsAsked({
  kind,
  questions,
  quiz,
}: Pick<Lesson, "kind" | "questions" | "quiz">): number {
  const pool = questions.length;
  return kind === "final" && quiz.draw !== null ? Math.min(quiz.draw, pool) : pool;
}

/** Nominal length of all lessons and the final test, in minutes. */
export function courseMinutes(course: Course): number {
  return [...course.lessons, course.final].reduce((sum, { minutes }) => sum + minutes, 0);
}
