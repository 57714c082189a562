import { resolve } from "node:path";

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Course } from "#app/domain/content/index.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";
import { openBrowser, phone } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";
import type { SignIn } from "#tests/setup/product.ts";

import { type BadLine, openBadLine, PORTAL, type Stranger } from "./bad-line.ts";
import { databaseIn, query } from "./sample-people.ts";
import { answerQuiz, press } from "./visitor.ts";

const her: SignIn = product.promoter;
const databaseUrl = databaseIn(product.dataFolder);

let browser: Browser;
let line: BadLine;
let course: Course;

beforeAll(async () => {
  browser = await openBrowser();
  line = await openBadLine(product.origin);
  const { catalogue } = await readCatalogue(resolve("content/courses"));
  const found = catalogue.find(({ id }) => id === "nhan-tien-bang-ma-qr");
  if (found === undefined) throw new Error("no course");
  course = found;
});
beforeEach(() => line.put(null));
afterAll(async () => {
  await browser.close();
  await line.close();
});

const lessonPath = () => `${line.origin}/hoc/${course.id}/${course.lessons[0]?.id}`;

async function enter(page: Page, who: SignIn): Promise<void> {
  await page.goto(`${line.origin}/dang-nhap?khac=1`);
  await page.getByLabel("Mã thẻ hoặc số điện thoại").fill(who.card);
  await page.getByLabel("Mã PIN (6 số)").fill(who.pin);
  await press(page, page.getByRole("button", { name: "Vào học" }));
  expect(new URL(page.url()).pathname).not.toBe("/dang-nhap");
}

async function phoneWithCourse(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await phone(browser, true);
  const page = await context.newPage();
  await enter(page, her);
  await page.goto(`${line.origin}/hoc/${course.id}`);
  await page.getByRole("button", { name: "Tải về học không cần mạng" }).click();
  await page.getByText("Khóa này đã cất trên máy").waitFor();
  return { context, page };
}

async function attempts(): Promise<number> {
  const rows = await query(
    databaseUrl,
    `SELECT t.id FROM attempt t JOIN account a ON a.person_id = t.person_id
     WHERE a.card_code = '${her.card.replace("-", "")}' AND t.course_id = '${course.id}'
       AND t.lesson_id = '${course.lessons[0]?.id}'`,
  );
  return rows.length;
}

async function nothingWaits(page: Page): Promise<void> {
  await page.goto(`${line.origin}/tren-may`);
  const send = page.getByRole("button", { name: "Gửi ngay" });
  if (await send.isVisible()) await press(page, send);
  await expect
    .poll(
      async () => {
        await page.goto(`${line.origin}/tren-may`);
        return page.locator("main").innerText();
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toContain("Không còn gì chờ gửi");
}

const SAY = [522, 530, 511, 500, 429, 403].map((status): Stranger => ({ kind: "says", status }));
const STRANGERS: readonly Stranger[] = [
  ...SAY,
  { kind: "portal", status: 200 },
  { kind: "portal", status: 302 },
  { kind: "cut" },
  { kind: "hangs" },
];

test("whoever answers in our place, a kept lesson is shown and no answer is lost", async () => {
  const { context, page } = await phoneWithCourse();
  const [lesson] = course.lessons;
  const before = await attempts();
  for (const stranger of STRANGERS) {
    const said = JSON.stringify(stranger);
    // What was handed in before has arrived, or the same quiz would be put again.
    line.put(null);
    await nothingWaits(page);
    await page.goto(`${lessonPath()}/cau-hoi`);
    line.put(stranger);
    // The quiz is open; the stranger comes in while she answers.
    await answerQuiz(page, lesson?.questions ?? []);
    expect(await page.locator("h1").innerText(), said).toContain("Đạt rồi");
    await page.goto(lessonPath());
    expect(await page.locator("h1").innerText(), said).toContain(lesson?.title);
  }
  line.put(null);
  await nothingWaits(page);
  expect(await attempts()).toBe(before + STRANGERS.length);
  await context.close();
});

test("where the phone keeps nothing, a portal is shown to sign in to, and a gateway's word is no page", async () => {
  for (const keeps of [false, true]) {
    const { context, page } = keeps ? await phoneWithCourse() : await phoneWithout();
    for (const [stranger, shown] of [
      [{ kind: "portal", status: 200 }, PORTAL],
      [{ kind: "portal", status: 302 }, PORTAL],
      [{ kind: "says", status: 511 }, "511"],
      [{ kind: "says", status: 522 }, "Chưa có mạng"],
      [{ kind: "cut" }, "Chưa có mạng"],
    ] as const) {
      line.put(stranger);
      await page.goto(`${line.origin}/so-hoc-tap`);
      expect(await page.locator("body").innerText(), JSON.stringify(stranger)).toContain(shown);
    }
    line.put(null);
    await page.goto(`${line.origin}/so-hoc-tap`);
    expect(await page.locator("h1").innerText()).toContain("Sổ học tập");
    await context.close();
  }
});

async function phoneWithout() {
  const context = await phone(browser, true);
  const page = await context.newPage();
  await enter(page, her);
  await page.evaluate("navigator.serviceWorker.ready");
  return { context, page };
}

/** Ways in which a phone's storage cannot be opened, each in the page; called again with "undo" where it can. */
const BROKEN = {
  newer: `new Promise((done, failed) => {
    const asked = indexedDB.open("nep-hoc", 7);
    asked.onsuccess = () => { asked.result.close(); done(); };
    asked.onerror = failed;
  })`,
  hangs: `new Promise((done) => {
    const asked = indexedDB.open("nep-hoc", 8);
    asked.onupgradeneeded = () => {
      const { objectStore } = asked.transaction;
      const again = () => { asked.transaction.objectStore("numbers").get("x").onsuccess = again; };
      again();
      done();
    };
  })`,
  replaced: `new Promise((done) => {
    indexedDB.deleteDatabase("nep-hoc").onsuccess = () => {
      const asked = indexedDB.open("nep-hoc", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("other");
      asked.onsuccess = () => { asked.result.close(); done(); };
    };
  })`,
} as const;

test("a phone whose storage cannot be opened shows every page that the network brings, and keeps what waits", async () => {
  const { context, page } = await phoneWithCourse();
  const [lesson] = course.lessons;
  const before = await attempts();
  await page.goto(`${lessonPath()}/cau-hoi`);
  line.put({ kind: "cut" });
  await answerQuiz(page, lesson?.questions ?? []);
  expect(await page.locator("h1").innerText()).toContain("Đạt rồi");
  let arrived = 0;
  for (const [name, way] of Object.entries(BROKEN)) {
    // The last of them throws the store away itself; what waits has arrived by then.
    if (name === "replaced") arrived = await attempts();
    const breaker = await context.newPage();
    line.put(null);
    await breaker.goto(`${line.origin}/khong-co-mang`);
    line.put({ kind: "cut" });
    await breaker.evaluate(way);
    line.put(null);
    for (const [path, heading] of [
      ["/so-hoc-tap", "Sổ học tập"],
      ["/hoc", "Khóa học"],
      [new URL(lessonPath()).pathname, lesson?.title ?? ""],
    ] as const) {
      await page.goto(`${line.origin}${path}`);
      expect(await page.locator("h1").innerText(), `${name} ${path}`).toContain(heading);
    }
    line.put({ kind: "cut" });
    await page.goto(`${line.origin}/so-hoc-tap`);
    expect(await page.locator("body").innerText(), name).toContain("Chưa có mạng");
    line.put(null);
    await breaker.close();
    if (name !== "replaced") await nothingWaits(page);
  }
  expect([arrived, await attempts()]).toEqual([before + 1, before + 1]);
  await context.close();
});

test("going back to a page that showed faults is no want of signal", async () => {
  for (const keeps of [false, true]) {
    const { context, page } = keeps ? await phoneWithCourse() : await phoneWithout();
    await page.goto(`${line.origin}/so-hoc-tap/minh-chung/moi`);
    await page.locator("[name=title]").fill("x");
    await page.evaluate("document.querySelector('main form').noValidate = true");
    await press(page, page.locator("main form button").first());
    expect(await page.locator("#loi").count()).toBe(1);
    await page.goto(`${line.origin}/hoc`);
    await page.goBack();
    const told = await page.locator("body").innerText();
    expect(told).not.toContain("Chưa có mạng");
    expect(told).toContain("minh chứng");
    await context.close();
  }
});

test("on a shared phone without signal everybody who learns there comes in, and who helps her is remembered", async () => {
  const neighbour = product.attestor;
  const { context, page } = await phoneWithCourse();
  await page.goto(lessonPath());
  await press(page, page.getByRole("link", { name: "Có người học cùng?" }));
  await press(page, page.getByRole("button", { name: "Con cháu" }));
  line.put({ kind: "cut" });
  for (const path of [lessonPath(), `${lessonPath()}/cau-hoi`]) {
    await page.goto(path);
    expect(await page.locator("main").innerText(), path).toContain("Đang học cùng: con cháu");
  }
  line.put(null);
  // She never locked her part; handing the phone on asks for her PIN once.
  await page.goto(`${line.origin}/tai-khoan`);
  await press(page, page.getByRole("button", { name: "Đổi người học" }));
  await page.getByLabel("Mã PIN của mình").fill(her.pin);
  await press(page, page.getByRole("button", { name: "Khóa bài của mình" }));
  await enter(page, neighbour);
  line.put({ kind: "cut" });
  await page.goto(`${line.origin}/tai-khoan`);
  await page.goto(`${line.origin}/dang-nhap`);
  const shown = await page.locator("main").innerText();
  for (const { name } of [her, neighbour]) expect(shown).toContain(name);
  await page.getByLabel(her.name).check();
  await page.getByLabel("Mã PIN (6 số)").fill(her.pin);
  await press(page, page.getByRole("button", { name: "Vào học" }));
  await page.goto(lessonPath());
  expect(await page.locator("header").innerText()).toContain(her.name);
  await context.close();
});

test("a browser that keeps no cookie is told so, and not led round in a circle", async () => {
  const headers = { origin: line.origin, "sec-fetch-site": "same-origin" };
  const sent = await fetch(`${line.origin}/dang-nhap`, {
    method: "POST",
    headers,
    body: new URLSearchParams({ login: her.card, pin: her.pin, tiep: "/so-hoc-tap" }),
    redirect: "manual",
  });
  expect(sent.status).toBe(302);
  const onward = new URL(sent.headers.get("location") ?? "", line.origin);
  const told = await fetch(onward);
  expect(await told.text()).toContain("không cho lưu cookie");
  const cookie = sent.headers.getSetCookie().map((each) => each.split(";")[0] ?? "");
  const kept = await fetch(onward, {
    headers: { cookie: cookie.join("; ") },
    redirect: "manual",
  });
  expect(kept.headers.get("location")).toBe("/so-hoc-tap");
});
