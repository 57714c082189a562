import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { LANGUAGE_CODES, LANGUAGE_NAMES } from "#app/locales/language-names.ts";
import { languageOf } from "#app/locales/languages.ts";

const LOCALES = "app/locales";
const PAGES = "app/pages";

test("whatever language has words beside the others can be chosen by its own name", () => {
  const present = readdirSync(LOCALES, { withFileTypes: true })
    .map(({ name }) => /^([a-z]{2,3})(?:\.ts)?$/u.exec(name)?.[1])
    .filter((code) => code !== undefined);

  expect([...LANGUAGE_CODES].toSorted()).toEqual(present.toSorted());
  expect(new Set(LANGUAGE_NAMES.map(({ name }) => name)).size).toBe(present.length);
  for (const code of LANGUAGE_CODES) expect(languageOf(code).code).toBe(code);
});

test("who asks for a language that nobody wrote reads Vietnamese", () => {
  expect(languageOf("fr").code).toBe("vi");
  expect(languageOf(null).code).toBe("vi");
});

test("every page is called by a name in the reader's language, and no page reaches for Vietnamese", () => {
  const pages = readdirSync(PAGES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.tsx"))
    .map((file) => ({ file, source: readFileSync(join(PAGES, file), "utf8") }));
  // A frame around other routes is no page.
  const named = pages.filter(
    ({ source }) => /^export default /mu.test(source) && !source.includes("Outlet"),
  );
  const withoutName = named.filter(
    ({ source }) => !/\b(?:pageTitle|wordsOf)\(matches\b/u.test(source),
  );
  const inVietnamese = pages.filter(({ source }) =>
    /import \{[^}]*\bvi\b[^}]*\} from "#app\/locales\/index\.ts"/u.test(source),
  );

  expect(withoutName.map(({ file }) => file)).toEqual([]);
  expect(inVietnamese.map(({ file }) => file)).toEqual([]);
});
