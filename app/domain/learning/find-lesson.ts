import { type Catalogue, type Course, type Lesson, lessonOf } from "#app/domain/content/index.ts";

export interface LessonRef {
  readonly courseId: string;
  readonly lessonId: string;
}

export interface UnknownLesson {
  readonly code: "unknown-lesson";
}

export function findLesson(
  catalogue: Catalogue,
  { courseId, lessonId }: LessonRef,
): { readonly course: Course; readonly lesson: Lesson } | null {
  const course = catalogue.find(({ id }) => id === courseId);
  const lesson = course === undefined ? undefined : lessonOf(course, lessonId);
  return course === undefined || lesson === undefined ? null : { course, lesson };
}
