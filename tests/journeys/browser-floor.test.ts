import { readdirSync, readFileSync } from "node:fs";

import { beforeAll, expect, test } from "vitest";

import { product } from "#tests/setup/journey-product.ts";

import { ask, get } from "./http.ts";
import { enterAsResident, type LearnerPage, walkPages } from "./learner-pages.ts";
import { tooNewInScript } from "./newer-script.ts";
import { tooNewInStyle } from "./newer-style.ts";

const { origin } = product;

/** What learners' browsers get, by its address. */
let pages: readonly LearnerPage[];
let scripts: readonly (readonly [name: string, text: string])[];
let styles: readonly (readonly [name: string, text: string])[];

beforeAll(async () => {
  const { cookie } = await enterAsResident(product.dataFolder);
  pages = [...(await walkPages(origin, null)), ...(await walkPages(origin, cookie))];
  const named = (pattern: RegExp) => [
    ...new Set(pages.flatMap(({ html }) => [...html.matchAll(pattern)].map(([, path]) => path))),
  ];
  styles = await textsOf(named(/<link rel="stylesheet" href="([^"]+)"/gu));
  const workers = readdirSync("build/client").filter((name) => name.endsWith(".js"));
  const linked = named(/<script[^>]* src="([^"]+)"/gu);
  scripts = await textsOf([...new Set([...linked, ...workers.map((name) => `/${name}`)])]);
});

test("a phone of February 2020 understands every script that a learner's page or worker brings", () => {
  expect(scripts.map(([name]) => name)).toContain("/enhance.js");
  expect(scripts.flatMap(([name, text]) => tooNewInScript(name, text))).toEqual([]);
});

test("a phone of February 2020 understands every style of a learner's page, or loses only polish", () => {
  expect(styles.length).toBeGreaterThan(0);
  expect(styles.flatMap(([name, text]) => tooNewInStyle(name, text))).toEqual([]);
});

test("no page of a learner holds a script of its own or markup younger than its phone", () => {
  const young = pages.flatMap(({ path, html }) =>
    [
      ...html.matchAll(
        /<script(?![^>]* src=)[^>]*>|<[^>]*\son[a-z]+="|<[^>]*\s(?:popover|inert|commandfor)\b[^>]*>/gu,
      ),
    ].map(([found]) => `${path}: ${found}`),
  );
  expect(young).toEqual([]);
});

test("the floor that README promises is the one that is built for", () => {
  const built = /BROWSER_FLOOR = "chrome(\d+)"/u.exec(
    readFileSync("app/compile/browser-floor.js", "utf8"),
  );
  expect(readFileSync("README.md", "utf8")).toContain(`Chrome ${built?.[1]} (`);
});

async function textsOf(paths: readonly (string | undefined)[]) {
  return Promise.all(
    paths.map(async (path = "") => {
      const answer = await ask(origin, get(path, null));
      if (typeof answer === "string" || answer.status !== 200) throw new Error(`no ${path}`);
      return [path, answer.body.toString()] as const;
    }),
  );
}
