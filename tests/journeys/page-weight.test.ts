import { resolve } from "node:path";
import { brotliDecompressSync } from "node:zlib";

import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Catalogue } from "#app/domain/content/index.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";

import { ask, get } from "./http.ts";
import { databaseIn, enter } from "./sample-people.ts";
import { visit } from "./visitor.ts";

/** The budgets; a kB is 1,000 bytes. */
const LESSON_BYTES = 60_000;
const QUIZ_BYTES = 80_000;
const OFFICIAL_BYTES = 250_000;
/** No page needs a script; what makes pages better may weigh this much. */
const SCRIPT_BYTES = 10_000;
/** The document and its styles, heads included: what a first flight of packets can carry. */
const FIRST_FLIGHT_BYTES = 14_000;
const REQUESTS = 6;

const { origin } = product;
let browser: Browser;
let catalogue: Catalogue;

beforeAll(async () => {
  browser = await openBrowser();
  ({ catalogue } = await readCatalogue(resolve("content/courses")));
});
afterAll(() => browser.close());

/** What came over the line for one page, on a cold cache. */
interface Weight {
  readonly path: string;
  readonly requests: number;
  /** Compressed, heads included. */
  readonly bytes: number;
  readonly htmlAndStyleBytes: number;
  readonly scriptBytes: number;
  /** Scripts that stand in the document or hold it up while it is read. */
  readonly blocking: number;
  readonly fonts: number;
}

test("every lesson and every final test weighs at most 60 kB in 6 requests and waits for no script", async () => {
  const learner = product.learners.at(-1);
  if (learner === undefined) throw new Error("no learner");
  const cookie = await enter(databaseIn(product.dataFolder), learner);
  const paths = catalogue.map((course) =>
    [...course.lessons, course.final].map(({ id }) => `/hoc/${course.id}/${id}`),
  );
  const fetched = bytesOver(cookie);
  const lessons = await heaviest(paths, LESSON_BYTES, fetched);
  const quizzes = await heaviest(
    paths.map((course) => course.map((path) => `${path}/cau-hoi`)),
    QUIZ_BYTES,
    fetched,
  );
  const { page, close } = await visit(browser, origin, learner, true);
  expectLight(await weighAll(page, lessons), LESSON_BYTES);
  expectLight(await weighAll(page, quizzes), QUIZ_BYTES);
  await close();
});

/** Of each course the page that brings most over the line; none brings more than `most`. */
async function heaviest(
  courses: readonly (readonly string[])[],
  most: number,
  fetched: (path: string) => Promise<number>,
): Promise<readonly string[]> {
  const largest: string[] = [];
  for (const paths of courses) {
    const weighed: { readonly path: string; readonly bytes: number }[] = [];
    for (const path of paths) weighed.push({ path, bytes: await fetched(path) });
    const [first] = weighed.toSorted((a, b) => b.bytes - a.bytes);
    expect(first?.bytes, JSON.stringify(first)).toBeLessThanOrEqual(most);
    largest.push(first?.path ?? "");
  }
  return largest;
}

/** Bytes of a page with all that it names, compressed, fetched as a browser would but not shown. */
function bytesOver(cookie: string): (path: string) => Promise<number> {
  const named =
    /<(?:img|script)\b[^>]*?\ssrc="(\/[^"]+)"|<link\b[^>]*?\shref="(\/[^"]+\.(?:css|svg|ico))"/gu;
  const known = new Map<string, number>();
  const bytesOf = async (path: string) => {
    const bytes = known.get(path) ?? (await compressed(path, cookie)).bytes;
    known.set(path, bytes);
    return bytes;
  };
  return async (path) => {
    const { html, bytes } = await compressed(path, cookie);
    const parts = new Set([...html.matchAll(named)].map(([, a, b]) => a ?? b ?? ""));
    let sum = bytes;
    for (const part of parts) sum += await bytesOf(part);
    return sum;
  };
}

async function compressed(path: string, cookie: string | null) {
  const plain = get(path, cookie);
  const headers = { ...plain.headers, "accept-encoding": "br" };
  const answer = await ask(origin, { ...plain, headers });
  if (typeof answer === "string" || answer.status !== 200) throw new Error(`no ${path}`);
  const head = Object.entries(answer.headers).join("\r\n");
  const isPage = answer.headers["content-type"]?.startsWith("text/html") === true;
  const html = isPage ? brotliDecompressSync(answer.body).toString() : "";
  return { html, bytes: answer.body.length + head.length };
}

test("the desk of a commune weighs at most 250 kB a page and waits for no script", async () => {
  const { page, close } = await visit(browser, origin, product.official, true);
  await page.goto(`${origin}/ban-xet?trang-thai=tat-ca`);
  const cases = page.locator('main a[href^="/ban-xet/ho-so/"]');
  const oneCase = (await cases.first().getAttribute("href")) ?? "/ban-xet/ho-so";
  const pages = ["/ban-xet", "/ban-xet?trang-thai=tat-ca", oneCase];
  const desk = await weighAll(page, [...pages, "/ban-xet/quyet-dinh", "/ban-xet/so-dang-ky"]);
  await close();
  const [largest] = desk.toSorted((a, b) => b.bytes - a.bytes);
  expect(largest?.bytes, told(largest)).toBeLessThanOrEqual(OFFICIAL_BYTES);
  expectNoScriptNeeded(desk);
});

function expectLight(weights: readonly Weight[], most: number): void {
  const [largest] = weights.toSorted((a, b) => b.bytes - a.bytes);
  expect(largest?.bytes, `the largest: ${told(largest)}`).toBeLessThanOrEqual(most);
  for (const weight of weights) {
    expect(weight.requests, told(weight)).toBeLessThanOrEqual(REQUESTS);
    expect(weight.htmlAndStyleBytes, told(weight)).toBeLessThanOrEqual(FIRST_FLIGHT_BYTES);
    expect(weight.fonts, told(weight)).toBe(0);
  }
  expectNoScriptNeeded(weights);
}

function expectNoScriptNeeded(weights: readonly Weight[]): void {
  for (const weight of weights) {
    expect(weight.scriptBytes, told(weight)).toBeLessThanOrEqual(SCRIPT_BYTES);
    expect(weight.blocking, told(weight)).toBe(0);
  }
}

function told(weight: Weight | undefined): string {
  return JSON.stringify(weight);
}

async function weighAll(page: Page, paths: readonly string[]): Promise<readonly Weight[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  // Through the service worker nothing would be counted.
  await devtools.send("Network.setBypassServiceWorker", { bypass: true });
  const weights: Weight[] = [];
  for (const path of paths) weights.push(await weigh(page, devtools, path));
  await devtools.detach();
  return weights;
}

async function weigh(page: Page, devtools: CDPSession, path: string): Promise<Weight> {
  const types = new Map<string, string>();
  const bytes = new Map<string, number>();
  const seen = new Set<string>();
  const begun = ({ requestId, type = "Other", request }: Begun) => {
    if (request.url.startsWith("data:")) return;
    types.set(requestId, type);
    seen.add(new URL(request.url).pathname);
  };
  const finished = ({ requestId, encodedDataLength }: Finished) => {
    if (types.has(requestId)) bytes.set(requestId, encodedDataLength);
  };
  devtools.on("Network.requestWillBeSent", begun);
  devtools.on("Network.loadingFinished", finished);
  const response = await page.goto(origin + path);
  expect(response?.status(), path).toBe(200);
  // Pictures further down are part of the lesson, though a browser waits for the reader to come there.
  await page.evaluate(
    `Promise.all([...document.images].map((image) => { image.loading = "eager"; return image.decode(); }))`,
  );
  await expect.poll(() => [...types.keys()].every((requestId) => bytes.has(requestId))).toBe(true);
  devtools.off("Network.requestWillBeSent", begun);
  devtools.off("Network.loadingFinished", finished);

  const unasked = await weighUnasked(page, seen);
  const of = (...kinds: readonly string[]) =>
    [...types].filter(([, type]) => kinds.includes(type)).map(([requestId]) => requestId);
  const sum = (ids: readonly string[]) =>
    ids.reduce((total, requestId) => total + (bytes.get(requestId) ?? 0), 0);
  return {
    path,
    requests: types.size + unasked.length,
    bytes: sum([...types.keys()]) + unasked.reduce((total, each) => total + each, 0),
    htmlAndStyleBytes: sum(of("Document", "Stylesheet")),
    scriptBytes: sum(of("Script")),
    blocking: await page.locator("script:not([src][defer])").count(),
    fonts: of("Font").length,
  };
}

interface Begun {
  readonly requestId: string;
  readonly type?: string;
  readonly request: { readonly url: string };
}

interface Finished {
  readonly requestId: string;
  readonly encodedDataLength: number;
}

/** Bytes of the icon, which a browser with a window asks for and this one does not. */
async function weighUnasked(page: Page, seen: ReadonlySet<string>): Promise<readonly number[]> {
  const links = page.locator("link[rel=icon]");
  const paths = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute("href") ?? ""),
  );
  const unasked = paths.filter((path) => !seen.has(path));
  return Promise.all(unasked.map(async (path) => (await compressed(path, null)).bytes));
}
