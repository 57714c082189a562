import { resolve } from "node:path";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { readCatalogue } from "#app/domain/content/index.server.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";
import { textOfPdf } from "#tests/setup/pdf.ts";

import { answerQuiz, expectAccessible, expectNoSideways, press, visit } from "./visitor.ts";

const { origin } = product;
const NEED = "lợn bị ốm";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("without script, a need leads to a course, a plan to a kept week, and that to indicator 2 and paper", async () => {
  const { catalogue } = await readCatalogue(resolve("content/courses"));
  const pigs = catalogue.find(({ needs }) => needs.includes(NEED));
  const guests = catalogue.find(({ subject }) => subject === "language");
  if (pigs === undefined || guests === undefined) throw new Error("the courses are not there");
  const { page, close } = await visit(browser, origin, product.attestor, false);
  const look = async () => expectNoSideways(page);

  await findByNeed(page, pigs.title, guests.title);
  await look();
  await sayWhatTheVillageNeeds(page);
  await look();
  await page.goto(origin);
  expect(await page.getByText(`Vì thôn mình đang cần: ${NEED}.`).count()).toBeGreaterThan(0);
  await makePlan(page, pigs.title);
  await look();
  await findInSpiteOfMistakes(page, pigs.title);
  await look();

  const [lesson] = pigs.lessons;
  if (lesson === undefined) throw new Error("the course has no lesson");
  await page.goto(`${origin}/hoc/${pigs.id}/${lesson.id}`);
  await press(page, page.getByRole("link", { name: /Làm câu hỏi/u }));
  await answerQuiz(page, lesson.questions);
  await page.goto(`${origin}/ke-hoach`);
  expect(await page.getByText("Tuần này mình đã học đủ.").count()).toBe(1);
  await look();

  await page.goto(`${origin}/so-hoc-tap`);
  expect(await page.getByText("giữ được 1 trong 1 tuần đã định").count()).toBeGreaterThan(0);
  const answer = await page.request.get(`${origin}/ke-hoach.pdf`);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const paper = (await textOfPdf(new Uint8Array(await answer.body()))).replaceAll(/\s+/gu, " ");
  expect(paper).toContain("Mỗi tuần 1 bài");
  expect(paper).toContain("để lợn khỏe");
  await close();
});

async function findByNeed(page: Page, fitting: string, other: string): Promise<void> {
  await page.goto(`${origin}/hoc`);
  await press(page, page.getByRole("link", { name: new RegExp(`^${NEED}`, "u") }));
  expect(await page.getByRole("link", { name: fitting }).count()).toBe(1);
  expect(await page.getByRole("link", { name: other }).count()).toBe(0);
  // What fits nothing says how to go on.
  await page.goto(`${page.url()}&mon=ngoai-ngu`);
  await press(page, page.getByRole("main").getByRole("link", { name: /^Bỏ “Việc cần”/u }));
  expect(await page.getByRole("link", { name: other }).count()).toBe(1);
}

async function findInSpiteOfMistakes(page: Page, title: string): Promise<void> {
  await page.goto(`${origin}/hoc`);
  await page.getByLabel("Mình muốn học gì?").fill("lonw bij oms");
  await press(page, page.getByRole("button", { name: "Tìm" }));
  expect(await page.getByText("Có phải bà con tìm:").count()).toBe(1);
  await press(page, page.getByRole("paragraph").getByRole("link", { name: NEED }));
  await press(page, page.getByRole("main").getByRole("link", { name: title }).first());
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(title);
}

async function sayWhatTheVillageNeeds(page: Page): Promise<void> {
  await page.goto(`${origin}/xac-nhan/nhu-cau`);
  for (const box of await page.getByRole("checkbox", { checked: true }).all()) await box.uncheck();
  await page.getByLabel(NEED, { exact: true }).check();
  await press(page, page.getByRole("button", { name: "Ghi nhu cầu của thôn" }));
  expect(await page.getByText("Đã ghi nhu cầu học của").count()).toBe(1);
}

async function makePlan(page: Page, course: string): Promise<void> {
  await press(page, page.getByRole("link", { name: "Lập kế hoạch học" }));
  await page.getByLabel("Mỗi tuần học mấy bài?").selectOption("1");
  await page.getByLabel("Chủ nhật").check();
  await page.getByLabel(course).check();
  await page.getByLabel("Mình học để làm gì?").fill("để lợn khỏe");
  await page.getByLabel("Nghỉ từ ngày").fill("20/12/2026");
  await page.getByLabel("Đến hết ngày").fill("10/12/2026");
  await press(page, page.getByRole("button", { name: "Ghi kế hoạch" }));
  expect(await page.getByRole("alert").innerText()).toContain("Ngày hết nghỉ phải sau");
  // What was typed is still there.
  expect(await page.getByLabel("Mình học để làm gì?").inputValue()).toBe("để lợn khỏe");
  expect(await page.getByLabel("Chủ nhật").isChecked()).toBe(true);
  await page.getByLabel("Đến hết ngày").fill("27/12/2026");
  await press(page, page.getByRole("button", { name: "Ghi kế hoạch" }));
  expect(await page.getByText("Đã ghi kế hoạch.").count()).toBe(1);
}

test("the ways to a course and a plan are open to everybody who reads by ear or keyboard", async () => {
  const { page, close } = await visit(browser, origin, product.attestor, true);
  const openAll = `document.querySelectorAll("details").forEach((each) => { each.open = true; })`;
  for (const path of [
    "/",
    "/hoc",
    "/hoc?can=lon-bi-om&mang=khong-can",
    "/hoc?can=lon-bi-om&mon=ngoai-ngu",
    "/hoc?tim=lonw+bij+oms",
    "/hoc?tim=khong+co+gi+nhu+the",
    "/hoc?tim=xyzzy",
    "/ke-hoach",
    "/xac-nhan/nhu-cau",
  ]) {
    await page.goto(origin + path);
    await page.evaluate(openAll);
    await expectNoSideways(page);
    await expectAccessible(page);
  }
  await close();
  const desk = await visit(browser, origin, product.official, true);
  await desk.page.goto(`${origin}/ban-xet/nhu-cau`);
  await desk.page.evaluate(openAll);
  await expectAccessible(desk.page);
  await desk.close();
});
