import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { parse } from "yaml";

import { VILLAGE_TYPES } from "#app/domain/places/index.ts";
import { isVietnameseWithout, KEPT_IN_ENGLISH } from "#tests/setup/kept-in-english.ts";

import { query } from "./sample-people.ts";

/** What the law and the people of the sample say: Vietnamese on every page. */
export async function vietnameseByNature(databaseUrl: string): Promise<readonly string[]> {
  const rows = await query(
    databaseUrl,
    `SELECT full_name AS text FROM person
     UNION SELECT title FROM office
     UNION SELECT name FROM place
     UNION SELECT upper(left(type, 1)) || substr(type, 2) || ' ' || name FROM place
     UNION SELECT unnest(ARRAY[old_name, old_district, old_province]) FROM place_predecessor
     UNION SELECT unnest(ARRAY[title, description]) FROM evidence
     UNION SELECT words FROM attestation
     UNION SELECT reason FROM review
     UNION SELECT need FROM village_need
     UNION SELECT title FROM cmi5_version
     UNION SELECT unnest(ARRAY[number, signer_name, signer_title]) FROM decision`,
  );
  const said = rows.map(({ text }) => String(text));
  return [...said, ...VILLAGE_TYPES, ...criteriaTexts()]
    .map((text) => oneLine(text))
    .filter((text) => text !== "");
}

function criteriaTexts(): readonly string[] {
  const folder = "content/criteria";
  return readdirSync(folder).flatMap((file) =>
    textsIn(parse(readFileSync(join(folder, file), "utf8"))),
  );
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Everything that authors and the law wrote, without marks, in one line. */
export function writtenByAuthors(): string {
  const files = ["content/courses", "content/criteria"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:md|ya?ml)$/u.test(file))
      .map((file) => readFileSync(join(folder, file), "utf8")),
  );
  return oneLine(files.join("\n").replaceAll(/[*_`>#|]/gu, " "));
}

function oneLine(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
}

/** Texts and labels of a page that are Vietnamese and do not say so by `lang`. */
const TEXTS_NOT_MARKED = `(() => {
  const marked = (node) => node.parentElement.closest('[lang="vi"], script, style') !== null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [document.title];
  while (walker.nextNode()) if (!marked(walker.currentNode)) texts.push(walker.currentNode.data);
  for (const element of document.querySelectorAll("[aria-label], [alt], [placeholder]")) {
    if (element.closest('[lang="vi"]') !== null) continue;
    for (const name of ["aria-label", "alt", "placeholder"]) {
      texts.push(element.getAttribute(name) ?? "");
    }
  }
  return texts;
})()`;

/** Sentences of the interface that are Vietnamese on this page. */
export async function vietnameseLeft(
  page: Page,
  known: { readonly names: readonly string[]; readonly authors: string },
): Promise<readonly string[]> {
  const texts: unknown = await page.evaluate(TEXTS_NOT_MARKED);
  if (!Array.isArray(texts)) throw new Error("the page has no texts");
  const kept = [...KEPT_IN_ENGLISH, ...known.names].toSorted((a, b) => b.length - a.length);
  return texts
    .map((text) => oneLine(String(text)))
    .filter((text) => {
      // What is quoted is what an author named: “Bài một”.
      const said = text.replaceAll(/“[^”]*”/gu, "");
      return (
        isVietnameseWithout(said, kept) && !known.authors.includes(text.replace(/^\d+\. /u, ""))
      );
    });
}
