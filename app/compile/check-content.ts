// npm run content:check [-- course…]: everything that can be told of courses without a reader.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import type { Course, Lesson, Problem } from "#app/domain/content/index.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";

import { checkBarriers } from "./check-content/barriers.ts";
import { checkCompleteness } from "./check-content/completeness.ts";
import { checkDrawings } from "./check-content/drawings.ts";
import type { Checked } from "./check-content/finding.ts";
import { checkLanguages } from "./check-content/languages.ts";
import { checkPictures } from "./check-content/pictures.ts";
import { checkQuestions } from "./check-content/questions.ts";
import { checkSentences } from "./check-content/sentences.ts";
import { checkSpelling, spellerOf } from "./check-content/spelling.ts";
import { avoidedOf, checkSources, checkWording } from "./check-content/wording.ts";
import { checkScenes, readParts } from "./scenes/scene-files.ts";

const COURSES = "content/courses";
const LESSON_FILE = /^(?:\d{2}-)?(?<id>.+)\.md$/u;

const wanted = process.argv.slice(2);
const isWanted = (id: string) => wanted.length === 0 || wanted.includes(id);
const { catalogue, drafts, problems } = await readCatalogue(COURSES);
const words = await readFile("content/words.txt", "utf8");
const avoided = avoidedOf(await readFile("content/avoid.yaml", "utf8"));
const parts = await readParts();

const ofReading = problems.filter(({ file }) => isWanted(file.split("/")[0] ?? ""));
const found: Problem[] = [...ofReading];
for (const { id } of drafts.filter((draft) => isWanted(draft.id))) {
  const course = catalogue.find((each) => each.id === id);
  const findings = [
    ...(await checkScenes(join(COURSES, id), parts)),
    ...(course === undefined ? [] : await findingsOf(course)),
  ];
  found.push(...findings.map((finding) => ({ ...finding, file: `${id}/${finding.file}` })));
}
for (const { file, line, message } of found) say(`${file}:${line}: LỖI: ${message}`);
const unheard = catalogue.filter(({ id }) => isWanted(id)).flatMap((course) => unheardIn(course));
say(`${unheard.length} bài chưa có tiếng thu sẵn`);
say(`${catalogue.length}/${drafts.length} khóa học dùng được, ${found.length} lỗi phải sửa`);
process.exitCode = found.length === 0 ? 0 : 1;

/** All checks of a course that can be read whole. */
async function findingsOf(course: Course): Promise<readonly Problem[]> {
  const folder = join(COURSES, course.id);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md"));
  const sources = new Map<string, string>();
  for (const name of names) sources.set(name, await readFile(join(folder, name), "utf8"));
  const files = new Map(names.map((name) => [LESSON_FILE.exec(name)?.groups?.["id"] ?? "", name]));
  const checked: Checked = { course, files, sources };
  const own = await readFile(join(folder, "words.txt"), "utf8").catch(() => "");
  return [
    ...checkCompleteness(checked),
    ...checkBarriers(checked),
    ...checkSentences(checked),
    ...checkSpelling(checked, spellerOf(`${words}\n${own}`)),
    ...checkLanguages(checked, spellerOf(words)),
    ...checkPictures(checked),
    ...checkWording(checked, avoided),
    ...checkSources(checked, avoided),
    ...checkQuestions(checked),
    ...checkDrawings({
      drawings: await drawingsOf(join(folder, "media")),
      sources: [...sources.values()],
    }),
  ];
}

/** Lessons that nobody recorded yet: no fault of their texts. */
function unheardIn({ lessons }: Course): readonly Lesson[] {
  return lessons.filter(({ blocks }) =>
    blocks.every(
      (block) =>
        block.type !== "audio" &&
        !(block.type === "dialogue" && block.lines.some(({ sound }) => sound !== null)),
    ),
  );
}

async function drawingsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".svg"));
  const drawings = new Map<string, string>();
  for (const name of names) drawings.set(name, await readFile(join(folder, name), "utf8"));
  return drawings;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
