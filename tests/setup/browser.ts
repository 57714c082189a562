import { existsSync } from "node:fs";

import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium } from "playwright-core";

/** The Chromium that npm carries, or the one that CHROME_PATH names. */
export async function openBrowser(settings: readonly string[] = []): Promise<Browser> {
  const named = process.env["CHROME_PATH"];
  return chromium.launch({
    executablePath:
      named !== undefined && existsSync(named) ? named : await sparticuz.executablePath(),
    args: [
      "--headless=shell",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      ...settings,
    ],
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

/** Gives a phone what a `Cookie` header says, as if it had been there before. */
export function giveCookies(context: BrowserContext, header: string, url: string): Promise<void> {
  return context.addCookies(
    header.split("; ").map((each) => {
      const at = each.indexOf("=");
      return { name: each.slice(0, at), value: each.slice(at + 1), url };
    }),
  );
}
