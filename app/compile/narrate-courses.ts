// npm run content:narration [-- course…]: what a recorder reads aloud, numbered, on a sheet to print for each course.
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { readCatalogue } from "#app/domain/content/index.server.ts";

import { type CourseText, textsOf } from "./check-content/course-texts.ts";

const COURSES = "content/courses";
const SHEETS = "var/narration";
const LESSON_FILE = /^(?:\d{2}-)?(?<id>.+)\.md$/u;

const wanted = process.argv.slice(2);
const { catalogue } = await readCatalogue(COURSES);
await mkdir(SHEETS, { recursive: true });
for (const course of catalogue.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
  const names = await readdir(join(COURSES, course.id));
  const files = new Map(names.map((name) => [LESSON_FILE.exec(name)?.groups?.["id"] ?? "", name]));
  const texts = textsOf(course, files).filter(
    ({ kind, file }) => kind === "prose" && file !== "nhom.md",
  );
  await writeFile(join(SHEETS, `${course.id}.html`), sheetOf(course.title, texts));
  process.stdout.write(`${SHEETS}/${course.id}.html: ${texts.length} đoạn\n`);
}

/** A table of two columns; each text has the name of its file and its place in it. */
function sheetOf(title: string, texts: readonly CourseText[]): string {
  const counts = new Map<string, number>();
  const rows = texts.map(({ file, text, lang }) => {
    const number = (counts.get(file) ?? 0) + 1;
    counts.set(file, number);
    const name = file.replace(/\.md$/u, "");
    const told = lang === "vi" ? "" : ` <small>(${lang})</small>`;
    return `<tr><td>${name}-${number}</td><td lang="${lang}">${escaped(text)}${told}</td></tr>`;
  });
  return `<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>${escaped(title)}: bản đọc</title>
<style>body{font:16px/1.5 sans-serif}td{border:1px solid;padding:.3em;vertical-align:top}</style>
<h1>${escaped(title)}: bản đọc</h1>
<table>${rows.join("\n")}</table></html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
}
