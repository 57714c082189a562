import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

const FOLDER = "tests/record-store";
const LAST = 336;

/** Numbers of ADL's list of conformance requirements that no store can break, and why. */
const CANNOT_BE_BROKEN: Readonly<Record<string, string>> = {
  "XAPI-00095": "withdrawn: the specification allows empty contextActivities",
  "XAPI-00136": "never given to a requirement",
  "XAPI-00137": "withdrawn: the specification asks for no MIME-Version",
  "XAPI-00138": "withdrawn: the content type of the request says it already",
  "XAPI-00152": "withdrawn: Consistent-Through may lie before what a page holds",
  "XAPI-00223": "the State resource has no since for DELETE; see XAPI-00205",
  "XAPI-00320": "permits an extension of about, asks for none",
  "XAPI-00329": "says how a fault is answered, and there must be none",
};

/** Sections of IEEE 9274.1.1 that ask something of a record store. */
const SECTIONS = [
  "4.1.1",
  "4.1.3",
  "4.1.4",
  "4.1.5",
  "4.1.6",
  "4.1.6.1",
  "4.1.6.4",
  "4.2.1",
  "4.2.2.5",
  "4.2.4.1",
  "4.2.4.2",
  "4.2.6",
  "4.2.7",
];

const sources = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => readFileSync(join(FOLDER, name), "utf8"))
  .join("\n");

test("each numbered requirement of xAPI 1.0.3 has a test of its name, or cannot be broken", () => {
  const tested = new Set(sources.match(/XAPI-\d{5}/gu));
  const numbers = Array.from(
    { length: LAST },
    (_, index) => `XAPI-${String(index + 1).padStart(5, "0")}`,
  );
  const missing = numbers.filter(
    (number) => !tested.has(number) && CANNOT_BE_BROKEN[number] === undefined,
  );
  expect(missing).toEqual([]);
  expect(Object.keys(CANNOT_BE_BROKEN).filter((number) => tested.has(number))).toEqual([]);
});

test("each section of xAPI 2.0 that says more than 1.0.3 has a test of its name", () => {
  const tested = new Set(sources.match(/(?<=2\.0 §)[\d.]+\d/gu));
  expect(SECTIONS.filter((section) => !tested.has(section))).toEqual([]);
});
