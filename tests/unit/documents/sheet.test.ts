import { parse } from "csv-parse/sync";
import { fromBuffer } from "yauzl";
import { expect, test } from "vitest";

import { type SheetLayout, workbookOf } from "#app/domain/documents/index.ts";
import { csvHead, csvText, workbook } from "#app/domain/documents/index.server.ts";
import { Day } from "#app/domain/kernel/index.ts";

interface Learner {
  readonly name: string;
  readonly card: string;
  readonly points: number | null;
  readonly born: Day | null;
  readonly seen: Date | null;
}

const LEARNERS: SheetLayout<Learner> = {
  tab: "Người học",
  columns: [
    { header: "Họ và tên", type: "name", width: 26, value: ({ name }) => name },
    { header: "Số thẻ", type: "code", width: 12, value: ({ card }) => card },
    { header: "Điểm", type: "number", width: 8, value: ({ points }) => points },
    { header: "Ngày sinh", type: "day", width: 12, value: ({ born }) => born },
    { header: "Lần cuối", type: "moment", width: 16, value: ({ seen }) => seen },
  ],
};

const MY: Learner = {
  name: "=Giàng Thị\nMỷ",
  card: "-007",
  points: 1234.5,
  born: Day.parse("1980-02-03"),
  seen: new Date("2026-11-20T18:05:00Z"),
};
const NOBODY: Learner = { name: "", card: "", points: null, born: null, seen: null };

test("each type of column is written as an office reads it, and what is not known stays empty", () => {
  const text = csvHead(LEARNERS).slice(1) + csvText(LEARNERS, [MY, NOBODY]);
  expect(parse(text, { delimiter: ";" })).toEqual([
    ["Họ và tên", "Số thẻ", "Điểm", "Ngày sinh", "Lần cuối"],
    ["'=Giàng Thị Mỷ", "-007", "1234,5", "03/02/1980", "21/11/2026 01:05"],
    ["", "", "", "", ""],
  ]);
});

async function* pages() {
  yield [MY];
  yield [NOBODY];
}

test("a workbook has numbers to add up and days to sort by, and codes as they are", async () => {
  const bytes = await workbook(await workbookOf(LEARNERS, pages()));
  const page = await pageOf(Buffer.from(bytes));
  const cells = [...page.matchAll(/<c r="[A-E]2"([^>]*)>(.*?)<\/c>/gu)];
  const isText = cells.map(([, attributes = ""]) => attributes.includes('t="'));
  expect(isText).toEqual([true, true, false, false, false]);
  // Days since the end of 1899; a moment has its time behind the point.
  expect(cells.slice(2).map(([, , cell = ""]) => Number(cell.replaceAll(/<\/?v>/gu, "")))).toEqual([
    1234.5,
    29_254,
    expect.closeTo(46_347.045, 3),
  ]);
});

/** The XML of the first page of a workbook. */
async function pageOf(bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error !== null) return reject(error);
      zip.on("entry", (entry) => {
        if (entry.fileName !== "xl/worksheets/sheet1.xml") return zip.readEntry();
        zip.openReadStream(entry, (failed, stream) => {
          if (failed !== null) return reject(failed);
          const parts: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => parts.push(chunk));
          stream.on("end", () => resolve(Buffer.concat(parts).toString("utf8")));
        });
      });
      zip.readEntry();
    });
  });
}
