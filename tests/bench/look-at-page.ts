import { readdirSync, readFileSync } from "node:fs";

import type { Page } from "playwright-core";

import { spellerOf } from "#app/compile/check-content/spelling.ts";

const WORDS_IN_A_WALL = 60;
const SMALLEST_LETTERS = 14;

interface Seen {
  readonly walls: readonly string[];
  readonly broken: readonly string[];
  readonly wide: readonly string[];
  readonly small: readonly string[];
  /** What is marked as Vietnamese, or not marked. */
  readonly words: readonly string[];
  readonly screens: number;
}

/** What a page is asked for in the browser; it answers with `Seen`. */
const ASK = `(async () => {
  await Promise.all([...document.images].map((image) => { image.loading = "eager"; return image.decode().catch(() => null); }));
  const told = (each) => (each.textContent ?? "").trim().replace(/\\s+/gu, " ").slice(0, 60);
  const words = (text) => text.split(/\\s+/u).filter((word) => /[\\p{L}\\p{N}]/u.test(word)).length;
  const shown = [...document.querySelectorAll("body *")].filter((each) =>
    !each.closest(".sr-only, script, style, svg, template, noscript") && each.checkVisibility());
  const texts = shown.flatMap((each) => [...each.childNodes].filter((node) =>
    node.nodeType === 3 && node.data.trim() !== "").map((node) => [each, node.data]));
  const blocks = [...document.querySelectorAll("main :is(p, li, td, th, dd, figcaption, summary, blockquote)")]
    .filter((each) => each.querySelector("p, li, br, td, ul, ol") === null);
  const wide = document.documentElement;
  const beyond = wide.scrollWidth <= wide.clientWidth ? [] :
    shown.filter((each) => each.getBoundingClientRect().right > wide.clientWidth + 1);
  const counter = /(\\d+)\\/(\\d+)/u.exec(document.querySelector(".easy main p.title")?.textContent ?? "");
  return {
    walls: blocks.filter((each) => words(each.textContent ?? "") > ${WORDS_IN_A_WALL}).map(told),
    broken: [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
    wide: beyond.length === 0 && wide.scrollWidth > wide.clientWidth ? [String(wide.scrollWidth)] : beyond.map((each) => each.outerHTML.slice(0, 90)),
    small: texts.filter(([each]) => parseFloat(getComputedStyle(each).fontSize) < ${SMALLEST_LETTERS}).map(([each]) => told(each)),
    words: texts.filter(([each]) => (each.closest("[lang]")?.lang ?? "vi").startsWith("vi")).map(([, text]) => text),
    screens: counter === null ? 1 : Number(counter[2]),
  };
})()`;

/** Opens a page and tells what stands out on it, and on how many screens it is told. */
export async function lookAt(
  page: Page,
  url: string,
): Promise<{ readonly told: readonly string[]; readonly screens: number }> {
  const response = await page.goto(url);
  const status = response?.status() ?? 0;
  const seen = await page.evaluate<Seen>(ASK);
  const english = [...new Set(seen.words.flatMap((text) => foreignIn(text)))];
  return {
    told: [
      ...(status === 200 ? [] : [`answers ${status}`]),
      ...seen.walls.map((text) => `wall of text: ${text}…`),
      ...seen.broken.map((src) => `broken picture: ${src}`),
      ...seen.wide.map((element) => `wider than the phone: ${element}`),
      ...seen.small.map((text) => `letters under ${SMALLEST_LETTERS} px: ${text}`),
      ...(english.length === 0 ? [] : [`not Vietnamese: ${english.join(", ")}`]),
    ],
    screens: seen.screens,
  };
}

/** Words that authors have said to be names or to be foreign on purpose. */
const SAID = ["content/words.txt", ...wordLists()].map((path) => readFileSync(path, "utf8"));
const speller = spellerOf(SAID.join("\n"));

function wordLists(): readonly string[] {
  return readdirSync("content/courses", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("words.txt"))
    .map((name) => `content/courses/${name}`);
}

/** Words of plain letters that neither the dictionary nor a list knows. */
function foreignIn(text: string): readonly string[] {
  const words = text.replaceAll(/\S*[@/.]\S+/gu, " ").match(/(?<!\p{L})[a-z]{3,}(?!\p{L})/giu);
  return (words ?? []).filter((word) => speller(word) !== "right");
}
