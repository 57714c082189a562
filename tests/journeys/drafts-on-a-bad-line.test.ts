import { resolve } from "node:path";

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Course } from "#app/domain/content/index.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";
import { giveCookies, openBrowser, phone } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";

import { type BadLine, openBadLine } from "./bad-line.ts";
import { beginnerOf, databaseIn, enter as enterAs } from "./sample-people.ts";
import { press } from "./visitor.ts";

const databaseUrl = databaseIn(product.dataFolder);

let browser: Browser;
let line: BadLine;
let course: Course;

beforeAll(async () => {
  browser = await openBrowser();
  line = await openBadLine(product.origin);
  const { catalogue } = await readCatalogue(resolve("content/courses"));
  const found = catalogue.find(({ id }) => id === "nhan-tien-bang-ma-qr");
  if (found === undefined) throw new Error("no course");
  course = found;
});
beforeEach(() => line.put(null));
afterAll(async () => {
  await browser.close();
  await line.close();
});

test("what she was writing is there again when the signal or her session is back", async () => {
  const writer = await beginnerOf(databaseUrl);
  const context = await phone(browser, true);
  const page = await context.newPage();
  const comeIn = async () => giveCookies(context, await enterAs(databaseUrl, writer), line.origin);
  await comeIn();
  await page.goto(`${line.origin}/hoc`);
  await page.evaluate("navigator.serviceWorker.ready");
  const title = "Dạy hàng xóm dùng máy tính bỏ túi";
  const write = async () => {
    await page.goto(`${line.origin}/so-hoc-tap/minh-chung/moi`);
    await page.locator("[name=title]").fill(title);
    await page.locator("[name=description]").fill("Ba buổi tối, ở nhà bác Páo.");
    await page.locator("[name=indicators]").first().check();
  };
  const isThere = async () => {
    expect(await page.locator("[name=title]").inputValue()).toBe(title);
    expect(await page.locator("[name=description]").inputValue()).toContain("bác Páo");
    expect(await page.locator("[name=indicators]").first().isChecked()).toBe(true);
  };
  const send = () => press(page, page.locator("main form button").first());

  await write();
  line.put({ kind: "cut" });
  await send();
  expect(await page.locator("body").innerText()).toContain("Chưa có mạng");
  line.put(null);
  await press(page, page.getByRole("link", { name: "Thử lại" }));
  await isThere();

  // Her session ended while she wrote.
  await context.clearCookies();
  await send();
  expect(new URL(page.url()).pathname).toBe("/dang-nhap");
  await comeIn();
  await page.goto(`${line.origin}/so-hoc-tap/minh-chung/moi`);
  await isThere();
  await send();
  expect(page.url()).toContain("xong=da-them");
  await page.goto(`${line.origin}/so-hoc-tap/minh-chung/moi`);
  expect(await page.locator("[name=title]").inputValue()).toBe("");

  // A plan, her own words, and a quiz of a course that is not kept.
  for (const [path, fill, read] of DRAFTS(course)) {
    await page.goto(`${line.origin}${path}`);
    expect(new URL(page.url()).pathname).toBe(path);
    await page.evaluate(fill);
    await page.evaluate("document.querySelector('form[data-draft-of]').noValidate = true");
    line.put({ kind: "says", status: 522 });
    await page.locator("main form[data-draft-of] button").first().click();
    await page.getByText("Chưa có mạng").first().waitFor();
    line.put(null);
    await page.goto(`${line.origin}${path}`);
    expect(await page.evaluate(read), path).toBe(true);
  }
  await context.close();
});

const set = (selector: string, value: string) =>
  `{ const field = document.querySelector(${JSON.stringify(selector)}); field.closest("details")?.setAttribute("open", ""); field.${value}; field.dispatchEvent(new Event("input", { bubbles: true })); }`;
const is = (selector: string, expression: string) =>
  `document.querySelector(${JSON.stringify(selector)}).${expression}`;

function DRAFTS({ id, lessons }: Course): readonly (readonly [string, string, string])[] {
  const choice = `[name^="answer."][type=radio]:not([value="0"])`;
  return [
    [
      "/ke-hoach",
      set("[name=de-lam-gi]", "value = 'Để bán hàng'"),
      is("[name=de-lam-gi]", "value === 'Để bán hàng'"),
    ],
    [
      "/tu-danh-gia/2",
      set("[name=words]", "value = 'Tôi học mỗi tối'"),
      is("[name=words]", "value === 'Tôi học mỗi tối'"),
    ],
    [`/hoc/${id}/${lessons[1]?.id}/cau-hoi`, set(choice, "checked = true"), is(choice, "checked")],
  ];
}
