import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";

import { csvText } from "#app/domain/documents/index.server.ts";
import { readLines } from "#app/domain/exchange/index.ts";
import { sheetRow, type SheetRow } from "#app/domain/exchange/sheet-row.ts";
import { openSecret, pseudonymOf, sealSecret } from "#app/domain/exchange/seal-secret.server.ts";
import { statements } from "#app/pages/files/sheets/statements.ts";

const BASE = "https://nep-hoc.example/xapi";
const ACCOUNT = "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10";
const AT = new Date("2026-11-20T01:05:00Z");
const STATEMENT = {
  actor: { account: { homePage: BASE, name: ACCOUNT } },
  verb: { id: "http://adlnet.gov/expapi/verbs/passed" },
  object: { id: `${BASE}/khoa-hoc/a`, definition: { name: { en: "QR", vi: "Quét mã" } } },
  result: { success: true, score: { scaled: 0.8, raw: 8, max: 10 } },
};
const rowOf = (statement: Readonly<Record<string, unknown>>, authority = {}) =>
  sheetRow(statement, {
    at: AT,
    communeName: "Xã Bắc Hà",
    authority: { account: { homePage: BASE, name: "nep-hoc" }, ...authority },
    baseIri: BASE,
    holders: new Map([[ACCOUNT, { fullName: "Giàng Thị Mỷ", villageName: "Thôn Hoa Mận" }]]),
  });

async function linesOf(chunks: readonly string[]) {
  const lines = [];
  async function* stream() {
    yield* chunks;
  }
  for await (const line of readLines(stream())) lines.push(line);
  return lines;
}

test("an official reads one line of Vietnamese for each statement", () => {
  expect(csvText(statements, [rowOf(STATEMENT)])).toBe(
    "20/11/2026 08:05;Xã Bắc Hà;Thôn Hoa Mận;Giàng Thị Mỷ;đạt;Quét mã;Đạt;8 trên 10;Nếp Học\r\n",
  );
});

test("a statement of another program says who acted and who vouches for it", () => {
  const row = rowOf(
    {
      actor: { mbox: "mailto:an@truong.example" },
      verb: { id: "https://x.example/verbs/watched", display: { "en-US": "watched" } },
      object: { objectType: "Agent", name: "Cô Mai" },
    },
    { name: "Trường THCS Bắc Hà", account: { homePage: "https://truong.example", name: "k1" } },
  );

  expect(row).toMatchObject({
    personName: "an@truong.example",
    verb: "watched",
    object: "Cô Mai",
    outcome: "none",
    authority: "Trường THCS Bắc Hà",
  });
});

test("a person of ours who is out of reach has no name, whatever the statement calls her", () => {
  const actor = { name: "Tên cũ", account: { homePage: BASE, name: "ai-khac" } };

  expect(rowOf({ ...STATEMENT, actor }).personName).toBe("");
});

/** As another program reads it. */
const readBack = (text: string): readonly (readonly string[])[] => parse(text, { delimiter: ";" });

test("what a spreadsheet would take for a formula is a text, in front of a line or behind a break", () => {
  for (const evil of [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "  =1",
    "\r=1",
    "\n=1",
    "＝1",
    "\u200B=1",
  ]) {
    const row: SheetRow = { ...rowOf(STATEMENT), personName: evil, object: `a\r\n${evil};x"y` };
    const [cells = [], ...others] = readBack(csvText(statements, [row]));
    expect(others).toEqual([]);
    expect(cells[3], JSON.stringify(evil)).toMatch(/^'[=+@＝-]/u);
    expect(cells[5], JSON.stringify(evil)).toMatch(/^a .*;x"y$/u);
  }
});

test("whatever stands in a statement, every record is one line of nine cells", () => {
  const text = fc.string({
    unit: fc.constantFrom(..."aộ;\"',=-\n\r\t\v\u0085\u2028\u0001\uFEFF ".split("")),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text, text)), (records) => {
      const rows = records.map(([personName, verb, response, authority]): SheetRow => {
        return { ...rowOf(STATEMENT), personName, verb, response, outcome: "none", authority };
      });
      const written = csvText(statements, rows);
      expect(readBack(written).map((cells) => cells.length)).toEqual(rows.map(() => 9));
      expect(written.split(/[\n\r\v\f\u0085\u2028\u2029]+/u)).toHaveLength(rows.length + 1);
    }),
  );
});

test("a score below nothing is a number", () => {
  const row: SheetRow = { ...rowOf(STATEMENT), score: { kind: "scaled", scaled: -1 / 3 } };

  expect(readBack(csvText(statements, [row]))[0]?.[7]).toBe("-33,33%");
});

test("lines come out whole however the file is cut", async () => {
  const text = '\uFEFF{"a":1}\r\n\n{"b":"ộ\u2028"}\nnot json\n{"c":3}';
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(text.length)), async (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), text.length];
      const chunks = at.slice(1).map((end, index) => text.slice(at[index], end));
      const lines = await linesOf(chunks);
      expect(lines.map(({ number, text: line, fault }) => [number, line.trim(), fault])).toEqual([
        [1, '{"a":1}', null],
        [3, '{"b":"ộ\u2028"}', null],
        [4, "not json", null],
        [5, '{"c":3}', null],
      ]);
    }),
  );
});

test("a line without end is named and does not fill the memory", async () => {
  const lines = await linesOf([
    ...Array.from({ length: 6 }, () => "x".repeat(1024 * 1024)),
    '\n{"a":1}\n',
  ]);

  expect(lines).toMatchObject([
    { number: 1, fault: expect.stringContaining("longer") },
    { number: 2, text: '{"a":1}' },
  ]);
});

test("a kept secret opens with its key in its own row alone", () => {
  const [key, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const sealed = sealSecret(key, "a", "mật khẩu");

  expect(Buffer.from(sealed).toString("utf8")).not.toContain("khẩu");
  expect(openSecret(key, "a", sealed)).toBe("mật khẩu");
  expect(openSecret(key, "b", sealed)).toBeNull();
  expect(openSecret(other, "a", sealed)).toBeNull();
  expect(
    openSecret(
      key,
      "a",
      sealed.map((byte, at) => (at === 30 ? byte ^ 1 : byte)),
    ),
  ).toBeNull();
  expect(openSecret(key, "a", new Uint8Array())).toBeNull();
});

test("a pseudonym is the same for one person in one forward, and another in the next", () => {
  const key = new Uint8Array(32).fill(1);

  expect(pseudonymOf(key, "a", "my")).toBe(pseudonymOf(key, "a", "my"));
  expect(pseudonymOf(key, "a", "my")).not.toBe(pseudonymOf(key, "b", "my"));
  expect(pseudonymOf(key, "a", "my")).not.toBe(pseudonymOf(key, "a", "dợ"));
});
