import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

import sharp from "sharp";
import { expect, test } from "vitest";

import { readCatalogue } from "#app/domain/content/index.server.ts";
import { drawing, mp3, opus, pdf } from "#tests/setup/course-media.ts";

import { COVER, HEAD, lesson, questions, readCourse } from "./course-folder.ts";

interface Example {
  readonly language: string;
  readonly text: string;
}

/** What stands in fences of that language in the guide. */
async function examplesOf(language: string): Promise<readonly string[]> {
  const guide = await readFile(resolve("content/README.md"), "utf8");
  const found = [...guide.matchAll(/^```(?<language>[a-z]+)\n(?<text>[\s\S]*?)^```$/gmu)];
  return found
    .map(({ groups }): Example => ({ language: "", text: "", ...groups }))
    .filter((example) => example.language === language)
    .map(({ text }) => text);
}

const photo = sharp({ create: { width: 20, height: 20, channels: 3, background: "#777" } }).jpeg();

/** A file of each kind for every name that an example gives. */
async function mediaIn(text: string): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const files: Record<string, string | Uint8Array> = {};
  for (const [path] of text.matchAll(/media\/[a-z0-9-]+\.[a-z0-9]+/gu)) {
    const ending = path.split(".").at(-1);
    if (ending === "svg") files[path] = drawing(path);
    if (ending === "jpg") files[path] = await photo.clone().toBuffer();
    if (ending === "mp3") files[path] = mp3(1);
    if (ending === "opus") files[path] = opus(1);
    if (ending === "pdf") files[path] = pdf();
  }
  return files;
}

test(
  "every block and every question of the authors' guide is in order as it is written there",
  { timeout: 60_000 },
  async () => {
    const examples = await examplesOf("markdown");
    expect(examples.length).toBeGreaterThan(18);
    const types = new Set<string>();
    for (const example of examples) {
      const isQuestion = example.startsWith(":::question");
      const text = isQuestion
        ? lesson("Một.", `${questions(3)}\n${example.replace("{#q", "{#c")}`)
        : lesson(example).replace("{#thu}", "{#thu-khac}");
      const { catalogue, problems } = await readCourse({
        "01-mot.md": text,
        ...(await mediaIn(example)),
      });
      expect(problems, example).toEqual([]);
      const read = catalogue[0]?.lessons[0];
      for (const { type } of isQuestion ? (read?.questions ?? []) : (read?.blocks ?? [])) {
        types.add(type);
      }
    }
    const all = ["one", "several", "true-false", "picture", "listen", "order", "match", "sort"];
    expect([...types]).toEqual(expect.arrayContaining([...all, "number", "word", "read-aloud"]));
    const blocks = ["heading", "list", "table", "quote", "picture", "steps", "audio", "warning"];
    const more = ["tip", "practice", "dialogue", "vocabulary", "download"];
    expect([...types]).toEqual(expect.arrayContaining([...blocks, ...more]));
  },
);

test("the heads of the authors' guide are in order as they are written there", async () => {
  const [cover = "", head = ""] = await examplesOf("yaml");
  const body = lesson("Một.", questions(6)).slice(HEAD.length);
  const { problems } = await readCourse({
    "course.md": `${cover}\n${COVER.split("---\n").at(-1) ?? ""}`,
    "01-mot.md": head + body,
    ...(await mediaIn(cover)),
  });
  expect(problems).toEqual([]);
});

test("the sheets of the authors' guide are in order as they are written there", async () => {
  const sheets = (await examplesOf("text")).filter((text) => text.startsWith("---\n"));
  const [group = "", glossary = ""] = sheets;
  const rows = ["a", "b", "c", "d"].map((word) => `| ${word} | nghĩa |\n`).join("");
  const { problems } = await readCourse({ "nhom.md": group, "tu-kho.md": glossary + rows });
  expect(problems).toEqual([]);
});

test("the template that authors copy is a course in order", async () => {
  const { catalogue, problems } = await readCatalogue(resolve("content/template"));
  expect(problems).toEqual([]);
  expect(catalogue.map(({ id, lessons }) => [id, lessons.length])).toEqual([["ma-khoa-hoc", 5]]);
});
