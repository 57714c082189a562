import { z } from "zod";

import type { Course, Lesson } from "#app/domain/content/index.ts";

/** A file of a course, such as a picture or a sound. */
export interface PackedFile {
  /** Where it is got, without the host. */
  readonly url: string;
  readonly bytes: number;
  /** SHA-256, 64 hex digits. */
  readonly hash: string;
}

/** A course as a phone keeps it. The questions of the final test, with their answers, are not in it. */
export interface CoursePack {
  readonly format: 1;
  /** SHA-256 of everything in it. */
  readonly version: string;
  readonly course: Course;
  /** How many questions the final test asks. */
  readonly finalQuestions: number;
  readonly files: readonly PackedFile[];
}

const Head = z.object({
  format: z.literal(1),
  version: z.string(),
  course: z.object({ id: z.string(), lessons: z.array(z.object({ id: z.string() })) }),
  finalQuestions: z.int(),
  files: z.array(z.object({ url: z.string(), bytes: z.int(), hash: z.string() })),
});

/** Whether what came over the network is a pack; what lies in its lessons is the server's word. */
export function isCoursePack(value: unknown): value is CoursePack {
  return Head.safeParse(value).success;
}

/** The course without the answers of what is judged by the server alone. */
export function packedCourse(course: Course): Course {
  return { ...course, final: { ...course.final, questions: [] } };
}

/** How many questions a lesson puts, of those that its file holds. */
export function questionsPut(lesson: Lesson): number {
  return Math.min(lesson.questions.length, lesson.quiz.draw ?? lesson.questions.length);
}

const FILE = /^media\/[a-z0-9-]+\.[a-z0-9]+$/u;

/** Every file that a course's texts and questions name, as they name it: "media/quet-ma.svg". */
export function filesNamed(course: Course): readonly string[] {
  const names = new Set<string>();
  collect(packedCourse(course), names);
  return [...names].toSorted();
}

function collect(value: unknown, names: Set<string>): void {
  if (typeof value === "string") {
    if (FILE.test(value)) names.add(value);
  } else if (Array.isArray(value)) {
    for (const each of value) collect(each, names);
  } else if (typeof value === "object" && value !== null) {
    collect(Object.values(value), names);
  }
}
