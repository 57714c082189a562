import { expect, test } from "vitest";

import { type Block, plainText } from "#app/domain/content/index.ts";

import { lesson, readCourse } from "./course-folder.ts";

/** Blocks of a first lesson that is in order. */
async function blocksOf(text: string): Promise<readonly Block[]> {
  const { catalogue, problems } = await readCourse({ "01-mot.md": text });
  expect(problems).toEqual([]);
  return catalogue[0]?.lessons[0]?.blocks ?? [];
}

test("words amid Vietnamese are marked as of their language", async () => {
  const blocks = await blocksOf(lesson("Nói :en[**Hello!**] rồi cười."));
  const hello = { type: "strong", children: [{ type: "text", text: "Hello!" }] };
  const marked = { type: "foreign", lang: "en", children: [hello] };
  expect(blocks[0]).toMatchObject({ children: [{ type: "text" }, marked, { type: "text" }] });
  expect(plainText(blocks.slice(0, 1))).toBe("Nói Hello! rồi cười.");
});

test("so are those in the line that recalls the lesson before", async () => {
  const recalling = lesson("Một.").replace("\n---\n", "\nrecall: mình nói :en[Hello!]\n---\n");
  const blocks = await blocksOf(recalling);
  expect(JSON.stringify(blocks[0])).toContain('"type":"foreign","lang":"en"');
  expect(plainText(blocks.slice(0, 1))).toBe("Bài trước: mình nói Hello!");
});
