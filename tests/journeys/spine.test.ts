import { resolve } from "node:path";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

import type { Catalogue } from "#app/domain/content/index.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { textOfPdf } from "#tests/setup/pdf.ts";

import { answerQuiz, expectAccessible, expectNoSideways, visit } from "./visitor.ts";

const origin = inject("origin");
const learners = inject("learners");

let browser: Browser;
let catalogue: Catalogue;

beforeAll(async () => {
  browser = await openBrowser();
  ({ catalogue } = await readCatalogue(resolve("content/courses")));
});
afterAll(() => browser.close());

for (const [index, scripts] of [false, true].entries()) {
  const how = scripts ? "with scripts on" : "with scripts off";

  test(`a lesson on a phone becomes a verified portfolio on paper, ${how}`, async () => {
    const her = learners[index];
    if (her === undefined) throw new Error("no learner");
    /** Every page that is walked is measured; axe is a script itself. */
    const look = async (page: Page) => {
      await expectNoSideways(page);
      if (scripts) await expectAccessible(page);
    };

    // She learns a whole course of each subject.
    const { page } = await visit(browser, origin, her, scripts);
    await look(page);
    for (const course of catalogue) {
      await page.goto(`${origin}/hoc`);
      await press(page, page.getByRole("link", { name: course.title }));
      await look(page);
      for (const lesson of [...course.lessons, course.final]) {
        await page.goto(`${origin}/hoc/${course.id}/${lesson.id}`);
        expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(lesson.title);
        if (lesson === course.lessons[0]) await look(page);
        await press(page, page.getByRole("link", { name: /Làm câu hỏi|Làm bài kiểm tra|Bắt đầu/u }));
        if (lesson === course.lessons[0]) await look(page);
        await answerQuiz(page, lesson.questions);
        await page.waitForURL(/\/ket-qua\//u);
        const max = lesson.questions.length;
        expect(await page.locator("main").innerText()).toContain(`${max} trên ${max}`);
        if (lesson === course.lessons[0]) await look(page);
      }
    }

    // She adds a piece of her own evidence with a photo.
    await page.goto(`${origin}/so-hoc-tap`);
    await look(page);
    expect(await page.locator("main").innerText()).toContain("4,7 giờ");
    await press(page, page.getByRole("link", { name: "Thêm minh chứng" }).first());
    await look(page);
    await page.locator("[name=title]").fill("Dạy chị em trong bản quét mã QR");
    await page.locator("[name=description]").fill("Tối thứ Bảy, ở nhà văn hóa thôn.");
    for (const code of ["1", "2", "3", "5", "6", "7"]) {
      await page.locator(`[name=indicators][value="${code}"]`).check();
    }
    await page.locator("[name=happenedOn]").fill("15/11/2026");
    await page.locator("[name=photo]").setInputFiles(resolve("app/public/icon-192.png"));
    await press(page, page.locator("main form button").last());
    await page.waitForURL(/\/so-hoc-tap/u);
    expect(await page.locator("main").innerText()).toContain("Dạy chị em trong bản quét mã QR");

    // The head of her village attests what no record shows.
    const village = await visit(browser, origin, inject("attestor"), scripts);
    await village.page.goto(`${origin}/xac-nhan`);
    await look(village.page);
    await press(village.page, village.page.getByRole("link", { name: her.name }).first());
    const herInVillage = village.page.url().replace(/\?.*$/u, "");
    await look(village.page);
    for (const code of ["4", "8", "9", "10"]) {
      const form = village.page.locator(`form:has([name=indicator][value="${code}"])`);
      await openAround(village.page, form, scripts);
      await form.locator('[name=level][value="guong-mau"]').check();
      await press(village.page, form.getByRole("button"));
    }

    // She scores herself and hands it in.
    await page.goto(`${origin}/tu-danh-gia`);
    await look(page);
    for (const code of ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]) {
      await page.goto(`${origin}/tu-danh-gia/${code}`);
      if (code === "1") await look(page);
      await page.locator('[name=score][value="9"]').check();
      await press(page, page.getByRole("button", { name: /Lưu/u }).first());
    }
    await page.goto(`${origin}/tu-danh-gia`);
    await look(page);
    await press(page, page.getByRole("button", { name: /Nộp/u }));
    await look(page);

    // The village endorses, the commune verifies.
    await village.page.goto(herInVillage);
    await look(village.page);
    await press(village.page, village.page.getByRole("button", { name: "Đồng ý, gửi lên xã" }));
    await look(village.page);
    const desk = await visit(browser, origin, inject("official"), scripts);
    await desk.page.goto(`${origin}/ban-xet`);
    await look(desk.page);
    await press(desk.page, desk.page.getByRole("link", { name: her.name }).first());
    await look(desk.page);
    await press(desk.page, desk.page.getByRole("button", { name: /^Xác nhận/u }));
    await look(desk.page);

    // The chair's decision takes her into the register.
    await desk.page.goto(`${origin}/ban-xet/quyet-dinh`);
    await look(desk.page);
    await desk.page.getByLabel(/Họ và tên|Người ký/u).first().fill("Người ký thử");
    await desk.page.getByLabel(/Chức (danh|vụ)/u).first().fill("CHỦ TỊCH");
    await press(desk.page, desk.page.getByRole("button", { name: /Lập/u }));
    await look(desk.page);
    await desk.page.getByLabel(/Số quyết định/u).fill(`${301 + index}/QĐ-UBND`);
    await desk.page.getByLabel(/Ngày/u).first().fill("22/11/2026");
    for (const box of await desk.page.locator("main form input[type=checkbox]").all()) await box.check();
    await press(desk.page, desk.page.getByRole("button", { name: /Ban hành|Ghi|Nhập/u }));
    await look(desk.page);
    expect(await desk.page.locator("main").innerText()).toMatch(/\d{4}\/2026\/CDHT/u);
    await desk.page.goto(`${origin}/ban-xet/so-dang-ky`);
    await look(desk.page);

    // Two papers come out, and anybody can check the one on her wall.
    await page.goto(`${origin}/so-hoc-tap`);
    await look(page);
    const portfolio = await textOfPdf(await bytesOf(page, "/so-hoc-tap.pdf"));
    expect(portfolio).toContain(her.name);
    expect(portfolio).toContain("Dạy chị em trong bản quét mã QR");
    const link = await page.getByRole("link", { name: /giấy công nhận/iu }).first().getAttribute("href");
    const certificate = await textOfPdf(await bytesOf(page, link ?? ""));
    expect(certificate).toContain("Công dân học tập");
    expect(certificate).toContain(her.name);
    const [checking = ""] = /http\S+\/kiem-tra\/\S+/u.exec(certificate) ?? [];
    const passer = await visit(browser, origin, null, scripts);
    await passer.page.goto(checking);
    await look(passer.page);
    const told = await passer.page.locator("main").innerText();
    expect(told).toMatch(/có giá trị/iu);
    expect(told).toContain(her.name);
    for (const visitor of [village, desk, passer]) await visitor.close();
  });
}

/** Presses what leads to another page and waits until that is there. */
async function press(page: Page, target: ReturnType<Page["locator"]>): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), target.click()]);
}

/** A closed `<details>` around a form is opened as a person would. */
async function openAround(
  page: Page,
  form: ReturnType<Page["locator"]>,
  _scripts: boolean,
): Promise<void> {
  const details = page.locator("details:not([open])", { has: form });
  if ((await details.count()) > 0) await details.first().locator("summary").first().click();
}

async function bytesOf(page: Page, path: string): Promise<Uint8Array> {
  const response = await page.request.get(`${origin}${path}`);
  expect(response.headers()["content-type"]).toContain("application/pdf");
  return new Uint8Array(await response.body());
}
