import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { type Product, startForAuthors } from "#tests/setup/start-product.ts";

/** What a change of the courses needs around it; an author's changes are made in a copy. */
const COPIED = [
  "app",
  "content",
  "package.json",
  "prisma",
  "prisma.config.ts",
  "remix.config.js",
  "tsconfig.json",
  "vite.config.ts",
];
const LESSON = "content/courses/lam-giay-to/01-hoi-truoc-khi-di.md";
const COURSE = "/hoc/lam-giay-to";
const AWHILE = { timeout: 20_000, interval: 200 };

let folder: string;
let product: Pick<Product, "origin" | "stop">;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nep-hoc-soan-"));
  await Promise.all(COPIED.map((name) => cp(name, join(folder, name), { recursive: true })));
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
  product = await startForAuthors(folder);
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
});

async function read(path: string): Promise<string> {
  const answer = await fetch(product.origin + path);
  return `${answer.status} ${await answer.text()}`;
}

function wordsOf(html: string): string {
  return html.replaceAll(/<[^>]*>/gu, "");
}

test("what an author saves shows on the next page, and what is wrong with it by file and line", async () => {
  expect(await read(COURSE)).toMatch(/^200 [^]*Hỏi trước khi đi/u);
  const lesson = join(folder, LESSON);
  const before = await readFile(lesson, "utf8");

  await writeFile(lesson, before.replace(/^title: .*$/mu, "title: Hỏi kỹ rồi hãy đi"));
  await expect.poll(() => read(COURSE), AWHILE).toMatch(/^200 [^]*Hỏi kỹ rồi hãy đi/u);

  const lines = (await readFile(lesson, "utf8")).split("\n").length;
  await appendFile(lesson, "\nSau câu hỏi còn một đoạn.\n");
  const told = `lam-giay-to/01-hoi-truoc-khi-di.md:${lines + 1}`;
  await expect.poll(async () => wordsOf(await read("/soan-bai")), AWHILE).toContain(told);
  expect(await read(COURSE)).toMatch(/^404 /u);

  await writeFile(lesson, before);
  await expect.poll(() => read(COURSE), AWHILE).toMatch(/^200 [^]*Hỏi trước khi đi/u);
});
