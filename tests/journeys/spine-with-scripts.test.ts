import type { Browser } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";

import { openBrowser } from "#tests/setup/browser.ts";

import { walkTheSpine } from "./walk-the-spine.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("a lesson on a phone becomes a verified portfolio on paper, with scripts on", async () => {
  await walkTheSpine(browser, 1, { scripts: true });
});
