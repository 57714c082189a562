import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openBrowser } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";
import { textOfPdf } from "#tests/setup/pdf.ts";

import { databaseIn, query, samplePeople } from "./sample-people.ts";
import { expectAccessible, expectNoSideways, press, visit } from "./visitor.ts";

const { origin } = product;
const databaseUrl = databaseIn(product.dataFolder);
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const plainCard = ({ card }: { readonly card: string }) => card.replace("-", "");

/** Two neighbours of the promoter who are not the learners of other journeys. */
async function neighbours(): Promise<readonly string[]> {
  const people = await samplePeople(databaseUrl);
  const promoter = people.find(({ card }) => card === plainCard(product.promoter));
  const taken = product.learners.map((learner) => plainCard(learner));
  return people
    .filter(
      ({ villageId, role, card }) =>
        villageId === promoter?.villageId && role === null && !taken.includes(card),
    )
    .slice(0, 2)
    .map(({ personId }) => personId);
}

test("a promoter holds a class on a phone without scripts: lesson, hands, roll call, closing, second thoughts", async () => {
  const came = await neighbours();
  const { page, close } = await visit(browser, origin, product.promoter, false);
  await press(page, page.getByRole("link", { name: "Lớp học nhóm" }));
  await press(page, page.getByRole("button", { name: "Mở lớp" }));
  expect(await page.getByRole("alert").innerText()).toContain("Chọn một bài học.");
  const lesson = await page.locator("#bai option").nth(3).getAttribute("value");
  await page.selectOption("#bai", lesson);
  await press(page, page.getByRole("button", { name: "Mở lớp" }));
  const cover = page.url();

  await press(page, page.getByRole("link", { name: "Chiếu bài học" }));
  const next = page.getByRole("link", { name: "Tiếp", exact: true });
  const asked = page.getByText("Ai chọn câu này? Giơ tay");
  await expectNoSideways(page);
  while ((await asked.count()) === 0) {
    await press(page, next);
    await expectNoSideways(page);
  }
  const hands = page.locator('[name^="tay."]');
  const save = page.getByRole("button", { name: "Ghi số tay và xem đáp án" }).last();
  await press(page, page.getByRole("button", { name: /^Thêm một tay/u }).first());
  await press(page, page.getByRole("button", { name: /^Thêm một tay/u }).first());
  await press(page, page.getByRole("button", { name: /^Bớt một tay/u }).first());
  expect(await hands.first().inputValue()).toBe("1");
  await hands.nth(1).fill("mười");
  await press(page, save);
  expect(await page.getByRole("alert").innerText()).toContain("từ 0 đến 200");
  expect(await hands.nth(1).inputValue()).toBe("mười");
  await hands.nth(1).fill("3");
  await press(page, save);
  expect(await page.getByText("Số tay đã giơ").count()).toBeGreaterThan(0);
  while ((await next.count()) > 0) {
    await press(page, next);
    await expectNoSideways(page);
  }

  await press(page, page.getByRole("link", { name: "Hết bài: điểm danh và kết thúc" }));
  for (const id of came) await page.locator(`[name="co-mat"][value="${id}"]`).check();
  await press(page, page.getByRole("button", { name: "Ghi điểm danh" }));
  expect(await page.getByText("Đã có mặt: 2 người").count()).toBe(1);
  await page.getByLabel("Mã trên thẻ").fill("1234");
  await press(page, page.getByRole("button", { name: "Ghi có mặt" }));
  expect(await page.getByLabel("Mã trên thẻ").inputValue()).toBe("1234");
  await page.getByLabel("Mã trên thẻ").fill(product.attestor.card);
  await press(page, page.getByRole("button", { name: "Ghi có mặt" }));
  expect(await page.getByText("Đã có mặt: 3 người").count()).toBe(1);
  await press(page, page.getByRole("link", { name: "Kết thúc lớp" }));
  await expectNoSideways(page);
  expect(await page.getByText(/^3 người có mặt · /u).count()).toBe(1);
  await press(page, page.getByRole("button", { name: "Kết thúc và ghi" }));
  await press(page, page.locator('[name="nguoi"]').last());
  expect(await page.getByText(/^2 người có mặt · /u).count()).toBe(1);
  await press(page, page.getByRole("button", { name: "Mở lại lớp" }));
  await press(page, page.getByRole("button", { name: "Kết thúc và ghi" }));

  const meetingId = cover.split("/").at(-1) ?? "";
  const [count] = await query(
    databaseUrl,
    `SELECT count(DISTINCT statement_id)::int AS statements FROM attendance WHERE meeting_id = '${meetingId}'`,
  );
  expect(count).toEqual({ statements: 2 });
  const paper = await page.request.get(`${cover}/danh-sach.pdf`);
  const text = await textOfPdf(new Uint8Array(await paper.body()));
  expect(text).toContain("DANH SÁCH NGƯỜI DỰ BUỔI HỌC");
  expect(text).toContain("Danh sách này có 2 người.");
  await close();
});

test("where the phone can read codes, a card held before the camera is marked present", async () => {
  const { page, close } = await visit(browser, origin, product.promoter, true);
  // A headless browser has neither camera nor reader: a drawing stands for one, a fixed code for the other.
  await page.addInitScript(`
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement("canvas");
      setInterval(() => canvas.getContext("2d").fillRect(0, 0, 9, 9), 50);
      return canvas.captureStream(20);
    };
    window.BarcodeDetector = class { detect() { return Promise.resolve([{ rawValue: "${product.attestor.card}" }]); } };
  `);
  await page.goto(`${origin}/lop`);
  const lesson = await page.locator("#bai option").nth(2).getAttribute("value");
  await page.selectOption("#bai", lesson);
  await press(page, page.getByRole("button", { name: "Mở lớp" }));
  await press(page, page.getByRole("link", { name: "Điểm danh" }));
  await press(page, page.getByRole("button", { name: "Quét mã bằng máy ảnh" }));
  expect(await page.getByText(`Đã ghi có mặt: ${product.attestor.name}.`).count()).toBe(1);
  await close();
});

test("every page of a class is for everybody: axe, 320 pixels, the keyboard", async () => {
  const { page, close } = await visit(browser, origin, product.promoter, true);
  await page.goto(`${origin}/lop`);
  const lesson = await page.locator("#bai option").nth(1).getAttribute("value");
  await page.selectOption("#bai", lesson);
  await press(page, page.getByRole("button", { name: "Mở lớp" }));
  const cover = page.url();
  await page.goto(`${cover}/bai?buoc=9999`);
  const steps = Number(/buoc=(\d+)/u.exec((await page.content()) ?? "")?.[1] ?? "0") + 1;
  const paths = [
    `${origin}/lop`,
    cover,
    `${cover}/bai`,
    `${cover}/bai?buoc=${steps}`,
    `${cover}/bai?buoc=${steps}&xem=1`,
    `${cover}/diem-danh`,
    `${cover}/diem-danh?tim=khong+co+ai`,
    `${cover}/ket-thuc`,
  ];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 720 });
    for (const path of paths) {
      await page.goto(path);
      await expectAccessible(page);
      const wide = Number(await page.evaluate("document.documentElement.scrollWidth"));
      expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
  await page.goto(`${cover}/bai`);
  await page.getByRole("link", { name: "Tiếp", exact: true }).focus();
  await Promise.all([page.waitForURL(/buoc=2/u), page.keyboard.press("Enter")]);
  await close();
});
