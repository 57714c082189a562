import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { giveCookies, openBrowser } from "#tests/setup/browser.ts";
import { au, cmi5Xml, zipOf } from "#tests/setup/course-package.ts";
import { product } from "#tests/setup/journey-product.ts";

import {
  enterAsBeginner,
  enterAsResident,
  LEARNER_PATTERNS,
  type LearnerPage,
  linksOf,
  patternFor,
  START,
  walkPages,
} from "./learner-pages.ts";
import { uploadPackage } from "./package-upload.ts";
import { barriersOn, press, visit } from "./visitor.ts";

/** The narrowest that WCAG asks for. */
const NARROW = { width: 320, height: 568 };
const PHONE = { width: 360, height: 640 };
/** Of a form: what it refuses is a page. */
const NOT_LINKED: readonly string[] = ["/hoc/:course/:lesson/viec-da-lam"];

/** Somebody with a phone, and a page of each kind that she comes to. */
interface Walk {
  readonly cookie: string | null;
  readonly pages: readonly LearnerPage[];
}

const { origin } = product;

let browser: Browser;
/** As nobody, as one who is recognised, as one who scores herself, and on a phone where others sign in. */
let walks: readonly Walk[];

beforeAll(async () => {
  browser = await openBrowser();
  const course = await givenPackage();
  const recognised = await enterAsResident(product.dataFolder);
  const beginner = await enterAsBeginner(product.dataFolder);
  walks = [
    await walk(null, recognised.public),
    await walk(recognised.cookie, recognised.own),
    await walk(beginner, [course]),
    await walk(await phoneOfOthers(), ["/dang-nhap"]),
  ];
});
afterAll(() => browser.close());

async function walk(cookie: string | null, from: readonly string[]): Promise<Walk> {
  return { cookie, pages: await walkPages(origin, cookie, [...START, ...from]) };
}

/** The address of a course that an officer of the province took in from elsewhere. */
async function givenPackage(): Promise<string> {
  const { page, close } = await visit(browser, origin, product.officer, false);
  await page.goto(`${origin}/tinh/goi-hoc`);
  const xml = cmi5Xml([au("a"), au("b")], { title: "Khóa từ nơi khác", course: "noi-khac" });
  const bytes = await zipOf({ "cmi5.xml": xml, "index.html": "<h1>Bài</h1>" });
  await uploadPackage(page, bytes, "noi-khac.zip");
  await press(page, page.getByRole("link", { name: "Khóa từ nơi khác" }));
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await close();
  return `/hoc/goi/${id}`;
}

/** The mark of a phone on which somebody signed in before. */
async function phoneOfOthers(): Promise<string> {
  const { page, close } = await visit(browser, origin, product.attestor, false);
  const marks = await page.context().cookies(`${origin}/dang-nhap`);
  await close();
  return marks
    .flatMap(({ name, value }) => (name === "phien" ? [] : [`${name}=${value}`]))
    .join("; ");
}

async function open(as: string | null, scripts: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: NARROW,
    locale: "vi-VN",
    javaScriptEnabled: scripts,
    serviceWorkers: "block",
  });
  if (as !== null) await giveCookies(context, as, origin);
  return context.newPage();
}

function allPages(): readonly LearnerPage[] {
  return walks.flatMap(({ pages }) => pages);
}

/** One browser page for all of a person's pages; what is wrong is told of all of them at once. */
async function complaintsOf(
  scripts: boolean,
  look: (page: Page, shown: LearnerPage) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const told: string[] = [];
  for (const { cookie, pages } of walks) {
    const page = await open(cookie, scripts);
    for (const shown of pages) {
      const response = await page.goto(origin + shown.path);
      expect(response?.status(), shown.path).toBe(200);
      told.push(...(await look(page, shown)).map((each) => `${shown.path}: ${each}`));
    }
    await page.context().close();
  }
  return told;
}

test("links lead to every page of a learner from the front page on", () => {
  const reached = new Set(allPages().map(({ pattern }) => pattern));
  const missed = LEARNER_PATTERNS.filter((pattern) => !reached.has(pattern));
  expect(missed.filter((pattern) => !NOT_LINKED.includes(pattern))).toEqual([]);
});

test("no page of a learner is a dead end: from each a link or a form leads on", () => {
  const ends = allPages().filter(({ html, path }) => {
    const here = path.split("?")[0];
    const on = linksOf(html, path).filter((link) => !link.startsWith(`${here}?`) && link !== path);
    return !on.some((link) => patternFor(link) !== null);
  });
  expect(ends.map(({ path }) => path)).toEqual([]);
});

test("without script each page is all there, and fits a phone of 320 px and letters twice as large", async () => {
  const told = await complaintsOf(false, async (page) => {
    await page.setViewportSize(NARROW);
    const narrow = await cutOff(page);
    await page.setViewportSize(PHONE);
    await page.evaluate(`document.documentElement.style.fontSize = "200%"`);
    const large = await cutOff(page);
    return [
      ...narrow.map((each) => `at 320 px ${each}`),
      ...large.map((each) => `at 200 % ${each}`),
      ...((await page.locator("main").innerText()).trim() === "" ? ["is empty"] : []),
    ];
  });
  expect(told).toEqual([]);
});

test("each page can be gone through by keyboard alone, in its own order, seeing where one is", async () => {
  const told = await complaintsOf(true, async (page) => {
    const stops = await page.evaluate<number>(`(() => {
      const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, audio[controls]")];
      window.stops = all.filter((each) => each.type !== "hidden" && !each.disabled && each.checkVisibility());
      // Of radio buttons with one name one is a stop, and the arrows go to the others.
      window.stops = window.stops.filter((each, place) => each.type !== "radio" ||
        window.stops.findIndex((other) => other.type === "radio" && other.name === each.name && other.form === each.form) === place);
      return window.stops.length;
    })()`);
    const seen: string[] = [];
    for (let turn = 0; turn < stops; turn++) {
      await page.keyboard.press("Tab");
      seen.push(
        await page.evaluate<string>(`(() => {
          const now = document.activeElement;
          const style = getComputedStyle(now);
          const shown = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
          const at = window.stops.findIndex((each) => each === now || (each.type === "radio" && each.name === now.name && each.form === now.form));
          return at === ${turn} ? (shown ? "" : "no focus to be seen on " + now.outerHTML.slice(0, 120))
            : "Tab no. ${turn} comes to " + now.outerHTML.slice(0, 120) + ", not " + window.stops[${turn}].outerHTML.slice(0, 120);
        })()`),
      );
      if (seen.at(-1) !== "") break;
    }
    return seen.filter((each) => each !== "");
  });
  expect(told).toEqual([]);
});

test("no page of a learner raises a barrier that axe knows", async () => {
  const told = await complaintsOf(true, (page) => barriersOn(page));
  expect(told).toEqual([]);
});

/** What sticks out to the side, or is cut off by what it stands in. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const wide = document.documentElement;
    const told = wide.scrollWidth > wide.clientWidth ? ["is " + wide.scrollWidth + " px wide"] : [];
    for (const each of document.querySelectorAll("main *, header *, nav *")) {
      const style = getComputedStyle(each);
      const hides = style.overflowX === "hidden" || style.overflowY === "hidden";
      if (!hides || each.closest(".sr-only, svg, thead") || each.clientWidth <= 1) continue;
      if (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1) {
        told.push("cuts off " + each.outerHTML.slice(0, 80));
      }
    }
    return told;
  })()`);
}
