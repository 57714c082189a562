import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Course, Question } from "#app/domain/content/index.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";
import { openBrowser, phone } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";
import type { SignIn } from "#tests/setup/product.ts";

import { type Line, openLine } from "./cut-line.ts";
import { databaseIn, query } from "./sample-people.ts";
import { answerQuiz, press } from "./visitor.ts";

const databaseUrl = databaseIn(product.dataFolder);
/** Two who share a phone; no other journey counts what they learn. */
const her: SignIn = product.attestor;
const neighbour: SignIn = product.official;

let browser: Browser;
let line: Line;
let origin: string;
let course: Course;

beforeAll(async () => {
  browser = await openBrowser();
  line = await openLine(product.origin);
  origin = line.origin;
  const { catalogue } = await readCatalogue(resolve("content/courses"));
  const english = catalogue.find(({ id }) => id === "tieng-anh-don-khach");
  if (english === undefined) throw new Error("no course");
  course = english;
});
beforeEach(() => line.mend());
afterAll(async () => {
  await browser.close();
  await line.close();
});

async function enter(page: Page, who: SignIn): Promise<void> {
  await page.goto(`${origin}/dang-nhap?khac=1`);
  await page.getByLabel("Mã thẻ hoặc số điện thoại").fill(who.card);
  await page.getByLabel("Mã PIN (6 số)").fill(who.pin);
  await press(page, page.getByRole("button", { name: "Vào học" }));
}

async function enterByFace(page: Page, who: SignIn): Promise<void> {
  await page.goto(`${origin}/dang-nhap`);
  await page.getByLabel(who.name).check();
  await page.getByLabel("Mã PIN (6 số)").fill(who.pin);
  await press(page, page.getByRole("button", { name: "Vào học" }));
}

async function handOn(page: Page): Promise<void> {
  await page.evaluate(() => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = "/dang-xuat";
    form.innerHTML = '<input name="doi" value="1">';
    document.body.append(form);
    setTimeout(() => form.submit());
  });
  await page.waitForURL((url) => url.pathname === "/dang-nhap");
}

async function keepCourse(page: Page): Promise<void> {
  await page.goto(`${origin}/hoc/${course.id}`);
  await page.getByRole("button", { name: "Tải về học không cần mạng" }).click();
  await page.getByText("Khóa này đã cất trên máy").waitFor();
}

/** Sits under every quiz of the course, and the final test, as one who knows the answers. */
async function learnAll(page: Page): Promise<void> {
  for (const lesson of course.lessons) {
    await page.goto(`${origin}/hoc/${course.id}/${lesson.id}`);
    expect(await page.locator("h1").innerText()).toContain(lesson.title);
    await page.goto(`${origin}/hoc/${course.id}/${lesson.id}/cau-hoi`);
    await answerQuiz(page, lesson.questions);
    expect(await page.locator("h1").innerText(), lesson.id).toContain("Đạt rồi");
  }
  await page.goto(`${origin}/hoc/${course.id}/final/cau-hoi`);
  await answerQuiz(page, await questionsOn(page, course.final.questions));
  expect(await page.locator("h1").innerText()).toContain("chờ gửi");
}

async function questionsOn(page: Page, pool: readonly Question[]): Promise<readonly Question[]> {
  const html = await page.content();
  return pool.filter(({ id }) => html.includes(`name="answer.${id}"`));
}

async function completedOf(who: SignIn): Promise<readonly unknown[]> {
  return query(
    databaseUrl,
    `SELECT p.course_id FROM course_progress p JOIN account a ON a.person_id = p.person_id
     WHERE a.card_code = '${who.card.replace("-", "")}' AND p.course_id = '${course.id}'
       AND p.completed_at IS NOT NULL`,
  );
}

async function sendAll(page: Page): Promise<void> {
  await page.goto(`${origin}/tren-may`);
  const send = page.getByRole("button", { name: "Gửi ngay" });
  if (await send.isVisible()) await press(page, send);
  await expect
    .poll(
      async () => {
        await page.goto(`${origin}/tren-may`);
        return page.locator("main").innerText();
      },
      { timeout: 90_000, interval: 2000 },
    )
    .toContain("Không còn gì chờ gửi");
}

/** How many quizzes of a lesson that she took without signal were counted. */
async function lateAttempts(who: SignIn, lessonId: string): Promise<number> {
  const rows = await query(
    databaseUrl,
    `SELECT t.id FROM attempt t JOIN account a ON a.person_id = t.person_id
     WHERE a.card_code = '${who.card.replace("-", "")}' AND t.lesson_id = '${lessonId}'
       AND t.course_id = '${course.id}' AND t.received_at IS NOT NULL`,
  );
  return rows.length;
}

/** The browser's own way to be offline does not reach its workers, so the line is cut as well. */
async function offline(context: BrowserContext, off: boolean): Promise<void> {
  if (off) line.cut();
  else line.mend();
  await context.setOffline(off);
}

test("two people share a phone in airplane mode: the whole course with every quiz, and all of it arrives", async () => {
  const context = await phone(browser, true);
  const page = await context.newPage();
  await enter(page, her);
  await keepCourse(page);
  await page.getByLabel("Mã PIN của mình").fill(her.pin);
  await page.getByLabel("Mã PIN của mình").press("Enter");
  await page.getByText("Đã khóa bằng mã PIN").waitFor();
  await handOn(page);
  await enter(page, neighbour);
  await page.goto(`${origin}/hoc/${course.id}`);
  await page.getByText("Khóa này đã cất trên máy").waitFor();

  await offline(context, true);
  await learnAll(page);
  await handOn(page);
  await page.getByLabel(her.name).check();
  await page.getByLabel("Mã PIN (6 số)").fill("246802");
  await press(page, page.getByRole("button", { name: "Vào học" }));
  expect(await page.locator("body").innerText()).toContain("Mã PIN chưa đúng");
  await enterByFace(page, her);
  await learnAll(page);

  await page.goto(`${origin}/tren-may`);
  const told = await page.locator("main").innerText();
  expect(told).toMatch(new RegExp(`\\d+ việc học của ${her.name} đang chờ gửi`, "u"));
  expect(told).toMatch(new RegExp(`\\d+ việc học của ${neighbour.name} đang chờ gửi`, "u"));
  expect(await completedOf(her)).toEqual([]);

  await offline(context, false);
  await sendAll(page);
  expect(await completedOf(her)).toHaveLength(1);
  expect(await completedOf(neighbour)).toHaveLength(1);
  await context.close();
});

test("signing out clears what is hers but the sealed queue, which another phone brings to the server", async () => {
  const context = await phone(browser, true);
  const page = await context.newPage();
  const learner = product.officer;
  const [lesson] = course.lessons;
  const before = await lateAttempts(learner, lesson?.id ?? "");
  await enter(page, learner);
  await keepCourse(page);
  await offline(context, true);
  await page.goto(`${origin}/hoc/${course.id}/${lesson?.id}/cau-hoi`);
  await answerQuiz(page, lesson?.questions ?? []);
  await page.goto(`${origin}/tren-may`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Tải đáp án" }).click(),
  ]);
  const carried = await readFile(await download.path(), "utf8");
  expect(carried).not.toContain(lesson?.id);
  await page.goto(`${origin}/tren-may/ma-qr`);
  expect(await page.locator("main svg[role=img]").count()).toBe(1);

  // Signed out, the phone holds nothing of hers that anybody could read.
  await page.evaluate(
    "document.querySelector('main').innerHTML = '<form method=post action=/dang-xuat><button>x</button></form>'",
  );
  await press(page, page.locator("main form button"));
  await page.goto(`${origin}/hoc/${course.id}/${lesson?.id}`);
  expect(new URL(page.url()).pathname).toBe("/dang-nhap");
  await page.goto(`${origin}/tren-may`);
  expect(await page.locator("main").innerText()).toContain(`việc học của ${learner.name}`);

  const stranger = await phone(browser, false);
  const other = await stranger.newPage();
  await other.goto(`${product.origin}/nhan-bai`);
  await other.locator("input[type=file]").setInputFiles({
    name: "bai-lam-chua-gui.nephoc",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(carried),
  });
  await press(other, other.getByRole("button", { name: "Gửi tệp này" }));
  expect(await other.locator("main").innerText()).toMatch(/\d+ việc đã ghi vào sổ/u);
  await stranger.close();

  // The phone sends the same once more when it is back: nothing counts twice.
  await offline(context, false);
  await sendAll(page);
  expect(await lateAttempts(learner, lesson?.id ?? "")).toBe(before + 1);
  await context.close();
});
