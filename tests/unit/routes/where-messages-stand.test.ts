import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

const PAGES = "app/pages";

test("what was done is told at the top of a page, so no address that tells it leads further down", () => {
  const sources = readdirSync(PAGES, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => ({ file, source: readFileSync(join(PAGES, file), "utf8") }));
  const jumping = sources.flatMap(({ file, source }) =>
    [...source.matchAll(/redirect\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/gu)]
      .map(([call]) => call)
      .filter((call) => /#[\w-]+[`"]/u.test(call))
      .map((call) => `${file}: ${call}`),
  );

  expect(jumping).toEqual([]);
});
