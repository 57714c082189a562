import { readFile } from "node:fs/promises";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openBrowser } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";

import { expectAccessible, expectNoSideways, press, visit } from "./visitor.ts";

const { origin } = product;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

for (const scripts of [false, true]) {
  const how = scripts ? "with scripts on" : "with scripts off";

  test(`the province's officer forwards statements, reads why they do not arrive, and ends it, ${how}`, async () => {
    const { page, close } = await visit(browser, origin, product.officer, scripts);
    await page.goto(`${origin}/tinh`);
    await press(page, page.getByRole("link", { name: "Chuyển tiếp bản ghi" }));
    await look(page, scripts);
    await press(page, page.getByRole("link", { name: "Thêm kho nhận" }));
    await look(page, scripts);
    await fill(page, {
      ten: "Kho thử",
      "dia-chi": "http://kho.tinh.example/xapi",
      "tai-khoan": "a",
    });
    await page.locator("[name=mat-khau]").fill("b");
    await press(page, page.getByRole("button", { name: "Thêm và bắt đầu gửi" }));
    await look(page, scripts);
    expect(await main(page)).toContain("Địa chỉ phải bắt đầu bằng https://");
    expect(await page.locator("[name=ten]").inputValue()).toBe("Kho thử");
    expect(await page.locator("[name=mat-khau]").inputValue()).toBe("");

    // Its own record store, which does not know this name and secret.
    await fill(page, { "dia-chi": `${origin}/xapi`, "mat-khau": "b" });
    await page.locator("[name=tu][value=beginning]").check();
    await press(page, page.getByRole("button", { name: "Thêm và bắt đầu gửi" }));
    expect(await main(page)).toContain("Đã thêm kho nhận");
    await until(page, "Kho bên kia không nhận tài khoản hoặc mật khẩu này");
    await look(page, scripts);

    await press(page, page.getByRole("button", { name: "Tạm dừng" }));
    expect(await main(page)).toContain("Đã tạm dừng");
    await press(page, page.getByRole("button", { name: "Chạy tiếp" }));
    expect(await main(page)).toContain("Đã cho chạy tiếp");
    await end(page);

    // With a key of its own it takes in what it has already, each statement as the same.
    const { key, secret } = await makeClient(page);
    await page.goto(`${origin}/tinh/chuyen-tiep/moi`);
    await fill(page, { ten: "Kho nhà", "dia-chi": `${origin}/xapi`, "tai-khoan": key });
    await page.locator("[name=mat-khau]").fill(secret);
    await page.locator("[name=ca-nhan][value=as-recorded]").check();
    await page.locator("[name=tu][value=beginning]").check();
    await press(page, page.getByRole("button", { name: "Thêm và bắt đầu gửi" }));
    await until(page, "Không còn gì chờ");
    expect(await main(page)).toMatch(/Số bản ghi đã gửi\s+[1-9][\d.]{3,}/u);
    expect(await main(page)).toContain("Không có bản ghi nào bị từ chối");
    await look(page, scripts);
    await end(page);
    await close();
  });

  test(`officials take statements home as Excel and CSV, ${how}`, async () => {
    for (const [who, desk] of [
      [product.official, "/ban-xet"],
      [product.officer, "/tinh"],
    ] as const) {
      const { page, close } = await visit(browser, origin, who, scripts);
      await page.goto(`${origin}${desk}/ban-ghi`);
      await press(page, page.getByRole("link", { name: "Xuất ra Excel, CSV" }));
      await look(page, scripts);
      await page.locator("[name=tu]").fill("hôm qua");
      await press(page, page.getByRole("button", { name: "Tải tệp Excel" }));
      await look(page, scripts);
      expect(await main(page)).toContain("Ghi ngày bắt đầu");
      expect(await page.locator("[name=tu]").inputValue()).toBe("hôm qua");

      await fill(page, { tu: "01/01/2026", den: "31/12/2027" });
      const csv = await download(page, "Tải tệp CSV");
      expect(csv.name).toMatch(/^ban-ghi-hoc-tap-2026-01-01-2027-12-31\.csv$/u);
      expect(csv.text).toMatch(/^\uFEFFThời điểm;Xã;Thôn;Họ và tên;/u);
      expect(csv.text.split("\r\n").length).toBeGreaterThan(100);
      expect((await download(page, "Tải tệp Excel")).text).toMatch(/^PK/u);
      await close();
    }
  });
}

async function end(page: Page): Promise<void> {
  await page.getByText("Không chuyển tiếp nữa?").click();
  await press(page, page.getByRole("button", { name: "Bỏ kho nhận này" }));
  expect(await main(page)).toContain("Đã bỏ kho nhận");
}

/** A key and its secret, as they are shown this once. */
async function makeClient(page: Page) {
  await page.goto(`${origin}/tinh/kho-ghi/moi`);
  await page.getByLabel("Tên phần mềm").fill("Nếp Học");
  await page.locator('[name="pham-vi"][value="province"]').check();
  await page.getByLabel("Dùng đến hết ngày").fill("31/12/2027");
  await press(page, page.getByRole("button", { name: "Cấp khóa" }));
  const [key = "", secret = ""] = (await page.locator("main dd code").allInnerTexts()).slice(1);
  return { key, secret };
}

const main = (page: Page) => page.locator("main").innerText();

async function look(page: Page, scripts: boolean): Promise<void> {
  await expectNoSideways(page);
  // axe is a script itself.
  if (scripts) await expectAccessible(page);
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await page.locator(`[name="${name}"]`).fill(value);
  }
}

/** Looks again until the page says so. */
async function until(page: Page, sentence: string): Promise<void> {
  for (let times = 0; times < 40; times += 1) {
    if ((await main(page)).includes(sentence)) return;
    await page.waitForTimeout(500);
    await page.reload();
  }
  throw new Error(await main(page));
}

async function download(page: Page, button: string) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}
