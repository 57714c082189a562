import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { giveCookies, openBrowser, phone } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";

import { expectAccessible, expectNoSideways } from "./visitor.ts";
import { databaseIn, enter } from "./sample-people.ts";

const { origin } = product;
const LESSON = "/hoc/tieng-anh-don-khach/so-va-gia-tien";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A phone with voices of these languages, which says nothing until the test lets a sentence end. */
async function phoneThatSpeaks(...languages: readonly string[]): Promise<Page> {
  const context: BrowserContext = await phone(browser, true);
  const cookie = await enter(databaseIn(product.dataFolder), product.attestor);
  await giveCookies(context, cookie, origin);
  await context.addInitScript(`{
    // A worker would ask for pages past what a test puts into them.
    delete Navigator.prototype.serviceWorker;
    const voices = ${JSON.stringify(languages)}.map((lang) => ({ lang, localService: true }));
    window.SpeechSynthesisUtterance = class extends EventTarget {
      constructor(text) { super(); this.text = text; }
    };
    const speech = new EventTarget();
    window.said = [];
    window.cancelled = 0;
    speech.getVoices = () => voices;
    speech.speak = (utterance) => said.push(utterance);
    speech.cancel = () => { cancelled += 1; };
    window.tell = (type, more) => said.at(-1).dispatchEvent(Object.assign(new Event(type), more));
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    HTMLMediaElement.prototype.play = function () { window.playing = this; return Promise.resolve(); };
    HTMLMediaElement.prototype.pause = function () { this.dispatchEvent(new Event("pause")); };
  }`);
  const page = await context.newPage();
  return page;
}

const said = (page: Page) =>
  page.evaluate<{ text: string; lang: string; rate: number }[]>(
    "said.map(({ text, lang, rate }) => ({ text, lang, rate }))",
  );
const marked = (page: Page) => page.locator(".ear-now").allInnerTexts();

test("a phone without a voice shows nothing that pretends to read", async () => {
  const page = await phoneThatSpeaks("de-DE");
  await page.goto(origin + LESSON);
  expect(await page.getByRole("button", { name: /^Nghe/u }).count()).toBe(0);
  expect(await page.locator("[data-ear-words]").innerHTML()).toBe("");
  await page.context().close();
});

test("she hears a block, sees the sentence and the word that is read, and stops it", async () => {
  const page = await phoneThatSpeaks("vi_VN", "en-US");
  await page.goto(origin + LESSON);
  await expectAccessible(page);
  await expectNoSideways(page);
  const before = await page.locator("main").innerText();
  const button = page.getByRole("button", { name: /^Nghe: Khách mua hàng/u });
  await button.focus();
  await page.keyboard.press("Enter");

  expect(await button.getAttribute("aria-pressed")).toBe("true");
  expect(await button.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
  const [first] = await said(page);
  expect(first).toMatchObject({ lang: "vi_VN", rate: 1 });
  expect((await marked(page)).join("")).toBe(first?.text);
  await page.evaluate(`tell("boundary", { name: "word", charIndex: 6 })`);
  expect(await page.locator("mark").allInnerTexts()).toEqual([first?.text.slice(6).split(" ")[0]]);
  await page.evaluate(`tell("end")`);
  const second = (await said(page)).at(-1);
  expect(second?.text).not.toBe(first?.text);
  expect((await marked(page)).join("")).toBe(second?.text);

  await page.keyboard.press("Escape");
  await page.evaluate(`tell("end")`);
  expect(await button.getAttribute("aria-pressed")).toBe("false");
  expect(await marked(page)).toEqual([]);
  expect(await page.locator("main").innerText()).toBe(before);
  await page.context().close();
});

test("the whole lesson is read through, English by an English voice, as slowly as she chose", async () => {
  const page = await phoneThatSpeaks("vi-VN", "en-GB");
  await page.goto(origin + LESSON);
  await page.getByRole("button", { name: "Chậm" }).click();
  await page.reload();
  expect(await page.getByRole("button", { name: "Chậm" }).getAttribute("aria-pressed")).toBe(
    "true",
  );
  const whole = page.getByRole("button", { name: "Nghe cả bài" });
  await whole.click();
  await readToTheEnd(page);
  const all = await said(page);
  expect(new Set(all.map(({ rate }) => rate))).toEqual(new Set([0.75]));
  const english = all.filter(({ lang }) => lang === "en-GB").map(({ text }) => text);
  expect(english.join(" ")).toContain("How much is it?");
  expect(all.map(({ text }) => text).join(" ")).not.toContain("Nghe cả bài");
  expect(await whole.getAttribute("aria-pressed")).toBe("false");
  await page.context().close();
});

test("a phone with a Vietnamese voice alone leaves English lines to her eyes", async () => {
  const page = await phoneThatSpeaks("vi-VN");
  await page.goto(origin + LESSON);
  await page.getByRole("button", { name: "Nghe cả bài" }).click();
  await readToTheEnd(page);
  const lines = await page.locator("main [lang=en]").allInnerTexts();
  // "ten" is read in Vietnamese as well, where it is written how to say it.
  const english = lines.filter((line) => line.length > "ten".length);
  const texts = (await said(page)).map(({ text }) => text);
  expect(english.length).toBeGreaterThan(0);
  expect(texts.filter((text) => english.includes(text))).toEqual([]);
  await page.context().close();
});

test("a question and its choices are read, its answer is not", async () => {
  const page = await phoneThatSpeaks("vi-VN", "en-US");
  await page.goto(`${origin}${LESSON}/cau-hoi`);
  const question = page
    .locator("fieldset")
    .filter({ has: page.locator("[type=radio]") })
    .first();
  await question.getByRole("button", { name: /^Nghe/u }).click();
  for (let turn = 0; turn < 12; turn++) await page.evaluate(`tell("end")`);
  const texts = (await said(page)).map(({ text }) => text).join(" ");
  for (const choice of await question.locator(".choice").allInnerTexts()) {
    expect(texts).toContain(choice.trim().split("\n")[0]);
  }
  await page.context().close();
});

test("a recording goes before the phone's voice, in the language that she chose last", async () => {
  const page = await phoneThatSpeaks("vi-VN");
  await page.route(origin + LESSON, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const recorded = `<div data-ear="">${recording("vi", "Tiếng Việt")}${recording("hmn", "Tiếng Mông")}</div><p data-ear=""`;
    await route.fulfill({ response, body: html.replace(/<p data-ear=""/u, recorded) });
  });
  await page.goto(origin + LESSON);
  await page.getByRole("button", { name: "Tiếng Mông", exact: true }).click();
  await page.reload();
  expect(await page.locator("[data-ear-audio=vi]").isVisible()).toBe(false);
  await page.getByRole("button", { name: "Nghe cả bài" }).click();
  expect(await page.evaluate("new URL(playing.src).pathname")).toBe("/hmn.mp3");
  expect(await said(page)).toEqual([]);
  await page.evaluate(`playing.dispatchEvent(new Event("ended"))`);
  expect((await said(page)).length).toBe(1);
  // The plug of her headphones comes out: it does not go on without them.
  await page.getByRole("button", { name: "Nghe cả bài" }).click();
  await page.evaluate("scrollTo(0, 0)");
  await page.getByRole("button", { name: "Nghe cả bài" }).click();
  await page.evaluate(`playing.dispatchEvent(new Event("pause"))`);
  expect((await said(page)).length).toBe(1);
  await page.context().close();
});

function recording(lang: string, name: string): string {
  return `<div data-ear-audio="${lang}"><audio controls preload="none" src="/${lang}.mp3" aria-label="${name}"></audio></div>`;
}

async function readToTheEnd(page: Page): Promise<void> {
  const whole = page.getByRole("button", { name: "Nghe cả bài" });
  for (let turn = 0; turn < 400; turn++) {
    if ((await whole.getAttribute("aria-pressed")) === "false") return;
    await page.evaluate(`tell("end")`);
  }
  throw new Error("it goes on reading");
}
