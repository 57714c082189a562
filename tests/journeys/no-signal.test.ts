import { expect, test } from "vitest";

import { openBrowser, phone } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";

test("without signal she sees a page of ours that says what to do, and no name is kept for it", async () => {
  const browser = await openBrowser();
  const context = await phone(browser, true);
  const page = await context.newPage();
  const [her] = product.learners;
  await page.goto(`${product.origin}/dang-nhap`);
  await page.getByLabel("Mã thẻ hoặc số điện thoại").fill(her?.card ?? "");
  await page.getByLabel("Mã PIN (6 số)").fill(her?.pin ?? "");
  await page.getByRole("button", { name: "Vào học" }).click();
  await page.waitForURL((url) => url.pathname !== "/dang-nhap");
  await page.evaluate("navigator.serviceWorker.ready");

  await context.setOffline(true);
  await page.goto(`${product.origin}/hoc`);

  const told = await page.locator("body").innerText();
  expect(told).toContain("Chưa có mạng");
  expect(told).not.toContain(her?.name);
  const drawn = await page.evaluate(
    "getComputedStyle(document.querySelector('header .bar')).backgroundColor",
  );
  expect(drawn).not.toBe("rgba(0, 0, 0, 0)");
  await browser.close();
});
