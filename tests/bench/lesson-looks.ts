// npx tsx tests/bench/lesson-looks.ts <folder> [course…] [--origin <address> --people <card>:<pin>,<card>:<pin>]
// Opens every lesson on a small phone as it usually is, in the easy view and darkened by the browser; tells
// what stands out, weighs lessons and quizzes, and draws contact sheets into the folder. Without an origin
// it starts the product as a newcomer does.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import type { Page } from "playwright-core";

import type { Course } from "#app/domain/content/index.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";
import { giveCookies, openBrowser, phone } from "#tests/setup/browser.ts";
import { startProduct } from "#tests/setup/start-product.ts";

import { drawSheets, type Shot } from "./contact-sheets.ts";
import { lookAt } from "./look-at-page.ts";
import { weighAll } from "./pages.ts";
import { signInAt } from "./sign-in-at.ts";

const LESSON_BYTES = 60_000;
const QUIZ_BYTES = 80_000;
const VIEWS = ["usual", "easy", "dark"] as const;
type View = (typeof VIEWS)[number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { origin: { type: "string" }, people: { type: "string" } },
});
const [folder, ...wanted] = positionals;
if (folder === undefined) throw new Error("name a folder for the contact sheets");
await mkdir(folder, { recursive: true });
const { catalogue } = await readCatalogue("content/courses");
const courses = catalogue.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
const product = values.origin === undefined ? await startProduct() : null;
const origin = values.origin ?? product?.origin ?? "";
const browser = await openBrowser();
const darkened = await openBrowser(["--blink-settings=forceDarkModeEnabled=true"]);
try {
  const [usual, easy] = product?.learners ?? signInsOf(values.people ?? "");
  if (usual === undefined || easy === undefined) throw new Error("two learners are needed");
  const cookies: Readonly<Record<View, string>> = {
    usual: await signInAt(origin, usual),
    easy: await signInAt(origin, easy),
    dark: await signInAt(origin, usual),
  };
  await chooseEasyView(cookies.easy);
  const pages = await Promise.all(VIEWS.map((view) => pageFor(view, cookies[view])));
  let opened = 0;
  for (const course of courses) {
    const found = await Promise.all(
      pages.map((page, at) => lookThrough(page, VIEWS[at] ?? "usual", course)),
    );
    opened += found.reduce((sum, count) => sum + count, 0);
  }
  say(`${courses.length} courses, ${opened} pages looked at`);
  await tellWeights(cookies.usual);
} finally {
  await darkened.close();
  await browser.close();
  await product?.stop();
}

function signInsOf(people: string) {
  return people.split(",").map((each) => {
    const [card = "", pin = ""] = each.split(":");
    return { card, pin };
  });
}

/** Dark is what phones make of pages that have no dark look of their own. */
async function pageFor(view: View, cookie: string): Promise<Page> {
  const context = await phone(view === "dark" ? darkened : browser, true);
  await giveCookies(context, cookie, origin);
  const page = await context.newPage();
  // A worker would answer for a product that ended.
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setBypassServiceWorker", { bypass: true });
  if (view === "dark") await page.emulateMedia({ colorScheme: "dark" });
  return page;
}

async function chooseEasyView(cookie: string): Promise<void> {
  const response = await fetch(`${origin}/cach-xem`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin, cookie },
    body: "de-xem=co",
  });
  if (response.status !== 303) throw new Error(`the easy view is refused: ${response.status}`);
}

/** Every lesson of a course in one view; answers how many pages that were. */
async function lookThrough(page: Page, view: View, course: Course): Promise<number> {
  const shots: Shot[] = [];
  for (const { id } of [...course.lessons, course.final]) {
    const path = `/hoc/${course.id}/${id}`;
    let screen = 1;
    let last = 1;
    for (; screen <= last; screen++) {
      const at = view === "easy" ? `${path}?phan=${screen}` : path;
      const { told, screens } = await lookAt(page, origin + at);
      last = screens;
      for (const each of told) say(`${view} ${at}: ${each}`);
      const png = await page.screenshot({ fullPage: true });
      shots.push({ label: last > 1 ? `${id} ${screen}` : id, png });
    }
  }
  await drawSheets(join(folder ?? "", `${course.id}-${view}`), shots);
  return shots.length;
}

async function tellWeights(cookie: string): Promise<void> {
  const lessons = courses.flatMap((course) =>
    [...course.lessons, course.final].map(({ id }) => `/hoc/${course.id}/${id}`),
  );
  const quizzes = lessons.map((path) => `${path}/cau-hoi`);
  for (const [paths, budget] of [
    [lessons, LESSON_BYTES],
    [quizzes, QUIZ_BYTES],
  ] as const) {
    const weighed = await weighAll(browser, origin, cookie, paths);
    for (const { path, bytes } of weighed.filter((each) => each.bytes > budget)) {
      say(`${path}: ${bytes} bytes, at most ${budget}`);
    }
    const most = weighed.toSorted((a, b) => b.bytes - a.bytes)[0];
    say(`${weighed.length} weighed, largest ${most?.path ?? ""} ${most?.bytes ?? 0} bytes`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
