import { resolve } from "node:path";

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Catalogue } from "#app/domain/content/index.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";
import { giveCookies, openBrowser, phone } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";

import { vietnameseByNature, vietnameseLeft, writtenByAuthors } from "./in-english.ts";
import { communeOf, databaseIn, enter, samplePeople } from "./sample-people.ts";
import { answerQuiz, expectAccessible, expectNoSideways, press } from "./visitor.ts";

const { origin } = product;
const databaseUrl = databaseIn(product.dataFolder);

let browser: Browser;
let catalogue: Catalogue;
let known: Parameters<typeof vietnameseLeft>[1];
/** Of a commune that no other journey learns in. */
let her: { readonly card: string; readonly fullName: string };

beforeAll(async () => {
  browser = await openBrowser();
  ({ catalogue } = await readCatalogue(resolve("content/courses")));
  const titles = catalogue.flatMap(({ title, lessons, final }) => [
    title,
    ...[...lessons, final].map((lesson) => lesson.title),
  ]);
  known = {
    names: [...titles, ...(await vietnameseByNature(databaseUrl))],
    authors: writtenByAuthors(),
  };
  const people = await samplePeople(databaseUrl);
  const home = communeOf(people, product.official);
  const found = people.find(
    ({ communeId, role, state }) => communeId !== home && role === null && state === "draft",
  );
  if (found === undefined) throw new Error("the sample has nobody who is scoring herself");
  her = found;
});
afterAll(() => browser.close());

async function open(page: Page, path: string): Promise<void> {
  await page.goto(origin + path);
}

async function signInAs(context: BrowserContext, card: string): Promise<void> {
  await giveCookies(context, await enter(databaseUrl, { card }), origin);
}

async function expectEnglish(page: Page): Promise<void> {
  expect(await page.locator("html").getAttribute("lang"), page.url()).toBe("en");
  expect(await vietnameseLeft(page, known), page.url()).toEqual([]);
  await expectNoSideways(page);
}

test("without scripts a stranger presses English once, and from then on every page is in English", async () => {
  const context = await phone(browser, false);
  const page = await context.newPage();
  await open(page, "/hoc?tim=tien");
  expect(await page.locator("html").getAttribute("lang")).toBe("vi");

  await press(page, page.getByRole("button", { name: "English" }));

  expect(page.url()).toBe(`${origin}/hoc?tim=tien`);
  const [course] = catalogue;
  const pages = ["/hoc?tim=tien", "/hoc?tim=zzz", "/hoc", `/hoc/${course?.id}`, "/dang-nhap"];
  const others = ["/tim-xa", "/tim-xa?tim=Ban+Pho", "/kiem-tra", "/kiem-tra/7K3M9QXT2B4D8FHR"];
  for (const path of ["/", ...pages, ...others, "/cach-xem", "/khong-co-mang", "/khong-co-gi"]) {
    await open(page, path);
    await expectEnglish(page);
  }
  await open(page, "/dang-nhap");
  await page.getByLabel("Card code or phone number").fill("ABCD-2345");
  await page.getByLabel("PIN (6 digits)").fill("000000");
  await press(page, page.getByRole("button", { name: "Start learning" }));
  await expectEnglish(page);

  await press(page, page.getByRole("button", { name: "Tiếng Việt" }));

  expect(await page.locator("html").getAttribute("lang")).toBe("vi");
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Đăng nhập");
  await context.close();
});

test("without scripts a learner goes the whole way in English, and back to Vietnamese", async () => {
  const context = await phone(browser, false);
  await signInAs(context, her.card);
  const page = await context.newPage();
  await open(page, "/tai-khoan");
  await press(page, page.getByRole("button", { name: "English" }));
  expect(page.url()).toBe(`${origin}/tai-khoan#cach-xem`);
  await expectEnglish(page);

  await open(page, "/");
  await expectEnglish(page);
  const [course] = catalogue;
  const [lesson] = course?.lessons ?? [];
  if (course === undefined || lesson === undefined) throw new Error("no course");
  for (const path of ["/hoc", `/hoc/${course.id}`, `/hoc/${course.id}/${lesson.id}`]) {
    await open(page, path);
    await expectEnglish(page);
  }
  expect(await page.locator('main [lang="vi"]').count()).toBeGreaterThan(0);
  await press(page, page.getByRole("link", { name: /^Answer the questions/u }));
  await expectEnglish(page);
  await press(page, page.locator("main form button[value=gui]"));
  await expectEnglish(page);
  await answerQuiz(page, lesson.questions);
  await page.waitForURL(/\/ket-qua\//u);
  await expectEnglish(page);

  for (const path of [
    "/so-hoc-tap",
    "/so-hoc-tap/minh-chung/moi",
    "/tu-danh-gia",
    "/tu-danh-gia/4",
  ]) {
    await open(page, path);
    await expectEnglish(page);
  }
  await open(page, "/so-hoc-tap/minh-chung/moi");
  await page.locator("[name=title]").fill("ab");
  await page.locator("[name=happenedOn]").fill("01/01/2090");
  await press(page, page.locator("main form button").last());
  await expectEnglish(page);

  await open(page, "/tai-khoan");
  await press(page, page.getByRole("button", { name: "Tiếng Việt" }).first());
  expect(await page.locator("html").getAttribute("lang")).toBe("vi");
  await open(page, "/hoc");
  expect(await page.title()).toBe("Khóa học – Nếp Học");
  await context.close();
});

test("who holds an office may read the desk in English too", async () => {
  const desks = {
    attestor: ["/xac-nhan"],
    official: [
      "/ban-xet?trang-thai=tat-ca",
      "/ban-xet/quyet-dinh",
      "/ban-xet/so-dang-ky",
      "/ban-xet/nguoi-dan",
      "/ban-xet/nguoi-dan/moi",
      "/ban-xet/thon",
      "/ban-xet/ban-ghi",
      "/ban-xet/ban-ghi-xuat",
      "/ban-xet/ban-ghi/nhat-ky",
    ],
    officer: [
      "/tinh",
      "/tinh/ban-ghi",
      "/tinh/goi-hoc",
      "/tinh/kho-ghi",
      "/tinh/kho-ghi/moi",
      "/tinh/chuyen-tiep",
      "/tinh/chuyen-tiep/moi",
    ],
  } as const;
  const left: string[] = [];
  const look = async (page: Page) => {
    expect(await page.locator("html").getAttribute("lang"), page.url()).toBe("en");
    left.push(...(await vietnameseLeft(page, known)).map((text) => `${page.url()} ${text}`));
  };
  for (const who of ["attestor", "official", "officer"] as const) {
    const context = await phone(browser, false);
    await signInAs(context, product[who].card);
    await giveCookies(context, "ngon-ngu=en", origin);
    const page = await context.newPage();
    for (const path of desks[who]) {
      await open(page, path);
      await look(page);
      const file = page.locator('a[href^="/xac-nhan/"], a[href^="/ban-xet/ho-so/"]').first();
      if ((await file.count()) === 0) continue;
      await press(page, file);
      await look(page);
    }
    await context.close();
  }
  expect(left).toEqual([]);
});

test("her language goes with her account, and the phone's own comes back when she leaves", async () => {
  const context = await phone(browser, false);
  await signInAs(context, her.card);
  const page = await context.newPage();
  await open(page, "/cach-xem");
  await press(page, page.getByRole("button", { name: "English" }));
  const elsewhere = await phone(browser, false);
  await signInAs(elsewhere, her.card);
  const other = await elsewhere.newPage();
  await open(other, "/tai-khoan");
  expect(await other.locator("html").getAttribute("lang")).toBe("en");

  await press(other, other.getByRole("button", { name: "Sign out" }).last());
  await open(other, "/");
  expect(await other.locator("html").getAttribute("lang")).toBe("vi");

  await open(page, "/cach-xem");
  await press(page, page.getByRole("button", { name: "Tiếng Việt" }).first());
  for (const one of [context, elsewhere]) await one.close();
});

test("data saving and the easy view are turned on and off by one button each, and stay so", async () => {
  const context = await phone(browser, false);
  const page = await context.newPage();
  await open(page, "/cach-xem");
  for (const name of [/^Bật.*Tiết kiệm dữ liệu$/u, /^Bật.*Dễ xem/u]) {
    await press(page, page.getByRole("button", { name }));
  }
  expect(await page.locator("main").innerText()).not.toContain("Đang tắt");
  await press(page, page.getByRole("button", { name: /^Tắt.*Tiết kiệm dữ liệu$/u }));

  await open(page, "/cach-xem");

  expect(await page.getByText("Đang tắt").count()).toBe(1);
  expect(await page.getByText("Đang bật").count()).toBe(1);
  await context.close();
});

test("the settings can be read and worked by everybody, in both languages", async () => {
  const context = await phone(browser, true);
  const page = await context.newPage();
  for (const name of ["English", "Tiếng Việt"]) {
    await open(page, "/cach-xem");
    await press(page, page.locator("main").getByRole("button", { name }));
    await expectAccessible(page);
    await open(page, "/hoc");
    await expectAccessible(page);
  }
  await context.close();
});
