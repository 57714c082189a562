import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";

import { type Course, type Question, rightResponse } from "#app/domain/content/index.ts";
import { phone } from "#tests/setup/browser.ts";
import type { SignIn } from "#tests/setup/product.ts";

/** Somebody with a phone in hand, who is quick but does only what a person could. */
export interface Visitor {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

export async function visit(
  browser: Browser,
  origin: string,
  who: SignIn | null,
  scripts: boolean,
): Promise<Visitor> {
  const context: BrowserContext = await phone(browser, scripts);
  const page = await context.newPage();
  page.on("response", (response) => {
    if (response.status() >= 500) throw new Error(`${response.status()} at ${response.url()}`);
  });
  await page.goto(origin);
  if (who !== null) await signIn(page, who);
  return { page, close: () => context.close() };
}

/** Presses what leads to another page and waits until that is there. */
export async function press(page: Page, target: Locator): Promise<void> {
  await clearOfBar(target);
  await Promise.all([page.waitForEvent("domcontentloaded"), target.click()]);
}

/** The places to go stand over the foot of a phone's screen; nobody taps through them. */
export function clearOfBar(target: Locator): Promise<void> {
  return target.evaluate((element) => element.scrollIntoView({ block: "center" }));
}

async function signIn(page: Page, who: SignIn): Promise<void> {
  await press(page, page.getByRole("link", { name: "Đăng nhập" }).first());
  await page.getByLabel("Mã thẻ hoặc số điện thoại").fill(who.card);
  await page.getByLabel("Mã PIN (6 số)").fill(who.pin);
  await press(page, page.getByRole("button", { name: "Vào học" }));
  expect(await page.getByText("Chưa vào được").count()).toBe(0);
}

/** Answers every question of the open quiz rightly, on one page or page by page, and hands it in. */
export async function answerQuiz(
  page: Page,
  questions: Course["final"]["questions"],
): Promise<void> {
  for (const question of questions) {
    const isPut = (await page.locator(`[name="answer.${question.id}"]`).count()) > 0;
    if (isPut) await answer(page, question, rightResponse(question));
  }
  const button = (value: string) => page.locator(`main form button[value="${value}"]`);
  const next = button("tiep");
  if ((await next.count()) === 0) {
    await press(page, button("gui"));
    return;
  }
  await press(page, next);
  await answerQuiz(page, questions);
}

/** Types that are typed, and those with a list for each thing; all others are ticked. */
const BY_WORDS: ReadonlySet<Question["type"]> = new Set(["number", "word"]);
const BY_LISTS: ReadonlySet<Question["type"]> = new Set(["order", "match", "sort"]);

/** Fills one question of the open form in. */
export async function answer(
  page: Page,
  { id, type }: Pick<Question, "id" | "type">,
  response: readonly string[],
): Promise<void> {
  const fields = page.locator(`[name="answer.${id}"]`);
  await clearOfBar(fields.first());
  for (const [at, value] of response.entries()) {
    if (BY_WORDS.has(type)) await fields.fill(value);
    else if (BY_LISTS.has(type)) await fields.nth(at).selectOption({ value });
    else await tick(page.locator(`[name="answer.${id}"][value="${value}"]`));
  }
}

async function tick(choice: Locator): Promise<void> {
  await clearOfBar(choice);
  await choice.check();
}

/** Fails when the page is wider than the phone. */
export async function expectNoSideways(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  const width = await page.evaluate("document.documentElement.scrollWidth");
  if (Number(width) > 360) throw new Error(`${page.url()} is ${String(width)} wide`);
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([]);
}

/** By WCAG 2.2 A and AA. Needs scripts in the browser, since axe is one. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
  );
}
