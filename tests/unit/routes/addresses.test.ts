import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { courseFolder, href, listScreens, paramsOf } from "#app/routes.ts";

test("an address is made out of the map, and read back by it", () => {
  const params = { course: "nuoi-lon", lesson: "bài 1/2" };
  const address = href("learn/lesson", params);

  expect(address).toBe("/hoc/nuoi-lon/b%C3%A0i%201%2F2");
  expect(paramsOf("learn/lesson", "/hoc/nuoi-lon/cho-an")).toEqual({
    course: "nuoi-lon",
    lesson: "cho-an",
  });
  expect(paramsOf("learn/lesson", "/hoc/nuoi-lon")).toBeNull();
  expect(paramsOf("files/portfolio-pdf", "/so-hoc-tapxpdf")).toBeNull();
  expect(courseFolder("nuoi-lon")).toBe("/khoa-hoc/nuoi-lon");
});

test("no two screens share an address", () => {
  const patterns = listScreens().map(({ pattern }) => pattern.replaceAll(/:\w+/gu, ":"));

  expect(new Set(patterns).size).toBe(patterns.length);
});

test("an address that is written out, and a word of our own for what has a name, are refused by the linter", () => {
  const folder = mkdtempSync("app/kit/planted-");
  try {
    writeFileSync(join(folder, "planted.ts"), 'export const planted = "/ban-xet/quyet-dinh";\n');
    writeFileSync(join(folder, "named.ts"), "export interface Look {\n  readonly at: Date;\n}\n");
    const linted = spawnSync("npx", ["oxlint", folder], { encoding: "utf8" });
    expect(linted.stdout).toContain("Make this address by href() out of app/routes.ts.");
    expect(linted.stdout).toContain("The field calls it AccessLogEntry, not Look.");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
