import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { compareVietnamese } from "#app/domain/kernel/index.ts";

import { courseFileOf } from "./course-file.ts";
import type { Catalogue, Course, Lesson } from "./course.ts";
import { lessonOfFile } from "./lesson-file.ts";
import type { PictureFile, Reading } from "./markdown.ts";
import { measurePictures } from "./measure-pictures.server.ts";
import type { Complain, Problem } from "./problem.ts";

const COURSE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const LESSON_NAME = /^(?<number>\d{2})-(?<id>[a-z0-9]+(?:-[a-z0-9]+)*)\.md$/u;
const FEWEST_LESSONS = 5;

/**
 * Reads every course below a folder. A course with a problem is left out of the catalogue, so what
 * is published is whole; pictures keep their path from the course's folder ("media/quet-ma.svg").
 * @param directory usually `content/courses`; throws when it cannot be read
 */
export async function readCatalogue(
  directory: string,
): Promise<{ readonly catalogue: Catalogue; readonly problems: readonly Problem[] }> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const read = await Promise.all(names.toSorted().map((name) => readCourse(directory, name)));
  return {
    catalogue: read
      .flatMap(({ course, problems }) => (course === null || problems.length > 0 ? [] : [course]))
      .toSorted((a, b) => compareVietnamese(a.title, b.title)),
    problems: read.flatMap(({ problems }) => problems),
  };
}

interface CourseRead {
  readonly course: Course | null;
  readonly problems: readonly Problem[];
}

/** What reading the files of one course shares. */
interface Folder {
  readonly path: string;
  readonly pictures: ReadonlyMap<string, PictureFile>;
  readonly complainOf: (file: string) => Complain;
}

async function readCourse(directory: string, id: string): Promise<CourseRead> {
  const problems: Problem[] = [];
  const path = join(directory, id);
  const folder: Folder = {
    path,
    pictures: await measurePictures(path),
    complainOf: (file) => (line, message) => {
      problems.push({ file: `${id}/${file}`, line, message });
    },
  };
  if (!COURSE_NAME.test(id)) {
    folder.complainOf("")(1, "Tên thư mục viết không dấu, nối bằng gạch ngang.");
  }
  const cover = await readText(folder, "course.md");
  const parts = cover === null ? null : courseFileOf(cover.reading);
  const lessons = await readLessons(folder);
  const final = await readLesson(folder, "final.md", "final", "final");
  const course =
    parts === null || final === null
      ? null
      : { ...parts.head, id, introduction: parts.introduction, lessons, final };
  return { course, problems };
}

async function readLessons(folder: Folder): Promise<readonly Lesson[]> {
  const files = (await readdir(folder.path)).filter((name) => name.endsWith(".md")).toSorted();
  const lessons: Lesson[] = [];
  const seen = new Set<string>(["final"]);
  let count = 0;
  for (const file of files) {
    if (file === "course.md" || file === "final.md") continue;
    const { number, id } = LESSON_NAME.exec(file)?.groups ?? {};
    if (number === undefined || id === undefined || seen.has(id) || seen.has(number)) {
      folder.complainOf(file)(
        1,
        "Tên tệp bài học là số và mã không dấu, không trùng, như 01-ma-qr-la-gi.md.",
      );
      continue;
    }
    seen.add(id).add(number);
    count += 1;
    const lesson = await readLesson(folder, file, id, "lesson");
    if (lesson !== null) lessons.push(lesson);
  }
  if (count < FEWEST_LESSONS) {
    folder.complainOf("course.md")(
      1,
      `Khóa học cần ít nhất ${FEWEST_LESSONS} bài, đang có ${count}.`,
    );
  }
  return lessons;
}

async function readLesson(
  folder: Folder,
  file: string,
  id: string,
  kind: Lesson["kind"],
): Promise<Lesson | null> {
  const text = await readText(folder, file);
  return text === null ? null : lessonOfFile({ id, kind, version: text.version }, text.reading);
}

async function readText(
  { path, pictures, complainOf }: Folder,
  file: string,
): Promise<{ readonly reading: Reading; readonly version: string } | null> {
  const complain = complainOf(file);
  let bytes: Buffer;
  try {
    bytes = await readFile(join(path, file));
  } catch (error) {
    if (!isMissing(error)) throw error;
    complain(1, `Thiếu tệp ${file}. Hãy viết tệp này.`);
    return null;
  }
  const source = utf8(bytes);
  if (source === null) {
    complain(1, "Tệp không ở dạng UTF-8. Hãy lưu lại bằng UTF-8.");
    return null;
  }
  const version = createHash("sha256").update(bytes).digest("hex");
  return { reading: { source, pictures, complain }, version };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
