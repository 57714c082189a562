import { resolve } from "node:path";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Catalogue, Lesson, Question } from "#app/domain/content/index.ts";
import { judge } from "#app/domain/content/index.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";

import {
  answerQuiz,
  clearOfBar,
  expectAccessible,
  expectNoSideways,
  press,
  visit,
} from "./visitor.ts";

const { origin } = product;
const her = product.official;

let browser: Browser;
let catalogue: Catalogue;

beforeAll(async () => {
  browser = await openBrowser();
  ({ catalogue } = await readCatalogue(resolve("content/courses")));
});
afterAll(() => browser.close());

/** A lesson by its place in a course, or the final test. */
function lessonOf(courseId: string, place: number | "final"): Lesson & { readonly path: string } {
  const course = catalogue.find(({ id }) => id === courseId);
  const lesson = place === "final" ? course?.final : course?.lessons[place];
  if (lesson === undefined) throw new Error(`no lesson ${place} in ${courseId}`);
  return { ...lesson, path: `${origin}/hoc/${courseId}/${lesson.id}` };
}

/** Answers the questions of the page, wrongly where that can be done by tapping. */
async function answerWrongly(page: Page, questions: readonly Question[]): Promise<void> {
  for (const question of questions) {
    const fields = page.locator(`[name="answer.${question.id}"]`);
    if ((await fields.count()) === 0) continue;
    const kind = await fields.first().evaluate((field: HTMLInputElement) => field.type);
    if (kind === "text") {
      await fields.first().fill("không biết");
      continue;
    }
    if (kind === "select-one") {
      for (const field of await fields.all()) await field.selectOption({ value: "0" });
      continue;
    }
    const wrong = ["0", "1", "again"].find((place) => !judge(question, [place]).correct) ?? "0";
    const choice = page.locator(`[name="answer.${question.id}"][value="${wrong}"]`);
    await clearOfBar(choice);
    await choice.check();
  }
}

/** Whether the page shows an answer to a question: chosen, or typed. */
async function answered(page: Page, questionId: string): Promise<boolean> {
  const fields = page.locator(`[name="answer.${questionId}"]`);
  if ((await fields.first().getAttribute("type")) === "text") {
    return (await fields.first().inputValue()) !== "";
  }
  return (await page.locator(`[name="answer.${questionId}"]:checked`).count()) > 0;
}

const main = (page: Page) => page.locator("main").innerText();

test("a quiz that was begun goes on after signing out, on another phone, and after the session ended", async () => {
  const lesson = lessonOf("nhan-tien-bang-ma-qr", 0);
  const [first] = lesson.questions;
  const one = await visit(browser, origin, her, false);
  await one.page.goto(`${lesson.path}/cau-hoi`);
  await one.page.locator(`[name="answer.${first?.id}"][value="1"]`).check();
  await press(one.page, one.page.getByRole("button", { name: "Lưu lại, làm tiếp sau" }));
  const all = lesson.questions.length;
  expect(await main(one.page)).toContain(`Làm tiếp (đã trả lời 1 trên ${all} câu)`);
  await one.page.goto(`${origin}/tai-khoan`);
  await press(one.page, one.page.getByRole("button", { name: "Đăng xuất" }).first());
  await one.close();

  const other = await visit(browser, origin, her, false);
  await other.page.goto(lesson.path);
  await press(other.page, other.page.getByRole("link", { name: "Làm tiếp" }));
  const kept = other.page.locator(`[name="answer.${first?.id}"][value="1"]`);
  expect(await kept.isChecked()).toBe(true);

  // The session ends while she answers.
  await other.page.context().clearCookies({ name: "phien" });
  await answerQuiz(other.page, lesson.questions);
  expect(other.page.url()).toContain("/dang-nhap?tiep=");
  await other.page.getByLabel(her.name).check();
  await other.page.getByLabel("Mã PIN (6 số)").fill(her.pin);
  await press(other.page, other.page.getByRole("button", { name: "Vào học" }));
  expect(other.page.url()).toBe(`${lesson.path}/cau-hoi`);
  for (const { id } of lesson.questions) expect(await answered(other.page, id)).toBe(true);
  await press(other.page, other.page.getByRole("button", { name: "Gửi câu trả lời" }));
  await other.page.waitForURL(/\/ket-qua\//u);
  await other.close();
});

test("handed in from two phones and once more by going back, it is one attempt", async () => {
  const lesson = lessonOf("nhan-tien-bang-ma-qr", 1);
  const one = await visit(browser, origin, her, false);
  const two = await visit(browser, origin, her, false);
  for (const { page } of [one, two]) await page.goto(`${lesson.path}/cau-hoi`);

  await answerQuiz(one.page, lesson.questions);
  const result = one.page.url();
  expect(result).toContain("/ket-qua/");
  // The other phone sends what it has: nothing was filled in there.
  await press(two.page, two.page.getByRole("button", { name: "Gửi câu trả lời" }));
  expect(two.page.url()).toBe(result);
  await one.page.goBack();
  await press(one.page, one.page.getByRole("button", { name: "Gửi câu trả lời" }));

  expect(await main(one.page)).toMatch(/chưa trả lời|Đúng/u);
  await one.page.goto(result);
  expect(await main(one.page)).toMatch(/Đúng (\d+) trên \1 câu/u);
  for (const { close } of [one, two]) await close();
});

test("one question a page: back, next, what is left, and what was skipped is told before it is judged", async () => {
  const lesson = lessonOf("tieng-anh-don-khach", 2);
  expect(lesson.quiz.layout).toBe("one");
  const { page, close } = await visit(browser, origin, her, false);
  const next = page.getByRole("button", { name: "Câu tiếp theo" });
  await page.goto(`${lesson.path}/cau-hoi`);
  expect(await main(page)).toContain(`Câu 1 trong ${lesson.questions.length} câu`);
  expect(await page.locator("fieldset").count()).toBe(1);

  // She skips the first, looks at it again, and skips it.
  await press(page, next);
  await press(page, page.getByRole("button", { name: "Câu trước" }));
  await press(page, next);
  await answerQuiz(page, lesson.questions);
  expect(await main(page)).toContain("Còn 1 câu chưa trả lời");
  await press(page, page.getByRole("link", { name: "Câu 1 chưa trả lời" }));
  expect(await main(page)).toContain("Còn 1 câu chưa trả lời.");
  await expectNoSideways(page);
  await answerQuiz(page, lesson.questions);

  expect(page.url()).toContain("/ket-qua/");
  expect(await main(page)).toMatch(/Đúng (\d+) trên \1 câu/u);
  await close();
});

test("the final test draws from its pool, keeps its answers back, and says when tries are used up", async () => {
  const lesson = lessonOf("nuoi-lon-an-toan", "final");
  const { page, close } = await visit(browser, origin, her, false);
  for (let number = 1; number <= 3; number += 1) {
    await page.goto(`${lesson.path}/cau-hoi`);
    expect(await page.locator("form > fieldset").count()).toBe(8);
    await answerWrongly(page, lesson.questions);
    await press(page, page.getByRole("button", { name: "Gửi câu trả lời" }));
    const told = await main(page);
    expect(told).toContain("Chưa đạt");
    expect(told).toContain("Vì sao");
    expect(told).not.toContain("Câu trả lời đúng");
    expect(told).toContain(number === 3 ? "Hôm nay đã làm hết lượt" : `còn ${3 - number} lần làm`);
  }
  expect(await page.getByRole("link", { name: "Làm lại" }).count()).toBe(0);
  await page.goto(`${lesson.path}/cau-hoi`);
  const told = await main(page);
  expect(told).toContain("Hôm nay đã làm hết lượt");
  expect(told).toContain("Từ ngày 23/11/2026 mình lại làm được");
  await expectNoSideways(page);
  await close();
});

test("a child reads and taps for her: every page says so, the portfolio does, and one tap ends it", async () => {
  const lesson = lessonOf("nhan-tien-bang-ma-qr", 2);
  const { page, close } = await visit(browser, origin, her, true);
  await page.goto(lesson.path);
  await press(page, page.getByRole("link", { name: "Có người học cùng?" }));
  await expectAccessible(page);
  await expectNoSideways(page);
  await press(page, page.getByRole("button", { name: "Con cháu" }));
  expect(page.url()).toBe(lesson.path);
  expect(await main(page)).toContain("Đang học cùng: con cháu");

  await press(page, page.getByRole("button", { name: "Mình đã làm việc này" }).first());
  expect(await main(page)).toContain("Mình đã làm việc này rồi");
  await expectAccessible(page);
  await page.goto(`${lesson.path}/cau-hoi`);
  expect(await main(page)).toContain("Đang học cùng: con cháu");
  await expectAccessible(page);
  await answerQuiz(page, lesson.questions);
  expect(await main(page)).toContain("Có con cháu học cùng");
  await page.goto(`${origin}/so-hoc-tap`);
  expect(await main(page)).toMatch(/Số bài có người học cùng\s*1/u);

  await page.goto(lesson.path);
  await press(page, page.getByRole("button", { name: "Học một mình" }));
  expect(await main(page)).not.toContain("Đang học cùng");
  await close();
});
