import { existsSync } from "node:fs";

import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium } from "playwright-core";

/** The Chromium that npm carries, or the one that CHROME_PATH names. */
export async function openBrowser(): Promise<Browser> {
  const named = process.env["CHROME_PATH"];
  return chromium.launch({
    executablePath:
      named !== undefined && existsSync(named) ? named : await sparticuz.executablePath(),
    args: ["--headless=shell", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
}

/** A small cheap phone. */
export function phone(browser: Browser, javaScriptEnabled: boolean): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 360, height: 640 },
    locale: "vi-VN",
    javaScriptEnabled,
  });
}
