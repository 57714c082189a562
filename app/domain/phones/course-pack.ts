import { z } from "zod";

import { type Course, questionsAsked } from "#app/domain/content/index.ts";

/** A file of a course, such as a picture or a sound. */
export interface PackedFile {
  /** Where it is got, without the host; another content has another address. */
  readonly url: string;
  readonly bytes: number;
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
  files: z.array(z.object({ url: z.string(), bytes: z.int() })),
});

/** Whether what came over the network is a pack; what lies in its lessons is the server's word. */
export function isCoursePack(value: unknown): value is CoursePack {
  return Head.safeParse(value).success;
}

/**
 * The pack of a course, without its version.
 * @param mediaBase where the course's files are, without a slash at the end
 */
export function packOf(course: Course, mediaBase: string): Omit<CoursePack, "version"> {
  // Sheets are printed by who leads a group; a phone has no page for them.
  const packed = {
    ...course,
    groupSheet: null,
    glossary: null,
    final: { ...course.final, questions: [] },
  };
  const files = new Map<string, PackedFile>();
  collect(packed, ({ src, bytes }) => files.set(src, { url: `${mediaBase}/${src}`, bytes }));
  return {
    format: 1,
    course: packed,
    finalQuestions: questionsAsked(course.final),
    files: [...files.values()].toSorted((a, b) => (a.url < b.url ? -1 : 1)),
  };
}

const MediaPart = z.object({ src: z.string().regex(/^media\//u), bytes: z.int() });
type MediaPart = z.infer<typeof MediaPart>;

/** Whatever has a source and a size, however deep it lies: pictures, recordings, papers to keep. */
function collect(value: unknown, take: (part: MediaPart) => void): void {
  if (typeof value !== "object" || value === null) return;
  const part = MediaPart.safeParse(value);
  if (part.success) take(part.data);
  for (const each of Object.values(value)) collect(each, take);
}
