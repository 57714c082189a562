import { expect, test, vi } from "vitest";
import { PAPERS } from "#app/domain/documents/index.server.ts";
import { HOSTILE_TEXTS, VIETNAMESE_LETTERS, decision, decisionRow } from "./papers.ts";
import { joined, overflowing, readPdf } from "./reading.ts";

const { decisionListPdf } = PAPERS;

// Papers take their time on a machine that has other work too.
vi.setConfig({ testTimeout: 60_000 });

const MARGIN_POINTS = 40;

test("a decision has its heading, legal bases, articles, who receives it and who signs", async () => {
  const [page] = await readPdf(await decisionListPdf(decision()));
  for (const words of [
    "ỦY BAN NHÂN DÂN",
    "XÃ BẢN PHỐ",
    "Số: 125/QĐ-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Bản Phố, ngày 05 tháng 02 năm 2026",
    "QUYẾT ĐỊNH",
    "Về việc công nhận danh hiệu “Công dân học tập” năm 2026",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẢN PHỐ",
    "Căn cứ Luật Tổ chức chính quyền địa phương;",
    "Nơi nhận:",
    "CHỦ TỊCH",
    "Vàng Seo Páo",
  ]) {
    expect(page?.texts.map(({ text }) => text)).toContain(words);
  }
  expect(page?.words).toContain("Điều 1. Công nhận các công dân có tên trong danh sách.");
  expect(page?.words).toContain("Điều 2. Có hiệu lực từ ngày ký.");
});

test("a number and a day not given yet leave dots for the pen", async () => {
  const pages = await readPdf(await decisionListPdf(decision({ number: null, decidedOn: null })));
  expect(pages[0]?.words).toContain("Số: …………/QĐ-UBND");
  expect(pages[0]?.words).toContain("Bản Phố, ngày …… tháng …… năm ………");
  expect(pages[0]?.words).toContain("Chỉ có hiệu lực khi có số, ngày ban hành, chữ ký và con dấu");
});

test("a list of 3,000 people names each once, in order, under a header on every page", async () => {
  const rows = Array.from({ length: 3000 }, (_, at) =>
    decisionRow({
      ordinal: at + 1,
      fullName: `Giàng Thị Mỷ ${at + 1}`,
      registerNumber: `CDHT-${at + 1}`,
    }),
  );
  const started = performance.now();
  const bytes = await decisionListPdf(decision({ rows }));
  expect(performance.now() - started).toBeLessThan(15_000);
  expect(bytes.length).toBeLessThan(3_000_000);
  const [, ...list] = await readPdf(bytes);
  expect(list.length).toBeGreaterThan(50);
  for (const page of list) {
    expect(page.words).toContain("STT Họ và tên");
    expect(page.words).toContain("Số vào sổ Ghi chú");
  }
  const registered = list.flatMap(({ texts }) =>
    texts.filter(({ text }) => text.startsWith("CDHT-")).map(({ text }) => text),
  );
  expect(registered).toEqual(rows.map(({ registerNumber }) => registerNumber));
  expect(list.at(-1)?.words).toContain("Danh sách này có 3.000 người.");
  expect(list.at(-1)?.words).toContain(`trang ${list.length}/${list.length}`);
});

test("every Vietnamese letter can be copied from the list", async () => {
  const rows = [decisionRow({ fullName: VIETNAMESE_LETTERS, villageName: VIETNAMESE_LETTERS })];
  const letters = Array.from(VIETNAMESE_LETTERS).join(" ");
  const filled = decision({ rows, legalBases: [letters], signerTitle: letters });
  const text = joined(await readPdf(await decisionListPdf(filled)));
  expect(text).toContain(VIETNAMESE_LETTERS);
  for (const letter of VIETNAMESE_LETTERS) {
    expect(text.split(letter).length - 1).toBeGreaterThanOrEqual(3);
  }
});

test("long names, villages and endless words stay in their cells", async () => {
  const fullName = "Nguyễn Phạm Hoàng Thiên Kim Ngọc Ánh Dương Trần Thị";
  const villageName = "Tổ dân phố Nguyễn Thị Minh Khai – Khu tái định cư Suối Nước";
  const rows = [decisionRow({ fullName, villageName, registerNumber: "0".repeat(80) })];
  const [, list] = await readPdf(await decisionListPdf(decision({ rows })));
  const columnOf = (start: string) => list?.texts.find(({ text }) => text.startsWith(start));
  const name = columnOf("Nguyễn Phạm");
  const village = columnOf("Tổ dân phố");
  expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThan(village?.x ?? 0);
  expect(list?.words.replaceAll(" ", "")).toContain("0000000000");
  expect(overflowing(list === undefined ? [] : [list], MARGIN_POINTS)).toEqual([]);
});

test("whatever is typed, a decision comes out and no line leaves its page", async () => {
  for (const text of HOSTILE_TEXTS) {
    const filled = decision({
      authority: text,
      provinceName: text,
      communeName: text,
      number: text,
      place: text,
      legalBases: [text],
      articles: [text],
      rows: [decisionRow({ fullName: text, villageName: text, registerNumber: text })],
      signerTitle: text,
      signerName: text,
      auditHash: text,
    });
    const pages = await readPdf(await decisionListPdf(filled));
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(overflowing(pages, MARGIN_POINTS)).toEqual([]);
  }
});

test("an article longer than a page and a row longer than a page go on in the next one", async () => {
  const words = Array.from({ length: 1500 }, (_, at) => `chữ${at}`);
  const long = words.join(" ");
  const filled = decision({ articles: [long], rows: [decisionRow({ villageName: long })] });
  const text = (await readPdf(await decisionListPdf(filled))).map((page) => page.words).join(" ");
  for (const word of words) expect(text.split(`${word} `).length).toBeGreaterThanOrEqual(3);
});

test("a list without anyone still is a paper", async () => {
  const pages = await readPdf(await decisionListPdf(decision({ rows: [], articles: [] })));
  expect(pages.at(-1)?.words).toContain("Danh sách này có 0 người.");
});

test("every page of a sample decision carries the mark and the audit hash", async () => {
  const rows = Array.from({ length: 120 }, (_, at) => decisionRow({ ordinal: at + 1 }));
  const pages = await readPdf(
    await decisionListPdf(decision({ rows, sample: true, auditHash: "9f86d081884c7d65" })),
  );
  for (const page of pages) {
    expect(joined([page])).toContain("DỮLIỆUMẪU–KHÔNGCÓGIÁTRỊ");
    expect(page.words).toContain("Mã đối chiếu nhật ký: 9f86d081884c7d65");
  }
});

test("printing the same decision twice gives the same bytes, dated or not", async () => {
  for (const data of [decision(), decision({ decidedOn: null })]) {
    const first = Buffer.from(await decisionListPdf(data));
    expect(Buffer.from(await decisionListPdf(data)).equals(first)).toBe(true);
  }
});
