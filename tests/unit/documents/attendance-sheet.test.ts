import { expect, test } from "vitest";

import type { AttendanceSheetPaper } from "#app/domain/documents/index.ts";
import { PAPERS } from "#app/domain/documents/index.server.ts";
import { Day } from "#app/domain/kernel/index.ts";
import { textOfPdf } from "#tests/setup/pdf.ts";

import { portfolio } from "./papers.ts";

const { attendanceSheetPdf, portfolioPdf } = PAPERS;

const HER = { fullName: "Giàng Thị Mỷ", birthYear: 1990, villageName: "Bản Lùng" };

function sheetWith(overrides: Partial<AttendanceSheetPaper> = {}): AttendanceSheetPaper {
  return {
    communeName: "Xã Bắc Hà",
    placeName: "Bản Lùng",
    topic: "Mã QR là gì?",
    courseTitle: "Nhận tiền bằng mã QR",
    heldOn: Day.parse("2026-11-26"),
    minutes: 10,
    promoterName: "Lù Thị Sen",
    promoterOffice: "Người hướng dẫn, Bản Lùng",
    rows: [HER, { ...HER, fullName: "Vàng Seo Páo", birthYear: null }],
    blankRows: 0,
    sample: false,
    ...overrides,
  };
}

test("the list of a class names who was there, who led it, and leaves room to sign", async () => {
  const text = await textOfPdf(await attendanceSheetPdf(sheetWith()));

  for (const said of [
    "DANH SÁCH NGƯỜI DỰ BUỔI HỌC",
    "Mã QR là gì?",
    "ngày 26 tháng 11 năm 2026",
    "Lù Thị Sen, Người hướng dẫn, Bản Lùng",
    "Giàng Thị Mỷ",
    "1990",
    "Ký tên hoặc điểm chỉ",
    "Danh sách này có 2 người.",
    "Trang 1/1",
  ]) {
    expect(text).toContain(said);
  }
});

test("two hundred people take several pages, each with the head of the table", async () => {
  const rows = Array.from({ length: 200 }, (_, at) => ({ ...HER, fullName: `Người ${at + 1}` }));
  const text = await textOfPdf(await attendanceSheetPdf(sheetWith({ rows })));

  const pages = text.match(/Trang \d+\/\d+/gu) ?? [];
  expect(pages.length).toBeGreaterThan(5);
  expect(text.match(/STT/gu)).toHaveLength(pages.length);
  expect(text).toContain("Người 200");
});

test("before anybody came the lines are empty, numbered, and the count is not printed", async () => {
  const text = await textOfPdf(await attendanceSheetPdf(sheetWith({ rows: [], blankRows: 20 })));

  expect(text).not.toContain("Danh sách này có");
  expect(text).toContain("20");
});

test("a learning record tells of each class with who called the roll; of none it says nothing", async () => {
  const meeting = {
    topic: "Mã QR là gì?",
    heldOn: Day.parse("2026-03-02"),
    placeName: "Bản Lùng",
    promoterName: "Lù Thị Sen",
    promoterOffice: "Người hướng dẫn, Bản Lùng",
  };
  const told = await textOfPdf(await portfolioPdf(portfolio({ meetings: [meeting] })));
  const silent = await textOfPdf(await portfolioPdf(portfolio({ meetings: [] })));

  expect(told).toContain("Buổi học cùng thôn (có điểm danh)");
  expect(told).toContain("02/03/2026");
  expect(told.replaceAll(/\s+/gu, " ")).toContain("Lù Thị Sen, Người hướng dẫn,");
  expect(silent).not.toContain("Buổi học cùng thôn");
});
