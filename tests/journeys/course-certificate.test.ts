import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import type { Course } from "#app/domain/content/index.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";
import { textOfPdf } from "#tests/setup/pdf.ts";

import { type Answer, ask, get } from "./http.ts";
import { databaseIn, enter } from "./sample-people.ts";
import { answerQuiz, expectAccessible, expectNoSideways, press, visit } from "./visitor.ts";

const { origin } = product;
const her = product.attestor;
const REASON = "Cấp nhầm, theo biên bản ngày 21/11/2026.";

let browser: Browser;
let course: Course;
beforeAll(async () => {
  browser = await openBrowser();
  const { catalogue } = await readCatalogue(resolve("content/courses"));
  const [first] = catalogue;
  if (first === undefined) throw new Error("no course");
  course = first;
});
afterAll(() => browser.close());

const main = (page: Page) => page.locator("main").innerText();

async function fetched(path: string, cookie: string | null = null): Promise<Answer> {
  const answer = await ask(origin, get(path, cookie));
  if (typeof answer === "string") throw new Error(`${path}: ${answer}`);
  return answer;
}

/** Runs the command that verifies a badge; answers what it says and its exit code. */
async function verified(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const command = ["--import", "tsx", "app/server/cli/command.ts", "badge:verify", ...args];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, command);
    return { code: 0, said: stdout };
  } catch (error) {
    if (!(error instanceof Error) || !("stdout" in error) || !("code" in error)) throw error;
    return { code: Number(error.code), said: String(error.stdout) };
  }
}

test("a finished course becomes a paper that anyone checks, until it is revoked, with scripts off", async () => {
  const { page, close } = await visit(browser, origin, her, false);
  await finishCourse(page);
  const paper = await takeCertificate(page);
  const badge = await takeFiles(paper);

  const checker = await visit(browser, origin, null, false);
  await checkByCode(checker.page, paper.code, "CÒN GIÁ TRỊ");
  await checkBadge(checker.page, badge.jwt, "THẬT, CÒN GIÁ TRỊ");
  const before = await offline(badge, "truoc");
  expect(before).toMatchObject({ code: 0 });
  expect(before.said).toContain("CÒN GIÁ TRỊ");
  expect(before.said).toContain(`Họ tên đúng: ${her.name}`);

  await revokeAtTheDesk(paper.code);
  await checkByCode(checker.page, paper.code, "ĐÃ THU HỒI");
  await checkBadge(checker.page, badge.jwt, "ĐÃ THU HỒI");
  const after = await offline(badge, "sau");
  expect(after).toMatchObject({ code: 1 });
  expect(after.said).toContain("ĐÃ THU HỒI");
  await checker.close();

  // Her own list says so too; the paper is given no more, and no other one by herself.
  await page.goto(`${origin}/giay-khoa-hoc`);
  expect(await main(page)).toContain("Đã thu hồi ngày 22/11/2026");
  expect((await fetched(`/giay-khoa-hoc/${paper.id}.pdf`, paper.cookie)).status).toBe(410);
  await page.goto(`${origin}/hoc/${course.id}`);
  expect(await main(page)).toContain("Giấy chứng nhận khóa này đã bị thu hồi");
  await close();
});

async function finishCourse(page: Page): Promise<void> {
  for (const lesson of [...course.lessons, course.final]) {
    await page.goto(`${origin}/hoc/${course.id}/${lesson.id}/cau-hoi`);
    await answerQuiz(page, lesson.questions);
  }
}

async function takeCertificate(page: Page) {
  await page.goto(`${origin}/hoc/${course.id}`);
  await expectNoSideways(page);
  await press(page, page.getByRole("button", { name: "Nhận giấy chứng nhận" }));
  expect(await main(page)).toContain("Giấy của mình đây");
  await expectNoSideways(page);
  const pdf = page.getByRole("link", { name: /Tải giấy/u });
  const [, id = ""] = /giay-khoa-hoc\/([0-9a-f-]{36})\.pdf/u.exec(await hrefOf(pdf)) ?? [];
  const [code = ""] = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/u.exec(await main(page)) ?? [];
  // The course now leads to what she has.
  await page.goto(`${origin}/hoc/${course.id}`);
  expect(await page.getByRole("link", { name: "Mở giấy chứng nhận" }).count()).toBe(1);
  await page.goto(`${origin}/so-hoc-tap`);
  await page.locator("summary").first().click();
  expect(await page.getByRole("link", { name: /Mở giấy chứng nhận/u }).count()).toBe(1);
  return { id, code, cookie: await enter(databaseIn(product.dataFolder), her) };
}

async function hrefOf(link: ReturnType<Page["locator"]>): Promise<string> {
  return (await link.first().getAttribute("href")) ?? "";
}

interface Taken {
  readonly jwt: string;
  readonly pdf: Buffer;
}

async function takeFiles({ id, code, cookie }: { id: string; code: string; cookie: string }) {
  const pdf = await fetched(`/giay-khoa-hoc/${id}.pdf`, cookie);
  const text = await textOfPdf(new Uint8Array(pdf.body));
  for (const words of [her.name, course.title, code, "DỮ LIỆU MẪU", "không phải văn bằng"]) {
    expect(text.replaceAll(/\s+/gu, " ")).toContain(words);
  }
  const jwt = (await fetched(`/giay-khoa-hoc/${id}.jwt`, cookie)).body.toString();
  const read = await fetched(`/giay-khoa-hoc/${id}.json`, cookie);
  expect(read.headers["cache-control"]).toBe("private, no-store");
  expect(JSON.parse(read.body.toString())).toMatchObject({ jti: `urn:uuid:${id}` });
  // Nobody is let in without being signed in.
  expect((await fetched(`/giay-khoa-hoc/${id}.jwt`)).status).toBe(302);
  return { jwt, pdf: pdf.body } satisfies Taken;
}

async function checkByCode(page: Page, code: string, verdict: string): Promise<void> {
  await page.goto(`${origin}/kiem-tra`);
  await page.getByLabel("Mã kiểm tra").fill(code.toLowerCase());
  await press(page, page.getByRole("button", { name: "Kiểm tra" }));
  const said = await main(page);
  for (const words of [verdict, her.name, course.title, "dữ liệu mẫu", code]) {
    expect(said).toContain(words);
  }
  await expectNoSideways(page);
}

async function checkBadge(page: Page, jwt: string, verdict: string): Promise<void> {
  await page.goto(`${origin}/kiem-tra/huy-hieu`);
  await press(page, page.getByRole("button", { name: "Kiểm tra" }));
  expect(await main(page)).toContain("Chưa có huy hiệu để kiểm tra");
  await page.getByLabel("Nội dung huy hiệu").fill(jwt);
  await page.getByLabel("Họ và tên người có huy hiệu").fill(her.name);
  await press(page, page.getByRole("button", { name: "Kiểm tra" }));
  expect(await main(page)).toContain(verdict);
  expect(await main(page)).toContain("Họ tên đúng");
  await expectNoSideways(page);

  await page.goto(`${origin}/kiem-tra/huy-hieu`);
  const buffer = Buffer.from(jwt.replace(/.$/u, (letter) => (letter === "A" ? "B" : "A")));
  const file = { name: "huy-hieu.jwt", mimeType: "application/vc+jwt", buffer };
  await page.locator("input[type=file]").setInputFiles(file);
  await press(page, page.getByRole("button", { name: "Kiểm tra" }));
  expect(await main(page)).toMatch(/KHÔNG THẬT|KHÔNG ĐỌC ĐƯỢC/u);
}

/** As an office does it that fetched keys and list before; once from the file, once out of the PDF. */
async function offline({ jwt, pdf }: Taken, when: string) {
  const folder = await mkdtemp(join(tmpdir(), `nep-hoc-badge-${when}-`));
  const at = (name: string) => join(folder, name);
  await writeFile(at("khoa.json"), (await fetched("/huy-hieu/khoa.json")).body);
  await writeFile(at("danh-sach.jwt"), (await fetched("/huy-hieu/danh-sach/1")).body);
  await writeFile(at("huy-hieu.jwt"), `${jwt}\n`);
  await writeFile(at("giay.pdf"), pdf);
  const given = ["--keys", at("khoa.json"), "--status", at("danh-sach.jwt"), "--name", her.name];
  const fromFile = await verified(...given, at("huy-hieu.jwt"));
  expect(await verified(...given, at("giay.pdf"))).toEqual(fromFile);
  return fromFile;
}

async function revokeAtTheDesk(code: string): Promise<void> {
  const { page, close } = await visit(browser, origin, product.official, false);
  await page.goto(`${origin}/ban-xet`);
  await press(page, page.getByRole("link", { name: "Giấy khóa học" }));
  await page.getByLabel("Tìm theo họ tên hoặc mã kiểm tra").fill(code);
  await press(page, page.getByRole("button", { name: "Tìm" }));
  expect(await main(page)).toContain("1 giấy chứng nhận");
  await press(page, page.getByRole("link", { name: her.name }));
  await page.getByText("Thu hồi giấy chứng nhận").click();
  await page.getByLabel("Lý do", { exact: true }).fill("vì thế");
  await press(page, page.getByRole("button", { name: "Thu hồi", exact: true }));
  expect(await main(page)).toContain("Lý do cần ít nhất 10 chữ");
  expect(await page.getByLabel("Lý do", { exact: true }).inputValue()).toBe("vì thế");
  await page.getByLabel("Lý do", { exact: true }).fill(REASON);
  await press(page, page.getByRole("button", { name: "Thu hồi", exact: true }));
  expect(await main(page)).toContain("Đã thu hồi giấy chứng nhận");
  expect(await main(page)).toContain(REASON);
  await close();
}

/** At least one, and no private half. */
const PublicKeys = z.object({
  keys: z
    .tuple([z.object({ kid: z.url(), d: z.undefined().optional() })])
    .rest(z.object({ d: z.undefined().optional() })),
});

test("what badges publish is kept by whoever asks, without a cookie and for any site", async () => {
  const said: unknown = JSON.parse((await fetched("/huy-hieu/khoa.json")).body.toString());
  const { keys } = PublicKeys.parse(said);
  const paths = [
    "/huy-hieu/khoa.json",
    new URL(keys[0].kid).pathname,
    "/huy-hieu/to-chuc.json",
    `/huy-hieu/khoa-hoc/${course.id}`,
    "/huy-hieu/danh-sach/1",
  ];
  for (const path of paths) {
    const answer = await fetched(path);
    expect(answer.status, path).toBe(200);
    expect(answer.headers["cache-control"], path).toMatch(/^public, max-age=\d+$/u);
    expect(answer.headers["access-control-allow-origin"], path).toBe("*");
    expect(answer.headers["set-cookie"], path).toBeUndefined();
    const etag = answer.headers.etag ?? "";
    const again = { ...get(path, null), headers: { "if-none-match": etag } };
    expect(await ask(origin, again), path).toMatchObject({ status: 304 });
  }
  for (const path of ["/huy-hieu/danh-sach/2", "/huy-hieu/danh-sach/x", "/huy-hieu/khoa/x.json"]) {
    expect((await fetched(path)).status, path).toBe(404);
  }
});

test("every page of certificates can be used by everybody, at a desk and on a phone", async () => {
  const known = await fetched("/huy-hieu/danh-sach/1");
  expect(known.status).toBe(200);
  for (const [who, paths] of [
    [her, ["/giay-khoa-hoc"]],
    [null, ["/kiem-tra/huy-hieu", "/kiem-tra/khoa-hoc/0000-0000-0000-0000"]],
    [product.official, ["/ban-xet/giay-khoa-hoc"]],
    [product.officer, ["/tinh/giay-khoa-hoc"]],
  ] as const) {
    const { page, close } = await visit(browser, origin, who, true);
    for (const path of paths) {
      await page.goto(`${origin}${path}`);
      await expectNoSideways(page);
      await expectAccessible(page);
      const opened = page.locator("table a").first();
      if ((await opened.count()) === 0) continue;
      await press(page, opened);
      await expectNoSideways(page);
      await expectAccessible(page);
    }
    await close();
  }
});
