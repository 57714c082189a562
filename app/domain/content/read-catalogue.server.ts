import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { compareVietnamese } from "#app/domain/kernel/index.ts";

import { courseFileOf } from "./course-file.ts";
import type { Catalogue, Course, Lesson, Sheet } from "./course.ts";
import { lessonOfFile } from "./lesson-file.ts";
import type { Reading } from "./markdown.ts";
import { glossaryOfFile, groupSheetOfFile } from "./sheet-file.ts";
import { measureMedia } from "./measure-media.server.ts";
import type { MediaFile } from "./media-file.ts";
import type { Draft } from "./draft.ts";
import type { Complain, Problem } from "./problem.ts";

const COURSE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const LESSON_NAME = /^(?<number>\d{2})-(?<id>[a-z0-9]+(?:-[a-z0-9]+)*)\.md$/u;
const FEWEST_LESSONS = 5;
/** Files of a course that are not lessons; the last two may be missing. */
const GROUP_SHEET = "nhom.md";
const GLOSSARY = "tu-kho.md";
const NO_LESSONS = new Set(["course.md", "final.md", GROUP_SHEET, GLOSSARY]);
/** Where pictures that were made of photographs are kept; `npm run build` fills it. */
export const MADE_PICTURES = "build/pictures";

export interface ReadCatalogue {
  readonly catalogue: Catalogue;
  /** Every course as far as it can be read, by its folder's name. */
  readonly drafts: readonly ReadDraft[];
  readonly problems: readonly Problem[];
  /** What is allowed but weak. */
  readonly advice: readonly Problem[];
}

/** A draft with the files that may be shown of it, by their path from its folder. */
export interface ReadDraft extends Draft {
  readonly media: ReadonlyMap<string, MediaFile>;
}

/**
 * Reads every course below a folder. A course with a problem is left out of the catalogue, so what
 * is published is whole; files keep their path from the course's folder ("media/quet-ma.svg").
 * @param directory usually `content/courses`; throws when it cannot be read
 * @param made where what is made of photographs is kept
 */
export async function readCatalogue(
  directory: string,
  made: string = MADE_PICTURES,
): Promise<ReadCatalogue> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const read = await Promise.all(names.toSorted().map((name) => readCourse(directory, name, made)));
  const drafts = read.map(({ draft }) => draft);
  return {
    catalogue: read
      .flatMap(({ course, draft }) =>
        course === null || draft.problems.length > 0 ? [] : [course],
      )
      .toSorted((a, b) => compareVietnamese(a.title, b.title)),
    drafts,
    problems: drafts.flatMap(({ problems }) => problems),
    advice: drafts.flatMap(({ advice }) => advice),
  };
}

interface CourseRead {
  readonly course: Course | null;
  readonly draft: ReadDraft;
}

/** What reading the files of one course shares. */
interface Folder {
  readonly path: string;
  readonly media: ReadonlyMap<string, MediaFile>;
  readonly complainOf: (file: string) => Complain;
  readonly adviseOn: (file: string) => Complain;
}

async function readCourse(directory: string, id: string, made: string): Promise<CourseRead> {
  const path = join(directory, id);
  const problems: Problem[] = [];
  const advice: Problem[] = [];
  const into =
    (list: Problem[]) =>
    (file: string): Complain =>
    (line, message) => {
      list.push({ file: `${id}/${file}`, line, message });
    };
  const media = await measureMedia(path, made);
  const folder: Folder = { path, media, complainOf: into(problems), adviseOn: into(advice) };
  if (!COURSE_NAME.test(id)) {
    folder.complainOf("")(1, "Tên thư mục viết không dấu, nối bằng gạch ngang.");
  }
  const cover = await readText(folder, "course.md");
  const parts = cover === null ? null : courseFileOf(cover.reading);
  const lessons = await readLessons(folder);
  const final = await readLesson(folder, "final.md", "final", "final");
  const groupSheet = await readSheet(folder, GROUP_SHEET, groupSheetOfFile);
  const glossary = await readSheet(folder, GLOSSARY, glossaryOfFile);
  const course =
    parts === null || final === null
      ? null
      : {
          ...parts.head,
          id,
          introduction: parts.introduction,
          cover: parts.cover,
          groupSheet,
          glossary,
          lessons,
          final,
        };
  return {
    course,
    draft: {
      id,
      title: parts?.head.title ?? null,
      lessons: final === null ? lessons : [...lessons, final],
      problems,
      advice,
      media,
    },
  };
}

async function readLessons(folder: Folder): Promise<readonly Lesson[]> {
  const files = (await readdir(folder.path)).filter((name) => name.endsWith(".md")).toSorted();
  const lessons: Lesson[] = [];
  const seen = new Set<string>(["final"]);
  let count = 0;
  for (const file of files) {
    if (NO_LESSONS.has(file)) continue;
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
  const lesson = text === null ? null : lessonOfFile({ id, kind }, text.reading);
  return text === null || lesson === null ? null : { ...lesson, version: versionOf(text) };
}

/** One that a course may have; null when it has none, or one that its author must mend first. */
async function readSheet(
  folder: Folder,
  file: string,
  sheetOf: (reading: Reading) => Sheet | null,
): Promise<Sheet | null> {
  if (!(await readdir(folder.path)).includes(file)) return null;
  const text = await readText(folder, file);
  return text === null ? null : sheetOf(text.reading);
}

/** SHA-256 of the file, and of the names and hashes of what it shows, if anything. */
function versionOf({ bytes, reading: { shown } }: TextRead): string {
  const hash = createHash("sha256").update(bytes);
  for (const media of [...shown].toSorted()) hash.update(`\n${media}`);
  return hash.digest("hex");
}

interface TextRead {
  readonly bytes: Buffer;
  readonly reading: Reading;
}

async function readText(
  { path, media, complainOf, adviseOn }: Folder,
  file: string,
): Promise<TextRead | null> {
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
  const advise = adviseOn(file);
  return { bytes, reading: { source, media, shown: new Set(), complain, advise } };
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
