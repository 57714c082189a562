import { expect, test } from "vitest";

import { product } from "#tests/setup/journey-product.ts";

import { ask, get, post } from "./http.ts";
import { databaseIn, enter } from "./sample-people.ts";

const { attestor, official, officer, promoter } = product;

async function page(path: string, cookie: string | null) {
  const answer = await ask(product.origin, get(path, cookie));
  if (typeof answer === "string") throw new Error(answer);
  return { status: answer.status, html: answer.body.toString() };
}

const session = (who: typeof official) => enter(databaseIn(product.dataFolder), who);

test("where nothing is, she keeps her name and the places to go: no such course, lesson, address or paper", async () => {
  const cookie = await session(promoter);
  for (const path of [
    "/hoc/khong-co-khoa-nay",
    "/hoc/khong-co-khoa-nay/bai",
    "/khong-co-trang-nay",
    "/khong/co/trang/nay",
    "/giay-khoa-hoc/khong-co.pdf",
    "/so-hoc-tap/anh/khong-co",
  ]) {
    const { status, html } = await page(path, cookie);
    expect(status, path).toBe(404);
    expect(html, path).toContain("Không có trang này");
    expect(html, path).toContain(promoter.name);
    expect(html, path).toContain('class="places"');
  }
});

test("an official who asks for what is not there stays at the desk, with its matters", async () => {
  for (const [who, paths] of [
    [attestor, ["/xac-nhan/khong-co", "/xac-nhan/khong/co/trang"]],
    [official, ["/ban-xet/khong-co-trang-nay", "/ban-xet/ho-so/khong-co"]],
    [officer, ["/tinh/khong-co-trang-nay", "/tinh/kho-ghi/khong-co/trang"]],
  ] as const) {
    const cookie = await session(who);
    for (const path of paths) {
      const { status, html } = await page(path, cookie);
      expect(status, path).toBe(404);
      expect(html, path).toContain("Không có trang này");
      expect(html, path).toContain(who.name);
      expect(html, path).toContain('class="matters"');
    }
  }
});

test("an office's address in capitals is its desk, and one in percent signs no fault of ours", async () => {
  const cookie = await session(official);
  expect((await page("/BAN-XET", cookie)).status).toBe(200);
  expect((await page("/%62an-xet", cookie)).status).toBe(404);
});

test("whoever is not signed in is told in words that an address is none, and nobody is taken for another", async () => {
  for (const path of ["/khong-co-trang-nay", "/hoc/khong-co-khoa-nay"]) {
    const { status, html } = await page(path, null);
    expect(status, path).toBe(404);
    expect(html, path).toContain("Không có trang này");
    expect(html, path).not.toContain('class="places"');
  }
});

test("what an action refuses keeps her name and the places to go, at a desk and elsewhere", async () => {
  for (const [who, path, status] of [
    [official, "/ban-xet/ban-ghi", 405],
    [official, "/ban-xet/ho-so/khong-co", 404],
    [promoter, "/lop/khong-co/diem-danh", 404],
    [promoter, "/khong-co-trang-nay", 404],
  ] as const) {
    const answer = await ask(product.origin, post(path, await session(who), [["y-kien", "?"]]));
    if (typeof answer === "string") throw new Error(answer);
    expect(answer.status, path).toBe(status);
    expect(answer.body.toString(), path).toContain(who.name);
    expect(answer.body.toString(), path).toContain('class="places"');
  }
});
