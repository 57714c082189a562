import {
  type Course,
  courseMinutes,
  type Lesson,
  questionsAsked,
} from "#app/domain/content/index.ts";
import {
  type CourseRecord,
  type CourseState,
  FINAL_LESSON_ID,
} from "#app/domain/learning/index.ts";

/** A course as a list shows it; nothing of its questions is in it. */
export interface CourseListing {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly icon: Course["icon"];
  readonly level: string;
  readonly subject: Course["subject"];
  readonly minutes: number;
  readonly lessons: number;
  /** Undefined before the first act in it. */
  readonly done:
    { readonly lessons: number; readonly total: number; readonly passed: boolean } | undefined;
}

export function listingOf(course: Course, records: readonly CourseRecord[]): CourseListing {
  const { id, title, summary, icon, level, subject, lessons } = course;
  const record = records.find(({ courseId }) => courseId === id);
  return {
    id,
    title,
    summary,
    icon,
    level,
    subject,
    minutes: courseMinutes(course),
    lessons: lessons.length,
    done:
      record === undefined
        ? undefined
        : {
            lessons: Math.min(record.lessonsDone, lessons.length),
            total: lessons.length,
            passed: record.completedAt !== null,
          },
  };
}

/** A lesson, or the final test, on the path through its course. */
export interface CourseStep {
  readonly id: string;
  readonly kind: Lesson["kind"];
  /** From 1; the final test comes after the last lesson. */
  readonly number: number;
  readonly title: string;
  readonly minutes: number;
  readonly state: "done" | "now" | "next";
}

/** The lessons in order, then the final test; `now` is the first that is not done. */
export function stepsOf(course: Course, state: CourseState | null): readonly CourseStep[] {
  const parts = [...course.lessons, course.final];
  const isDone = (id: string) => (state?.lessons.get(id)?.completedAt ?? null) !== null;
  const now = parts.find(({ id }) => !isDone(id))?.id;
  return parts.map(({ id, kind, title, minutes }, index) => ({
    id,
    kind,
    title,
    minutes,
    number: index + 1,
    state: isDone(id) ? "done" : id === now ? "now" : "next",
  }));
}

/** What to do next, or null when everything is done. */
export function nextStep(steps: readonly CourseStep[]): CourseStep | null {
  return steps.find(({ state }) => state === "now") ?? null;
}

/** Lessons done and lessons in all, the final test not counted. */
export function lessonCount(steps: readonly CourseStep[]): {
  readonly done: number;
  readonly total: number;
} {
  const lessons = steps.filter(({ id }) => id !== FINAL_LESSON_ID);
  return { done: lessons.filter(({ state }) => state === "done").length, total: lessons.length };
}

/** How many right answers a quiz asks, of so many questions. */
export function answersAsked(course: Course, lesson: Lesson, of = questionsAsked(lesson)): number {
  const percent = lesson.kind === "final" ? course.passPercent : course.lessonPassPercent;
  return Math.ceil((of * percent) / 100);
}
