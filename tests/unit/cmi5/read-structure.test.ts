import { expect, test } from "vitest";

import type { PackageFault } from "#app/domain/cmi5/index.ts";
import { unitsOf, vietnamese } from "#app/domain/cmi5/index.ts";
import { readStructure } from "#app/domain/cmi5/read-structure.ts";
import { blocksOf, CourseStructure, minutesOfUnits } from "#app/domain/cmi5/structure.ts";
import { vi } from "#app/locales/index.ts";
import { au, block, cmi5Xml, publisherId } from "#tests/setup/course-package.ts";

const FILES = new Set(["index.html", "bài 2/xem.html", "a/b.html"]);
const WEB = { url: "https://soan-bai.example/bai.html" };

function structureOf(xml: string, files: ReadonlySet<string> | null = FILES) {
  const read = readStructure(xml, files);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.structure;
}

/** The address of the only unit, as it is kept. */
const url = (text: string) => unitsOf(structureOf(cmi5Xml([au("mot", { url: text })])))[0]?.url;

/** A vendor's elements, so many in one another. */
const nested = (depth: number) =>
  `${'<k:in xmlns:k="https://cong-cu.example/k">'.repeat(depth)}${"</k:in>".repeat(depth)}`;

/** Codes of what is wrong. */
function faultsOf(xml: string, files: ReadonlySet<string> | null = FILES): readonly string[] {
  const read = readStructure(xml, files);
  return read.ok ? [] : read.faults.map(({ code }) => code);
}

test("a course has its units and blocks in the order of the file, with what the specification leaves to defaults", () => {
  const structure = structureOf(
    cmi5Xml([
      au("mot", { more: 'moveOn="Passed" masteryScore="0.8" launchMethod="OwnWindow"' }),
      block("hai", au("ba"), block("bon", au("nam"))),
      au("sau"),
    ]),
  );

  expect(unitsOf(structure).map((unit) => unit.publisherId)).toEqual(
    ["mot", "ba", "nam", "sau"].map(publisherId),
  );
  expect(blocksOf(structure).map((one) => one.publisherId)).toEqual(
    ["bon", "hai"].map(publisherId),
  );
  expect(unitsOf(structure)[0]).toMatchObject({
    moveOn: "Passed",
    masteryScore: 0.8,
    launchMethod: "OwnWindow",
  });
  expect(unitsOf(structure)[1]).toMatchObject({
    moveOn: "NotApplicable",
    masteryScore: null,
    launchMethod: "AnyWindow",
    launchParameters: null,
    entitlementKey: null,
  });
  expect(CourseStructure.parse(JSON.parse(JSON.stringify(structure)))).toEqual(structure);
});

test("a unit is named by its publisher's id alike in every version", () => {
  const [before] = unitsOf(structureOf(cmi5Xml([au("mot")])));
  const after = unitsOf(
    structureOf(cmi5Xml([au("khong"), au("mot", { more: 'moveOn="Passed"' })])),
  );

  expect(after[1]?.key).toBe(before?.key);
  expect(after[0]?.key).not.toBe(before?.key);
});

test("texts lose their outer blanks, and the Vietnamese one is shown where there is one", () => {
  const inside = `<launchParameters> <![CDATA[ a<b & c ]]> </launchParameters>
    <entitlementKey>
      khoa-12
    </entitlementKey>`;
  const xml = cmi5Xml([au("mot", { inside })]).replace(
    '<langstring lang="vi">Trồng cam sạch</langstring>',
    '<langstring lang="en-US"> Clean &amp; safe oranges </langstring><langstring lang="vi">\n Trồng cam &#115;ạch </langstring>',
  );
  const structure = structureOf(xml);

  expect(vietnamese(structure.title)).toBe("Trồng cam sạch");
  expect(structure.title[0]).toEqual({ lang: "en-US", text: "Clean & safe oranges" });
  expect(unitsOf(structure)[0]).toMatchObject({
    launchParameters: "a<b & c",
    entitlementKey: "khoa-12",
  });
});

test("elements of a vendor's own are left aside, with and without a prefix of cmi5 itself", () => {
  const own = '<k:word xmlns:k="https://cong-cu.example/k"><k:anything/></k:word>';
  const xml = cmi5Xml([au("mot", { inside: own })]);
  expect(faultsOf(xml)).toEqual([]);

  const prefixed = xml
    .replaceAll(/<(\/?)([a-zA-Z]+)(?=[\s>/])/gu, "<$1c:$2")
    .replace("xmlns=", "xmlns:c=");
  expect(unitsOf(structureOf(prefixed)).length).toBe(1);
});

test("a thousand units are read", () => {
  const units = Array.from({ length: 1200 }, (_, index) => au(`so-${index}`));
  expect(unitsOf(structureOf(cmi5Xml(units))).length).toBe(1200);
});

test("the file of a unit is found however its address writes it, and its query stays", () => {
  expect(url("index.html?a=1&amp;b=2#den")).toBe("index.html?a=1&b=2#den");
  expect(url("./a/../a/b.html")).toBe("a/b.html");
  expect(url("b%C3%A0i%202/xem.html")).toBe("b%C3%A0i%202/xem.html");
  expect(url("bài 2/xem.html".normalize("NFD"))).toBe("b%C3%A0i%202/xem.html");
  expect(url("  index.html\n")).toBe("index.html");
});

test.each([
  ["not-xml", cmi5Xml([au("mot")]).replace("</course>", "")],
  ["not-xml", cmi5Xml([au("mot")]).replace("<course ", "<course id='x' ")],
  ["doctype", cmi5Xml([au("mot")]).replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>')],
  ["unknown-entity", cmi5Xml([au("mot")]).replace("Trồng", "Tr&ocirc;ng")],
  ["unknown-entity", cmi5Xml([au("mot")]).replace("Trồng", "&#xD800;")],
  ["too-deep", cmi5Xml([au("mot", { inside: nested(80) })])],
  ["not-course-structure", cmi5Xml([au("mot")]).replace("v1/CourseStructure", "v9/X")],
  ["not-course-structure", "<manifest/>"],
  ["element-missing", cmi5Xml([])],
  ["element-missing", cmi5Xml([block("mot")])],
  ["element-missing", cmi5Xml([au("mot").replace(/<url>.*<\/url>/u, "")])],
  ["element-missing", cmi5Xml([au("mot").replace(/<description>.*<\/description>/su, "")])],
  ["element-unexpected", cmi5Xml([au("mot", { inside: "<url>index.html</url>" })])],
  ["element-unexpected", cmi5Xml([au("mot")], { head: "<la/>" })],
  ["attribute-missing", cmi5Xml([au("mot").replace(/id="[^"]*"/u, "")])],
  ["attribute-unknown", cmi5Xml([au("mot", { more: 'moveon="Passed"' })])],
  ["text-missing", cmi5Xml([au("mot").replace("Bài mot", " ")])],
  ["iri-invalid", cmi5Xml([au("mot").replace("https://", "")])],
  ["iri-invalid", cmi5Xml([au("mot").replace(publisherId("mot"), "https://a.example/có cách")])],
  ["id-repeated", cmi5Xml([au("mot"), au("mot")])],
  ["id-repeated", cmi5Xml([block("mot", au("mot"))])],
  ["value-invalid", cmi5Xml([au("mot", { more: 'moveOn="passed"' })])],
  ["value-invalid", cmi5Xml([au("mot", { more: 'launchMethod="Popup"' })])],
  ["value-invalid", cmi5Xml([au("mot")]).replace('lang="vi"', 'lang="tiếng Việt"')],
  ["mastery-score-invalid", cmi5Xml([au("mot", { more: 'masteryScore="80"' })])],
  ["mastery-score-invalid", cmi5Xml([au("mot", { more: 'masteryScore="0,8"' })])],
  ["mastery-score-invalid", cmi5Xml([au("mot", { more: 'masteryScore="1e-1"' })])],
  ["url-relative", cmi5Xml([au("mot", { url: "/index.html" })])],
  ["url-relative", cmi5Xml([au("mot", { url: "//soan-bai.example/a.html" })])],
  ["url-invalid", cmi5Xml([au("mot", { url: "https://soan-bai.example bai.html" })])],
  ["url-invalid", cmi5Xml([au("mot", { url: "javascript:alert(1)" })])],
  ["url-invalid", cmi5Xml([au("mot", { url: "" })])],
  ["url-parameter", cmi5Xml([au("mot", { url: "index.html?endpoint=x" })])],
  ["url-escapes", cmi5Xml([au("mot", { url: "../index.html" })])],
  ["url-escapes", cmi5Xml([au("mot", { url: "a/%2e%2e/../index.html" })])],
  ["file-missing", cmi5Xml([au("mot", { url: "khong-co.html" })])],
] as const)("%s is named", (code, xml) => {
  expect(faultsOf(xml)).toContain(code);
});

/** What is said of a course with this at the head of its title. */
function told(title: string): readonly string[] {
  const read = readStructure(cmi5Xml([au("mot")]).replace("Trồng", title), FILES);
  return read.ok ? [] : read.faults.map(({ code, what }) => `${code} ${what}`);
}

test("an ampersand that nobody wrote out is named where it stands, and means nothing in a comment", () => {
  expect(told("Trồng R&D <b>")).toEqual(["unknown-entity &D"]);
  expect(told("Cam & quýt &amp; bưởi")).toEqual(["unknown-entity &"]);
  expect(told("<!-- cam & quýt -->Trồng")).toEqual([]);
});

test("a structure without its archive has whole addresses only", () => {
  expect(faultsOf(cmi5Xml([au("mot")]), null)).toEqual(["url-relative"]);
  expect(faultsOf(cmi5Xml([au("mot", WEB)]), null)).toEqual([]);
});

test("every fault of a file is told at once, in Vietnamese, with the element it is in", () => {
  const read = readStructure(
    cmi5Xml([au("mot", { more: 'moveOn="x" masteryScore="2"', url: "khong-co.html" })]),
    FILES,
  );
  const faults: readonly PackageFault[] = read.ok ? [] : read.faults;
  const sentences = faults.map((fault) => vi.packages.desk.faults[fault.code](fault));

  expect(faults.map(({ code }) => code)).toEqual([
    "file-missing",
    "value-invalid",
    "mastery-score-invalid",
  ]);
  for (const sentence of sentences) expect(sentence).toContain(publisherId("mot"));
});

test("nominal minutes are spread over the units, none is lost", () => {
  const structure = structureOf(cmi5Xml([au("mot"), au("hai"), au("ba")]));
  const minutes = [...minutesOfUnits(structure, 100).values()];

  expect(minutes.reduce((sum, each) => sum + each, 0)).toBe(100);
  expect(Math.max(...minutes) - Math.min(...minutes)).toBeLessThanOrEqual(1);
});
