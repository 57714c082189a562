import { resolve } from "node:path";

import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";

import { readCatalogue } from "#app/domain/content/index.server.ts";
import { product } from "#tests/setup/journey-product.ts";
import { textOfPdf } from "#tests/setup/pdf.ts";
import type { SignIn } from "#tests/setup/product.ts";

import { answerQuiz, expectAccessible, expectNoSideways, press, visit } from "./visitor.ts";

const { origin } = product;
/** A trade, a paper, a language, and paying by phone. */
const LEARNED: readonly string[] = [
  "nuoi-lon-an-toan",
  "lam-giay-to",
  "tieng-anh-don-khach",
  "nhan-tien-bang-ma-qr",
];
const SOCIAL = ["4", "8", "9", "10"];
const OWN = ["1", "2", "3", "5", "6", "7"];
const DEED = "Dạy chị em trong bản quét mã QR";

/** One walk along the path: who she is, and what is looked at on every page. */
interface Walk {
  readonly browser: Browser;
  readonly her: SignIn;
  readonly scripts: boolean;
  readonly decisionNumber: string;
  readonly look: (page: Page) => Promise<void>;
}

/** From a lesson on a phone to a verified portfolio on paper: as the learner of that number, and each who reviews. */
export async function walkTheSpine(
  browser: Browser,
  learner: number,
  { scripts }: { readonly scripts: boolean },
): Promise<void> {
  const her = product.learners[learner];
  if (her === undefined) throw new Error("the sample has no such learner");
  const walk: Walk = {
    browser,
    her,
    scripts,
    decisionNumber: `${301 + learner}/QĐ-UBND`,
    look: async (page) => {
      await expectNoSideways(page);
      // axe is a script itself.
      if (scripts) await expectAccessible(page);
    },
  };
  const { page, close } = await visit(browser, origin, her, scripts);
  const village = await visit(browser, origin, product.attestor, scripts);
  const desk = await visit(browser, origin, product.official, scripts);

  await learnEverything(walk, page);
  await addOwnEvidence(walk, page);
  const herPage = await attestWhatNoRecordShows(walk, village.page);
  await scoreAndHandIn(walk, page);
  await endorse(walk, village.page, herPage);
  await verify(walk, desk.page);
  await decide(walk, desk.page);
  await takeThePapers(walk, page);
  for (const visitor of [{ close }, village, desk]) await visitor.close();
}

async function learnEverything({ look }: Walk, page: Page): Promise<void> {
  await look(page);
  const { catalogue } = await readCatalogue(resolve("content/courses"));
  for (const course of catalogue.filter(({ id }) => LEARNED.includes(id))) {
    await page.goto(`${origin}/hoc`);
    await press(page, page.getByRole("link", { name: course.title, exact: true }));
    await look(page);
    for (const lesson of [...course.lessons, course.final]) {
      const looked = lesson === course.lessons[0] ? look : async () => undefined;
      await page.goto(`${origin}/hoc/${course.id}/${lesson.id}`);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(lesson.title);
      await looked(page);
      await press(page, page.getByRole("link", { name: /Làm câu hỏi|Làm bài kiểm tra|Bắt đầu/u }));
      await looked(page);
      await answerQuiz(page, lesson.questions);
      await page.waitForURL(/\/ket-qua\//u);
      expect(await page.locator("main").innerText()).toMatch(/(\d+) trên \1 câu/u);
      await looked(page);
    }
  }
}

async function addOwnEvidence({ look }: Walk, page: Page): Promise<void> {
  await page.goto(`${origin}/so-hoc-tap`);
  await look(page);
  expect(await page.locator("main").innerText()).toMatch(/Số giờ\n+\d+(?:,\d)? giờ/u);
  await press(page, page.getByRole("link", { name: "Thêm minh chứng" }).first());
  await look(page);
  await page.locator("[name=title]").fill(DEED);
  await page.locator("[name=description]").fill("Tối thứ Bảy, ở nhà văn hóa thôn.");
  for (const code of OWN) await page.locator(`[name=indicators][value="${code}"]`).check();
  await page.locator("[name=happenedOn]").fill("15/11/2026");
  await page.locator("[name=photo]").setInputFiles(resolve("app/public/icon-192.png"));
  await press(page, page.locator("main form button").last());
  expect(await page.locator("main").innerText()).toContain(DEED);
}

async function attestWhatNoRecordShows({ her, look }: Walk, page: Page): Promise<string> {
  await page.goto(`${origin}/xac-nhan`);
  await look(page);
  await press(page, page.getByRole("link", { name: her.name }).first());
  const herPage = page.url();
  await look(page);
  for (const code of SOCIAL) {
    const form = page.locator(`form:has([name=indicator][value="${code}"])`);
    const closed = page.locator("details:not([open])", { has: form });
    if ((await closed.count()) > 0) await closed.first().locator("summary").first().click();
    await form.locator('[name=level][value="guong-mau"]').check();
    await press(page, form.getByRole("button"));
  }
  return herPage;
}

async function scoreAndHandIn({ look }: Walk, page: Page): Promise<void> {
  await page.goto(`${origin}/tu-danh-gia`);
  await look(page);
  for (const code of [...SOCIAL, ...OWN]) {
    await page.goto(`${origin}/tu-danh-gia/${code}`);
    if (code === "1") await look(page);
    await page.locator('[name=score][value="9"]').check();
    await press(page, page.getByRole("button", { name: /Lưu/u }).first());
  }
  await page.goto(`${origin}/tu-danh-gia`);
  await look(page);
  await press(page, page.getByRole("button", { name: /Nộp/u }));
  await look(page);
}

async function endorse({ look }: Walk, page: Page, herPage: string): Promise<void> {
  await page.goto(herPage);
  await look(page);
  await press(page, page.getByRole("button", { name: "Đồng ý, gửi lên xã" }));
  await look(page);
}

async function verify({ her, look }: Walk, page: Page): Promise<void> {
  await page.goto(`${origin}/ban-xet`);
  await look(page);
  await press(page, page.getByRole("link", { name: her.name }).first());
  await look(page);
  await press(page, page.getByRole("button", { name: /^Xác nhận/u }));
  await look(page);
}

async function decide({ decisionNumber, look }: Walk, page: Page): Promise<void> {
  await page.goto(`${origin}/ban-xet/quyet-dinh`);
  await look(page);
  await page
    .getByLabel(/Họ và tên|Người ký/u)
    .first()
    .fill("Người ký thử");
  await page
    .getByLabel(/Chức (danh|vụ)/u)
    .first()
    .fill("CHỦ TỊCH");
  await press(page, page.getByRole("button", { name: /Lập/u }));
  await look(page);
  await page.getByLabel(/Số quyết định/u).fill(decisionNumber);
  await page.getByLabel(/Ngày/u).first().fill("22/11/2026");
  for (const box of await page.locator("main form input[type=checkbox]").all()) await box.check();
  await press(page, page.getByRole("button", { name: /Ban hành|Ghi|Nhập/u }));
  await look(page);
  expect(await page.locator("main").innerText()).toMatch(/\d{4}\/2026\/CDHT/u);
  await page.goto(`${origin}/ban-xet/so-dang-ky`);
  await look(page);
}

async function takeThePapers({ browser, her, scripts, look }: Walk, page: Page): Promise<void> {
  await page.goto(`${origin}/so-hoc-tap`);
  await look(page);
  const portfolio = await paper(page, "/so-hoc-tap.pdf");
  expect(portfolio).toContain(her.name);
  expect(portfolio).toContain(DEED);
  const link = page.getByRole("link", { name: /giấy công nhận/iu }).first();
  const certificate = await paper(page, (await link.getAttribute("href")) ?? "");
  expect(certificate).toContain("CÔNG DÂN HỌC TẬP");
  expect(certificate).toContain(her.name);

  // Anybody can check the one on her wall.
  const [checking = ""] = /http\S+\/kiem-tra\/\S+/u.exec(certificate) ?? [];
  const passer = await visit(browser, origin, null, scripts);
  await passer.page.goto(checking);
  await look(passer.page);
  const told = await passer.page.locator("main").innerText();
  expect(told).toMatch(/có giá trị/iu);
  expect(told).toContain(her.name);
  await passer.close();
}

async function paper(page: Page, path: string): Promise<string> {
  const response = await page.request.get(`${origin}${path}`);
  expect(response.headers()["content-type"]).toContain("application/pdf");
  return textOfPdf(new Uint8Array(await response.body()));
}
