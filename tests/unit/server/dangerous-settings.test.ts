import { expect, test } from "vitest";

import { findDangers, type Settings } from "#app/server/boot/dangerous-settings.ts";

const GOOD: Settings = {
  origin: "https://hoc.tinh.gov.vn",
  originSet: true,
  contentOrigin: "https://goi-hoc.example",
  baseIri: "https://hoc.tinh.gov.vn/xapi",
  baseIriSet: true,
  proxies: 1,
  secret: "today",
  earlierSecrets: [],
  folderFault: null,
  dataFolder: "var",
};
const FACTS = { baseIri: GOOD.baseIri, secret: "today" };

test("settings that are in order raise no word", () => {
  expect(findDangers(GOOD, FACTS)).toEqual([]);
  expect(findDangers(GOOD, { baseIri: null, secret: null })).toEqual([]);
});

test.for<readonly [Partial<Settings>, string]>([
  [{ originSet: false, origin: "http://localhost:3000" }, "NEPHOC_ORIGIN chưa đặt"],
  [{ origin: "http://hoc.tinh.gov.vn" }, "không phải https"],
  [{ proxies: 0 }, "NEPHOC_PROXIES=0"],
  [{ contentOrigin: "https://hoc.tinh.gov.vn:3001" }, "cùng máy chủ với NEPHOC_ORIGIN"],
  [{ baseIriSet: false }, "NEPHOC_BASE_IRI chưa đặt"],
  [{ baseIri: "https://khac.gov.vn/xapi" }, "đã dùng https://hoc.tinh.gov.vn/xapi"],
  [{ secret: "another" }, "không phải khóa đã dùng"],
  [{ folderFault: "EACCES: permission denied" }, "không ghi được: EACCES"],
])("a danger is told by its variable: %o", ([changed, words]) => {
  const dangers = findDangers({ ...GOOD, ...changed }, FACTS);
  expect(dangers.join("\n")).toContain(words);
});

test("a secret that was changed on purpose is accepted when the old one is named", () => {
  expect(findDangers({ ...GOOD, secret: "new", earlierSecrets: ["today"] }, FACTS)).toEqual([]);
});
