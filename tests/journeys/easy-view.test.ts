import { resolve } from "node:path";

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Catalogue } from "#app/domain/content/index.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";
import { giveCookies, openBrowser, phone } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";

import { ask, get } from "./http.ts";
import { linksOf } from "./learner-pages.ts";
import { beginnerOf, databaseIn, enter, query } from "./sample-people.ts";
import { expectAccessible, expectNoSideways, press } from "./visitor.ts";

/** As much as somebody who reads slowly takes in at a glance: titles, one screen, the four places. */
const MOST_WORDS = 190;

const { origin } = product;
const database = databaseIn(product.dataFolder);

let browser: Browser;
let catalogue: Catalogue;
let card: string;
let cookie: string;

beforeAll(async () => {
  browser = await openBrowser();
  ({ catalogue } = await readCatalogue(resolve("content/courses")));
  const her = await beginnerOf(database);
  ({ card } = her);
  await setEasyView(true);
  cookie = await enter(database, her);
});
afterAll(async () => {
  // Other journeys read the usual view of hers.
  await setEasyView(false);
  await browser.close();
});

function setEasyView(on: boolean) {
  return query(database, `UPDATE account SET easy_view = ${on} WHERE card_code = '${card}'`);
}

async function herPhone(scripts: boolean): Promise<Page> {
  const context: BrowserContext = await phone(browser, scripts);
  await giveCookies(context, cookie, origin);
  return context.newPage();
}

test("in the easy view what was begun is two taps from the front page, and every lesson three", async () => {
  const home = await pathsOn("/");
  expect(home).toContain("/hoc");
  expect(home).toContain(`/hoc/${catalogue[0]?.id}`);
  const everything = await pathsOn("/hoc");
  for (const course of catalogue) {
    expect(everything).toContain(`/hoc/${course.id}`);
    const lessons = await pathsOn(`/hoc/${course.id}`);
    for (const { id } of [...course.lessons, course.final]) {
      expect(lessons).toContain(`/hoc/${course.id}/${id}`);
    }
  }
});

test("she goes from picture to picture through a lesson to its questions without a script", async () => {
  const page = await herPhone(false);
  const [course] = catalogue;
  const [lesson] = course?.lessons ?? [];
  await page.goto(origin);
  await press(page, page.getByRole("link", { name: course?.title ?? "" }));
  await press(page, page.getByRole("link", { name: lesson?.title ?? "" }));
  for (let turn = 0; turn < 40; turn++) {
    await expectNoSideways(page);
    await expectFewWords(page);
    const next = page.getByRole("link", { name: "Tiếp", exact: true });
    if ((await next.count()) === 0) break;
    await press(page, next);
  }
  await press(page, page.getByRole("link", { name: "Trả lời" }));
  const choices = page.locator(".choice");
  for (const choice of await choices.all()) {
    expect((await choice.boundingBox())?.height).toBeGreaterThanOrEqual(64);
  }
  await page.context().close();
});

test("on each screen of the easy view there are few words, none of them lost, and no barrier", async () => {
  const page = await herPhone(true);
  const [course] = catalogue;
  const [lesson] = course?.lessons ?? [];
  const path = `/hoc/${course?.id}/${lesson?.id}`;
  for (const each of ["/", "/hoc", `/hoc/${course?.id}`, path, `${path}?phan=2`]) {
    await page.goto(origin + each);
    await expectAccessible(page);
    await expectNoSideways(page);
    if (each !== "/hoc") await expectFewWords(page);
  }
  await press(page, page.getByRole("link", { name: "Xem cả bài" }));
  const all = await page.locator("main").innerText();
  expect(all).toContain(lesson?.goal);
  expect(await page.locator("main h2").count()).toBeGreaterThan(1);
  await page.context().close();
});

async function expectFewWords(page: Page): Promise<void> {
  const text = await page.locator("body").innerText();
  const count = text.split(/\s+/u).length;
  expect(count, `${page.url()}: ${text}`).toBeLessThanOrEqual(MOST_WORDS);
}

async function pathsOn(path: string): Promise<readonly string[]> {
  const answer = await ask(origin, get(path, cookie));
  if (typeof answer === "string") throw new Error(answer);
  return linksOf(answer.body.toString(), path);
}
