import { formatDay, formatNumber } from "#app/domain/kernel/index.ts";
import type { AttendanceSheetPaper } from "./attendance-sheet.ts";
import {
  BOTTOM,
  LEFT,
  RIGHT,
  TEXT_WIDTH,
  alignedX,
  beginFlow,
  keepTogether,
  paragraph,
  space,
  type Flow,
} from "./flow.server.ts";
import { heading } from "./heading.server.ts";
import { BLACK, GREY, mm } from "./colours.ts";
import { openPaper } from "./paper.server.ts";
import { fit, type Style } from "./setting.server.ts";
import { table, type Column } from "./table.server.ts";
import { bareName, dayInWords, startOfDay, upper } from "./wording.ts";

const TEXT: Style = { face: "tinos", size: 12, colour: BLACK };
const BOLD: Style = { ...TEXT, face: "tinos-bold" };
const ITALIC: Style = { ...TEXT, face: "tinos-italic" };
const SMALL: Style = { face: "tinos", size: 8.5, colour: GREY };
/** A line of the table is high enough to sign in, or to press a thumb. */
const SIGNING_LINES = 2;

const COLUMNS: readonly Column[] = [
  { title: "STT", share: 0.07, align: "centre" },
  { title: "Họ và tên", share: 0.33, align: "left" },
  { title: "Năm sinh", share: 0.1, align: "centre" },
  { title: "Thôn/bản", share: 0.24, align: "left" },
  { title: "Ký tên hoặc điểm chỉ", share: 0.26, align: "left" },
];

/**
 * The list of those who were at a class, A4 portrait, with a column for signatures and pages numbered
 * "Trang x/y". The same data gives the same bytes; refuses nothing.
 */
export async function attendanceSheetPdf(data: AttendanceSheetPaper): Promise<Uint8Array> {
  const paper = await openPaper({
    title: `Danh sách buổi học ngày ${formatDay(data.heldOn)} – ${data.placeName}`,
    author: data.promoterName,
    madeAt: startOfDay(data.heldOn),
    typefaces: ["tinos", "tinos-bold", "tinos-italic"],
    sampleMark: data.sample ? "tinos-bold" : null,
  });
  const flow = beginFlow(paper);
  drawHead(flow, data);
  const named = data.rows.map(({ fullName, birthYear, villageName }, at) => ({
    cells: [String(at + 1), fullName, birthYear === null ? "" : String(birthYear), villageName, ""],
    leastLines: SIGNING_LINES,
  }));
  const blank = Array.from({ length: data.blankRows }, (_, at) => ({
    cells: [String(named.length + at + 1), "", "", "", ""],
    leastLines: SIGNING_LINES,
  }));
  table(flow, COLUMNS, [...named, ...blank]);
  space(flow, mm(3));
  if (data.blankRows === 0) {
    paragraph(flow, `Danh sách này có ${formatNumber(named.length)} người.`, ITALIC);
  }
  drawSigning(flow, data);
  paper.sheets.forEach((sheet, at) => {
    const page = `Trang ${at + 1}/${paper.sheets.length}`;
    sheet.text(page, alignedX(page, SMALL, "right", LEFT, TEXT_WIDTH), BOTTOM + mm(8), SMALL);
  });
  return paper.bytes();
}

function drawHead(flow: Flow, data: AttendanceSheetPaper): void {
  heading(flow, {
    authority: upper(`${data.communeName}\n${data.placeName}`),
    sign: "",
    placeAndDay: `${bareName(data.communeName)}, ${dayInWords(data.heldOn)}`,
  });
  space(flow, mm(4));
  paragraph(flow, "DANH SÁCH NGƯỜI DỰ BUỔI HỌC", { ...BOLD, size: 15 }, { align: "centre" });
  paragraph(flow, data.topic, BOLD, { align: "centre", after: mm(4) });
  const fact = (label: string, value: string) => {
    paragraph(flow, value, BOLD, { lead: { text: label, style: TEXT }, after: mm(1) });
  };
  if (data.courseTitle !== "") fact("Khóa học:", data.courseTitle);
  fact("Thời lượng:", `${formatNumber(data.minutes)} phút`);
  const led = [data.promoterName, data.promoterOffice].filter((text) => text !== "").join(", ");
  fact("Người hướng dẫn:", led);
  space(flow, mm(3));
}

function drawSigning(flow: Flow, { promoterName }: AttendanceSheetPaper): void {
  const width = mm(75);
  const shape = { align: "centre", left: RIGHT - width, width } as const;
  const name = fit(promoterName, BOLD, width, [
    { most: 12, least: 9, lines: 1 },
    { most: 9, least: 7, lines: 3 },
  ]);
  space(flow, mm(5));
  keepTogether(flow, mm(42));
  paragraph(flow, "NGƯỜI HƯỚNG DẪN", BOLD, shape);
  paragraph(flow, "(Ký, ghi rõ họ tên)", { ...ITALIC, size: 11 }, { ...shape, after: mm(20) });
  paragraph(flow, name.lines.join("\n"), name.style, shape);
}
