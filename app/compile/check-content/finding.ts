import type { Course, Problem } from "#app/domain/content/index.ts";

import type { LessonFiles } from "./course-texts.ts";

/** What a check of a course is given. */
export interface Checked {
  readonly course: Course;
  /** Names of files by the ids of lessons. */
  readonly files: LessonFiles;
  /** Texts of the course's files by their names. */
  readonly sources: ReadonlyMap<string, string>;
}

/** What an author has to mend; `file` from the course's folder. */
export type Finding = Problem;

/** A finding on the line where a text of the file stands; on the first, where marks divide it. */
export function findingAt(
  { sources }: Pick<Checked, "sources">,
  { file, text }: { readonly file: string; readonly text: string },
  message: string,
): Finding {
  return { file, line: lineOf(sources.get(file) ?? "", text), message };
}

const FEWEST_LETTERS = 6;

/** The line on which a text stands; marks in it are looked round by ever shorter beginnings of it. */
function lineOf(source: string, text: string): number {
  for (
    let length = text.length;
    length >= Math.min(FEWEST_LETTERS, text.length) && length > 0;
    length -= 1
  ) {
    const at = source.indexOf(text.slice(0, length));
    if (at >= 0) return source.slice(0, at).split("\n").length;
  }
  return 1;
}

/** How a lesson's file is called in findings. */
export function fileOf({ files }: Pick<Checked, "files">, lessonId: string): string {
  return files.get(lessonId) ?? `${lessonId}.md`;
}
