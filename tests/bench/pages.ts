// What pages weigh, and when they are there on a weak link: 400 ms, 50 kB/s, a processor of a quarter.
import { resolve } from "node:path";

import type { Browser, CDPSession, Page } from "playwright-core";

import { readCatalogue } from "#app/domain/content/index.server.ts";
import { giveCookies, openBrowser, phone } from "#tests/setup/browser.ts";

const KILOBYTE = 1000;
const WEAK_LINK = {
  offline: false,
  latency: 400,
  downloadThroughput: 50 * KILOBYTE,
  uploadThroughput: 50 * KILOBYTE,
};
const SLOWER = 4;
/** Of each measure the middle one of so many is told. */
const TIMES = 5;

export interface Measured {
  readonly path: string;
  readonly bytes: number;
  readonly first: number;
  readonly script: number;
  readonly requests: number;
}

/** The tables of README on weights and on the weak link. */
export async function pageTables(origin: string, cookie: string): Promise<string> {
  const browser = await openBrowser();
  try {
    const { catalogue } = await readCatalogue(resolve("content/courses"));
    const lessons = catalogue.flatMap((course) =>
      [...course.lessons, course.final].map(({ id }) => `/hoc/${course.id}/${id}`),
    );
    const lesson = largest(await weighAll(browser, origin, cookie, lessons));
    const quiz = largest(
      await weighAll(
        browser,
        origin,
        cookie,
        lessons.map((path) => `${path}/cau-hoi`),
      ),
    );
    // Ten questions on one page: what other platforms were measured by.
    const [ten] = await weighAll(browser, origin, cookie, ["/hoc/lam-giay-to/final/cau-hoi"]);
    const shown = [lesson, quiz, ...(ten === undefined ? [] : [ten])];
    const rows = [];
    for (const { path } of shown) rows.push(await waitFor(browser, origin, cookie, path));
    return [
      "| cold, compressed, kB | whole page | HTML and style | script | requests |",
      "| --- | --- | --- | --- | --- |",
      ...shown.map((each) => weightRow(each)),
      "",
      "| 400 ms, 50 kB/s, CPU ÷ 4, s | cold: read | cold: finished | second visit |",
      "| --- | --- | --- | --- |",
      ...rows,
    ].join("\n");
  } finally {
    await browser.close();
  }
}

function largest(all: readonly Measured[]): Measured {
  const [most] = all.toSorted((a, b) => b.bytes - a.bytes);
  if (most === undefined) throw new Error("no page was weighed");
  const first = Math.max(...all.map((each) => each.first));
  return { ...most, first };
}

function kilobytes(count: number): string {
  return (count / KILOBYTE).toFixed(1);
}

function weightRow({ path, bytes, first, script, requests }: Measured): string {
  return `| ${path} | ${kilobytes(bytes)} | ${kilobytes(first)} | ${kilobytes(script)} | ${requests} |`;
}

async function freshPage(browser: Browser, origin: string, cookie: string) {
  const context = await phone(browser, true);
  await giveCookies(context, cookie, origin);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  return { page, devtools };
}

/** What pages weigh, each loaded as by a phone that has nothing of it. */
export async function weighAll(
  browser: Browser,
  origin: string,
  cookie: string,
  paths: readonly string[],
): Promise<readonly Measured[]> {
  const { page, devtools } = await freshPage(browser, origin, cookie);
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await devtools.send("Network.setBypassServiceWorker", { bypass: true });
  const all: Measured[] = [];
  for (const path of paths) all.push(await weigh(page, devtools, origin, path));
  await page.context().close();
  return all;
}

async function weigh(
  page: Page,
  devtools: CDPSession,
  origin: string,
  path: string,
): Promise<Measured> {
  const types = new Map<string, string>();
  const sizes: (readonly [type: string, bytes: number])[] = [];
  const begun = ({ requestId, type = "Other" }: { requestId: string; type?: string }) =>
    types.set(requestId, type);
  const finished = (end: { requestId: string; encodedDataLength: number }) =>
    sizes.push([types.get(end.requestId) ?? "Other", end.encodedDataLength]);
  devtools.on("Network.requestWillBeSent", begun);
  devtools.on("Network.loadingFinished", finished);
  await page.goto(origin + path, { waitUntil: "networkidle" });
  await page.evaluate(
    `Promise.all([...document.images].map((image) => { image.loading = "eager"; return image.decode(); }))`,
  );
  devtools.off("Network.requestWillBeSent", begun);
  devtools.off("Network.loadingFinished", finished);
  const sum = (...kinds: readonly string[]) =>
    sizes.reduce(
      (total, [type, bytes]) =>
        kinds.length === 0 || kinds.includes(type) ? total + bytes : total,
      0,
    );
  return {
    path,
    bytes: sum(),
    first: sum("Document", "Stylesheet"),
    script: sum("Script"),
    requests: sizes.length,
  };
}

/** When its words can be read, when all of it is there, and again once the phone knows it. */
async function waitFor(
  browser: Browser,
  origin: string,
  cookie: string,
  path: string,
): Promise<string> {
  const cold: (readonly [read: number, finished: number])[] = [];
  const again: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const { page, devtools } = await freshPage(browser, origin, cookie);
    // What a worker fetches is not slowed down; it fetches the same.
    await devtools.send("Network.setBypassServiceWorker", { bypass: true });
    await devtools.send("Network.emulateNetworkConditions", WEAK_LINK);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    cold.push(await secondsOf(page, origin + path));
    await page.goto("about:blank");
    again.push((await secondsOf(page, origin + path))[1]);
    await page.context().close();
  }
  const told = [cold.map(([read]) => read), cold.map(([, finished]) => finished), again];
  return `| ${path} | ${told.map((each) => middle(each).toFixed(1)).join(" | ")} |`;
}

async function secondsOf(page: Page, url: string): Promise<readonly [number, number]> {
  await page.goto(url, { waitUntil: "load" });
  const [read, finished] = await page.evaluate<[number, number]>(`[
    performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    performance.getEntriesByType("navigation")[0].loadEventStart,
  ]`);
  return [read / 1000, finished / 1000];
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
