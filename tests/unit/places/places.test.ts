import { expect, test } from "vitest";
import { z } from "zod";

import {
  communeIdOfCode,
  placeSearchName,
  placeTitle,
  provinceIdOfCode,
} from "#app/domain/places/index.ts";
import { readCsv } from "#app/domain/places/csv.ts";
import { hitsOf, type NamedCommune } from "#app/domain/places/place-hits.ts";
import { listedPlaces } from "#app/domain/places/place-files.ts";
import { placeQueryOf } from "#app/domain/places/place-query.ts";

test("a place is called by its kind and name", () => {
  expect(placeTitle({ type: "xã", name: "Bản Phố" })).toBe("Xã Bản Phố");
  expect(placeTitle({ type: "đặc khu", name: "Lý Sơn" })).toBe("Đặc khu Lý Sơn");
  expect(placeTitle({ type: "bản", name: "Lùng" })).toBe("Bản Lùng");
});

test("a place has the same id in every database", () => {
  expect(provinceIdOfCode("15")).toBe("8e4d0211-a081-5156-a944-8920883121e3");
  expect(communeIdOfCode("02686")).toBe("1054599e-d3d1-54e4-98e5-ba8411b2d711");
  expect(() => communeIdOfCode("15")).toThrow("pattern");
});

test("marks and apostrophes do not matter to a search", () => {
  expect(placeSearchName("Xã Ea H’Leo")).toBe("xa ea hleo");
  expect(placeSearchName("phường Cam Đường")).toBe("phuong cam duong");
});

test.each([
  ["xa ban pho", { full: "xa ban pho", bare: "ban pho", area: "" }],
  ["Bản Phố", { full: "ban pho", bare: "ban pho", area: "" }],
  ["TT. Sa Pa", { full: "thi tran sa pa", bare: "sa pa", area: "" }],
  ["p. cam duong", { full: "phuong cam duong", bare: "cam duong", area: "" }],
  ["Đặc khu Lý Sơn", { full: "dac khu li son", bare: "li son", area: "" }],
  ["Tân Lập, Lục Yên, Yên Bái", { full: "tan lap", bare: "tan lap", area: "luc yen yen bai" }],
  ["xã", { full: "xa", bare: "xa", area: "" }],
  ["Phố%_\\ Bản", { full: "pho ban", bare: "pho ban", area: "" }],
])("what is typed is understood: %j", (typed, query) => {
  expect(placeQueryOf(typed)).toEqual(query);
});

test("nothing to look for is nothing, and a long text is cut", () => {
  for (const typed of ["", "  ", "%", ", Lào Cai", "''"]) expect(placeQueryOf(typed)).toBeNull();
  expect(placeQueryOf("a".repeat(500))?.bare).toHaveLength(100);
});

const Row = z.object({ a: z.string(), b: z.string() });

test("a quoted field may hold commas, quotes and line ends", () => {
  expect(readCsv("x.csv", 'a,b\n"1, 2","nói ""được"""\r\n,"hai\ndòng"', Row)).toEqual([
    { a: "1, 2", b: 'nói "được"' },
    { a: "", b: "hai\ndòng" },
  ]);
});

test.each([
  ["b,a\n1,2\n", "x.csv:1: the columns"],
  ["a,b\n1,2,3\n", "x.csv:2: 3 fields"],
  ['a,b\n"1\n",2\n3\n', "x.csv:4: 1 fields"],
  ['a,b\n1,2"3\n', "x.csv:2: a quote"],
  ['a,b\n1,"2\n', "x.csv:2: a quote"],
])("a file that is no such table is refused: %j", (text, message) => {
  expect(() => readCsv("x.csv", text, Row)).toThrow(message);
});

const FILES = {
  provinces: "code,name,valid_from\n15,Tỉnh Lào Cai,2025-07-01\n",
  communes: "code,kind,name,province_code,valid_from\n02839,xã,Bắc Hà,15,2025-07-01\n",
  predecessors:
    "commune_code,commune_name,old_code,old_name,old_district,old_province,how\n" +
    "02839,Xã Bắc Hà,02866,xã Bản Phố,Huyện Bắc Hà (085),Tỉnh Lào Cai (10),Nhập toàn bộ\n" +
    "02839,Xã Bắc Hà,,,Huyện Đảo (999),Tỉnh Lào Cai (10),Nhập toàn bộ\n",
};

test("the files are read into places and what they were made from", () => {
  const { provinces, communes, predecessors } = listedPlaces(FILES);
  expect(provinces).toMatchObject([{ type: "tỉnh", name: "Lào Cai", provinceId: null }]);
  expect(communes).toMatchObject([{ searchName: "xa bac ha", provinceId: provinceIdOfCode("15") }]);
  expect(predecessors).toMatchObject([
    { oldName: "Xã Bản Phố", oldDistrict: "Huyện Bắc Hà", oldProvince: "Tỉnh Lào Cai" },
    { oldCode: "", oldName: "Huyện Đảo" },
  ]);
});

test.each([
  ["communes", "02839,xã", "02839,làng", /communes\.csv:2/u],
  ["communes", ",15,", ",99,", /no province for 02839/u],
  ["communes", "2025-07-01", "2025-07-32", /communes\.csv:2/u],
  ["predecessors", "02839,", "99999,", /no commune 99999/u],
  ["provinces", "Tỉnh", "Bang", /no kind word/u],
] as const)("files that do not fit each other are refused: %s", (file, before, after, message) => {
  expect(() => listedPlaces({ ...FILES, [file]: FILES[file].replace(before, after) })).toThrow(
    message,
  );
});

test("a commune is shown once, by its own name when that fits as well as an old one", () => {
  const names: readonly NamedCommune[] = [
    named("02839", "Bắc Hà", NONE),
    named("02839", "Bắc Hà", old("Thị trấn Bắc Hà")),
    named("11446", "Phù Liễn", old("Phường Bắc Hà")),
  ];
  const query = { full: "bac ha", bare: "bac ha", area: "" };
  expect(hitsOf(names, query, 50).map(({ name, via }) => [name, via?.length ?? null])).toEqual([
    ["Xã Bắc Hà", null],
    ["Xã Phù Liễn", 1],
  ]);
  expect(hitsOf(names, query, 1)).toHaveLength(1);
  expect(hitsOf(names, { ...query, area: "hai phong" }, 50)).toEqual([]);
});

const NONE = { oldName: null, oldDistrict: null, oldProvince: null, how: null };

function old(oldName: string) {
  return { oldName, oldDistrict: "Huyện Cũ", oldProvince: "Tỉnh Cũ", how: "Nhập toàn bộ" };
}

function named(
  code: string,
  name: string,
  names: typeof NONE | ReturnType<typeof old>,
): NamedCommune {
  const province = { provinceType: "tỉnh", provinceName: "Lào Cai" };
  return { id: communeIdOfCode(code), type: "xã", name, ...province, code, rank: 1, ...names };
}
