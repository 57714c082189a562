import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openBrowser } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";

import { clearOfBar, expectAccessible, visit } from "./visitor.ts";

const { origin } = product;
const COURSE = "nhan-tien-bang-ma-qr";
const PICTURE = `${origin}/khoa-hoc/${COURSE}/media/quet-ma.svg`;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The address by which a lesson asks for its first picture. */
async function firstPicture(): Promise<string> {
  const { page, close } = await visit(browser, origin, product.official, false);
  await page.goto(`${origin}/hoc/${COURSE}/ma-qr-la-gi`);
  const source = await page.locator("main img").first().getAttribute("src");
  await close();
  return origin + (source ?? "");
}

test("a picture that a lesson names may be kept for good, one by its bare name may not", async () => {
  const named = await fetch(await firstPicture());
  expect(named.status).toBe(200);
  expect(named.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(named.headers.get("content-type")).toBe("image/svg+xml");
  expect(named.headers.get("x-content-type-options")).toBe("nosniff");
  const bare = await fetch(PICTURE);
  expect(bare.headers.get("cache-control")).not.toContain("immutable");
  expect((await fetch(`${PICTURE}?v=0000000000`)).headers.get("cache-control")).not.toContain(
    "immutable",
  );
});

test("a player gets the part of a file that it asks for", async () => {
  const whole = Buffer.from(await (await fetch(PICTURE)).arrayBuffer());
  const part = async (range: string) => {
    const answer = await fetch(PICTURE, { headers: { range, "accept-encoding": "identity" } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return [answer.status, answer.headers.get("content-range"), bytes.toString()];
  };
  const size = whole.length;
  expect(await part("bytes=2-5")).toEqual([
    206,
    `bytes 2-5/${size}`,
    whole.subarray(2, 6).toString(),
  ]);
  expect(await part(`bytes=${size - 3}-`)).toEqual([
    206,
    `bytes ${size - 3}-${size - 1}/${size}`,
    whole.subarray(-3).toString(),
  ]);
  expect(await part("bytes=-4")).toEqual([
    206,
    `bytes ${size - 4}-${size - 1}/${size}`,
    whole.subarray(-4).toString(),
  ]);
  expect((await part(`bytes=${size}-`))[0]).toBe(416);
  expect((await part("bytes=-0"))[0]).toBe(416);
  expect((await part("bytes=x"))[0]).toBe(200);
});

test("nothing but the files of a course's media is served", async () => {
  const paths = ["khong-co.svg", "..%2fcourse.md", "quet-ma.svg%00", "QUET-MA.SVG"];
  for (const path of paths) {
    const answer = await fetch(`${origin}/khoa-hoc/${COURSE}/media/${path}`);
    expect([404, 400], path).toContain(answer.status);
  }
  expect((await fetch(`${origin}/khoa-hoc/khong-co/media/quet-ma.svg`)).status).toBe(404);
});

test("a phone that says it saves data gets a lesson without pictures, until one is tapped", async () => {
  const { page, close } = await visit(browser, origin, product.official, false);
  await page.setExtraHTTPHeaders({ "save-data": "on" });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const answer = await page.goto(`${origin}/hoc/${COURSE}/ma-qr-la-gi`);
  expect(answer?.headers()["vary"]).toMatch(/Save-Data/iu);
  await page.waitForLoadState("networkidle");
  expect(asked.filter((path) => path.includes("/media/"))).toEqual([]);
  const picture = page.locator("summary", { hasText: "Xem hình" }).first();
  await clearOfBar(picture);
  await picture.click();
  await expect
    .poll(() => asked.filter((path) => path.includes("/media/")))
    .toEqual([`/khoa-hoc/${COURSE}/media/quet-ma.svg`]);
  await close();
});

test("officials look at courses with their answers and what to mend; for learners there is nothing", async () => {
  const { page, close } = await visit(browser, origin, product.officer, true);
  await page.goto(`${origin}/soan-bai`);
  await expectAccessible(page);
  await page.goto(`${origin}/soan-bai/${COURSE}/nhan-tien-va-kiem-tra`);
  await expectAccessible(page);
  expect(await page.getByText("04-nhan-tien-va-kiem-tra.md:1").count()).toBe(1);
  await page.locator("summary", { hasText: "Đáp án" }).last().click();
  expect(await page.getByText("1. Nói giá cho khách; 2. Khách quét mã").isVisible()).toBe(true);
  expect((await page.goto(`${origin}/soan-bai/${COURSE}/khong-co`))?.status()).toBe(404);
  await close();

  const learner = await visit(browser, origin, product.learners.at(-1) ?? null, false);
  for (const path of ["/soan-bai", `/soan-bai/${COURSE}/final`]) {
    expect((await learner.page.goto(origin + path))?.status()).toBe(404);
  }
  await learner.close();
});
