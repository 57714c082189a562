import { resolve } from "node:path";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { lessonOf, rightResponse } from "#app/domain/content/index.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { type EveryBlock, readEveryBlock } from "#tests/setup/every-block.ts";
import { product } from "#tests/setup/journey-product.ts";

import { type BlockPages, serveBlocks } from "./block-pages.tsx";
import { answer, answerQuiz, expectAccessible, press, visit } from "./visitor.ts";

const { origin } = product;
const NARROW = { width: 320, height: 640 };

let browser: Browser;
let every: EveryBlock;
let pages: BlockPages;

beforeAll(async () => {
  browser = await openBrowser();
  every = await readEveryBlock();
  const front = await (await fetch(origin)).text();
  const style = /href="(?<path>\/assets\/[^"]+\.css)"/u.exec(front)?.groups?.["path"] ?? "";
  pages = await serveBlocks(every, await (await fetch(origin + style)).text());
});
afterAll(async () => {
  await pages.stop();
  await browser.close();
});

async function open(path: string, scripts: boolean, use: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: NARROW, javaScriptEnabled: scripts });
  const page = await context.newPage();
  pages.asked.length = 0;
  await page.goto(pages.origin + path);
  await page.waitForLoadState("networkidle");
  await use(page);
  await context.close();
}

test("every kind of question is answered by a form without a script, and judged", async () => {
  await open("/", false, async (page) => {
    for (const question of every.lesson.questions) {
      await answer(page, question, rightResponse(question));
    }
    await press(page, page.getByRole("button", { name: "Gửi" }));
    expect(await page.locator(".is-right").count()).toBe(every.lesson.questions.length);
    expect(await page.getByText("hello – xin chào; goodbye – tạm biệt").count()).toBe(1);
  });
});

test("every kind of question is answered by the keyboard alone", async () => {
  await open("/", false, async (page) => {
    const [order] = every.lesson.questions.filter(({ type }) => type === "order");
    if (order === undefined) throw new Error("no question to order");
    for (const [at, place] of rightResponse(order).entries()) {
      await page.locator(`[name="answer.${order.id}"]`).nth(at).focus();
      await page.keyboard.type(String(Number(place) + 1));
    }
    await page.locator('[name="answer.doc"]').first().focus();
    await page.keyboard.press("Space");
    await press(page, page.getByRole("button", { name: "Gửi" }));
    expect(await page.locator(".is-right").count()).toBe(2);
  });
});

test("a lesson with every kind of block is in order for readers of all kinds, 320 px wide", async () => {
  for (const path of ["/", "/it"]) {
    await open(path, true, async (page) => {
      await expectAccessible(page);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(NARROW.width);
    });
  }
});

test("a recording is fetched when it is played and not before", async () => {
  await open("/", false, async (page) => {
    expect(pages.asked.filter((path) => /mp3|opus|pdf/u.test(path))).toEqual([]);
    expect(await page.locator("audio").count()).toBe(7);
    expect(await page.locator("audio:not([preload=none])").count()).toBe(0);
    expect(await page.getByText("Nghe tiếng Mông · 0:02 · 1 kB").count()).toBe(1);
  });
});

test("who saves data gets a picture when she taps its words, with script or without", async () => {
  for (const scripts of [true, false]) {
    await open("/it", scripts, async (page) => {
      expect(pages.asked).toEqual([]);
      const picture = page.locator(".peek").first();
      expect(await picture.locator("summary").textContent()).toContain("Khách giơ điện thoại");
      await picture.locator("summary").click();
      await expect.poll(() => pages.asked).toEqual(["media/hinh.svg"]);
      const box = await page.getByRole("img", { name: "Khách giơ điện thoại" }).boundingBox();
      expect(box?.height).toBeGreaterThan(100);
    });
  }
});

test("a photograph is fetched in the size of the screen", async () => {
  const [photo] = every.lesson.blocks.flatMap((block) =>
    block.type === "steps" ? block.items.flat().filter(({ type }) => type === "picture") : [],
  );
  expect(photo).toMatchObject({ width: 640, small: { width: 320 } });
  await open("/", true, async (page) => {
    const image = page.locator(".steps img");
    await image.scrollIntoViewIfNeeded();
    await expect
      .poll(() => image.evaluate((found: HTMLImageElement) => found.currentSrc))
      .toContain("w=320");
  });
});

test("steps put in order are judged in a lesson of the house, without a script", async () => {
  const { catalogue } = await readCatalogue(resolve("content/courses"));
  const course = catalogue.find(({ id }) => id === "nhan-tien-bang-ma-qr");
  const lesson = course === undefined ? undefined : lessonOf(course, "nhan-tien-va-kiem-tra");
  if (lesson === undefined) throw new Error("no such lesson");
  const { page, close } = await visit(browser, origin, product.attestor, false);
  await page.goto(`${origin}/hoc/nhan-tien-bang-ma-qr/${lesson.id}/cau-hoi`);
  await answerQuiz(page, lesson.questions);
  expect(page.url()).toContain("/ket-qua/");
  expect(await page.locator(".is-right").count()).toBe(lesson.questions.length);
  expect(await page.getByText("1. Nói giá cho khách; 2. Khách quét mã của mình").count()).toBe(1);
  await close();
});
