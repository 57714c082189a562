import { existsSync } from "node:fs";

import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium } from "playwright-core";

/** The Chromium that npm carries, or the one that CHROME_PATH names. */
export async function openBrowser(): Promise<Browser> {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined && existsSync(named)) {
    return chromium.launch({ executablePath: named, args: ["--no-sandbox"] });
  }
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [...sparticuz.args, "--headless=shell", "--no-sandbox", "--disable-background-networking"],
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
