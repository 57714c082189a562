import { formatDay, formatInstant, formatNumber } from "#app/domain/kernel/index.ts";
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
import { openPaper, type Sheet } from "./paper.server.ts";
import type { PortfolioEvidence, PortfolioPaper } from "./portfolio-paper.ts";
import { qrCode } from "./qr.ts";
import { fit, type Style } from "./setting.server.ts";
import { table, type Column } from "./table.server.ts";
import { inSentence, upper } from "./wording.ts";

const TEXT: Style = { face: "tinos", size: 12, colour: BLACK };
const BOLD: Style = { ...TEXT, face: "tinos-bold" };
const ITALIC: Style = { ...TEXT, face: "tinos-italic" };
const SECTION: Style = { ...BOLD, size: 12.5 };
const SMALL: Style = { face: "tinos", size: 8.5, colour: GREY };
const NONE = "–";
const QR_SIDE = mm(24);
const PHOTO_WIDTH = mm(42);
const PHOTO_HEIGHT = mm(36);

const COURSES: readonly Column[] = [
  { title: "Tên khóa học", share: 0.42, align: "left" },
  { title: "Bài đã học", share: 0.13, align: "centre" },
  { title: "Điểm", share: 0.12, align: "right" },
  { title: "Số giờ", share: 0.12, align: "right" },
  { title: "Ngày hoàn thành", share: 0.21, align: "centre" },
];

const MEETINGS: readonly Column[] = [
  { title: "Ngày", share: 0.14, align: "centre" },
  { title: "Buổi học", share: 0.34, align: "left" },
  { title: "Ở đâu", share: 0.18, align: "left" },
  { title: "Người hướng dẫn, điểm danh", share: 0.34, align: "left" },
];

const INDICATORS: readonly Column[] = [
  { title: "Số", share: 0.07, align: "centre" },
  { title: "Chỉ số", share: 0.31, align: "left" },
  { title: "Điểm gợi ý", share: 0.1, align: "right" },
  { title: "Tự chấm", share: 0.1, align: "right" },
  { title: "Căn cứ", share: 0.42, align: "left" },
];

const ATTESTATIONS: readonly Column[] = [
  { title: "Chỉ số", share: 0.09, align: "centre" },
  { title: "Người xác nhận", share: 0.22, align: "left" },
  { title: "Chức vụ", share: 0.2, align: "left" },
  { title: "Ngày", share: 0.14, align: "centre" },
  { title: "Lời xác nhận", share: 0.35, align: "left" },
];

const SUGGESTION_NOTE =
  "Điểm gợi ý được tính từ việc học đã ghi nhận và chỉ để tham khảo; người học tự chấm điểm, " +
  "người có trách nhiệm xác nhận, và cấp có thẩm quyền quyết định.";

/**
 * "Sổ học tập" of one resident for one year, A4 portrait, pages numbered "Trang x/y". The same data
 * gives the same bytes. Throws only when `verificationUrl` cannot be a QR code (empty or over 2,331
 * bytes); a photo that is no JPEG is said to be unreadable.
 */
export async function portfolioPdf(data: PortfolioPaper): Promise<Uint8Array> {
  const paper = await openPaper({
    title: `Sổ học tập năm ${data.year} – ${data.holderName}`,
    author: data.holderName,
    madeAt: data.generatedAt,
    typefaces: ["tinos", "tinos-bold", "tinos-italic"],
    sampleMark: data.sample ? "tinos-bold" : null,
  });
  const flow = beginFlow(paper);
  drawHolder(flow, data);
  drawCourses(flow, data);
  drawMeetings(flow, data);
  drawIndicators(flow, data);
  await drawEvidence(flow, data.evidence);
  drawAttestations(flow, data);
  drawSigning(flow, data);
  drawFeet(paper.sheets, data);
  return paper.bytes();
}

function points(value: number | null): string {
  return value === null ? NONE : formatNumber(value);
}

/** A title that stays on the page of what follows, at least `following` points of it. */
function section(flow: Flow, title: string, following = mm(18)): void {
  space(flow, mm(5));
  keepTogether(flow, mm(10) + following);
  paragraph(flow, title, SECTION, { after: mm(1.5) });
}

function nothing(flow: Flow, words: string): void {
  paragraph(flow, words, ITALIC);
}

function drawHolder(flow: Flow, data: PortfolioPaper): void {
  heading(flow, {
    authority: upper(`${data.provinceName}\n${data.communeName}`),
    sign: `Mã sổ: ${data.holderCode}`,
    placeAndDay: "",
  });
  space(flow, mm(4));
  paragraph(flow, "SỔ HỌC TẬP", { ...BOLD, size: 18 }, { align: "centre" });
  paragraph(flow, `Năm ${data.year}`, BOLD, { align: "centre", after: mm(4) });
  const top = flow.y;
  const { verificationUrl } = data;
  const width = verificationUrl === null ? TEXT_WIDTH : TEXT_WIDTH - QR_SIDE - mm(10);
  const fact = (label: string, value: string) => {
    paragraph(flow, value, BOLD, { lead: { text: label, style: TEXT }, width, after: mm(1.2) });
  };
  fact("Họ và tên:", data.holderName);
  fact("Thôn, bản, tổ dân phố:", data.villageName);
  fact("Nơi ở:", `${data.communeName}, ${inSentence(data.provinceName)}`);
  fact("Tổng số giờ học đã ghi nhận:", `${formatNumber(data.totalHours)} giờ`);
  const scores = `${points(data.suggestedTotal)} (gợi ý) · ${points(data.selfTotal)} (tự chấm)`;
  fact("Tổng điểm:", scores);
  if (verificationUrl === null) return;
  const end = flow.y;
  if (end > top) drawQr(flow, verificationUrl, top);
  flow.y = Math.max(end, top + QR_SIDE + mm(9));
}

function drawQr(flow: Flow, url: string, top: number): void {
  const box = { x: RIGHT - QR_SIDE - mm(2), y: top, width: QR_SIDE, height: QR_SIDE };
  flow.sheet.qr(qrCode(url), box);
  flow.sheet.link(url, box);
  const caption = "Quét mã để kiểm tra";
  const x = alignedX(caption, SMALL, "centre", box.x, box.width);
  flow.sheet.text(caption, x, top + QR_SIDE + mm(5), SMALL);
}

function drawCourses(flow: Flow, { courses, totalHours, helpedLessons }: PortfolioPaper): void {
  section(flow, "I. KHÓA HỌC");
  if (courses.length === 0) {
    nothing(flow, "Chưa có khóa học nào được ghi nhận.");
    return;
  }
  const rows = courses.map((course) => ({
    cells: [
      course.title,
      `${course.lessonsDone}/${course.lessonsTotal}`,
      course.scorePercent === null ? NONE : `${formatNumber(course.scorePercent)}%`,
      formatNumber(course.hours),
      course.completedOn === null ? NONE : formatDay(course.completedOn),
    ],
  }));
  const total = { cells: ["Cộng", "", "", formatNumber(totalHours), ""], strong: true };
  table(flow, COURSES, [...rows, total]);
  if (helpedLessons > 0) {
    paragraph(flow, `Trong năm có ${formatNumber(helpedLessons)} bài học có người học cùng.`, TEXT);
  }
}

/** Of those who were at none nothing is said. */
function drawMeetings(flow: Flow, { meetings }: PortfolioPaper): void {
  if (meetings.length === 0) return;
  section(flow, "Buổi học cùng thôn (có điểm danh)");
  const rows = meetings.map(({ topic, heldOn, placeName, promoterName, promoterOffice }) => ({
    cells: [
      formatDay(heldOn),
      topic,
      placeName,
      [promoterName, promoterOffice].filter((text) => text !== "").join(", "),
    ],
  }));
  table(flow, MEETINGS, rows);
}

function drawIndicators(flow: Flow, data: PortfolioPaper): void {
  section(flow, "II. CÁC CHỈ SỐ CÔNG DÂN HỌC TẬP");
  const rows = data.indicators.map(({ code, name, suggested, self, reasons }) => ({
    cells: [code, name, points(suggested), points(self), reasons.join("\n")],
  }));
  const sums = ["", "Tổng điểm", points(data.suggestedTotal), points(data.selfTotal), ""];
  table(flow, INDICATORS, [...rows, { cells: sums, strong: true }]);
  space(flow, mm(2));
  paragraph(flow, SUGGESTION_NOTE, { ...ITALIC, size: 10.5 });
}

async function drawEvidence(flow: Flow, evidence: readonly PortfolioEvidence[]): Promise<void> {
  const firstHeight = (evidence[0]?.photo ?? null) === null ? mm(18) : PHOTO_HEIGHT + mm(4);
  section(flow, "III. MINH CHỨNG TỰ KHAI", firstHeight);
  if (evidence.length === 0) nothing(flow, "Chưa có minh chứng nào.");
  for (const [at, item] of evidence.entries()) {
    // One after another: they share the flow down the page.
    // oxlint-disable-next-line no-await-in-loop
    await drawOneEvidence(flow, item, at + 1);
  }
}

async function drawOneEvidence(flow: Flow, item: PortfolioEvidence, number: number): Promise<void> {
  keepTogether(flow, item.photo === null ? mm(18) : PHOTO_HEIGHT + mm(4));
  const { sheet, y: top } = flow;
  const width = item.photo === null ? TEXT_WIDTH : TEXT_WIDTH - PHOTO_WIDTH - mm(6);
  paragraph(flow, item.title, BOLD, { lead: { text: `${number}.`, style: BOLD }, width });
  const codes = item.indicators.length === 0 ? "" : ` · Chỉ số: ${item.indicators.join(", ")}`;
  paragraph(flow, `Ngày ${formatDay(item.happenedOn)}${codes}`, ITALIC, { width });
  paragraph(flow, item.description, TEXT, { width });
  const turned = flow.sheet !== sheet;
  if (item.photo !== null) {
    const end = await drawPhoto(flow, sheet, item.photo, top);
    if (!turned) flow.y = Math.max(flow.y, end);
  }
  space(flow, mm(3));
}

/** Draws the photo to the right of its text, `top` points down; answers where it ends. */
async function drawPhoto(
  flow: Flow,
  sheet: Sheet,
  bytes: Uint8Array,
  top: number,
): Promise<number> {
  const image = await flow.paper.readJpeg(bytes);
  if (image === null) {
    const words = "(Ảnh không đọc được)";
    sheet.text(words, alignedX(words, SMALL, "right", LEFT, TEXT_WIDTH), top + mm(5), SMALL);
    return top + mm(8);
  }
  const scale = Math.min(PHOTO_WIDTH / image.width, PHOTO_HEIGHT / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  sheet.image(image, { x: RIGHT - width, y: top + 2, width, height });
  return top + height + mm(2);
}

function drawAttestations(flow: Flow, { attestations }: PortfolioPaper): void {
  section(flow, "IV. XÁC NHẬN CỦA NGƯỜI CÓ TRÁCH NHIỆM");
  if (attestations.length === 0) {
    nothing(flow, "Chưa có xác nhận nào.");
    return;
  }
  const rows = attestations.map(({ indicatorCode, attestorName, office, on, words }) => ({
    cells: [indicatorCode, attestorName, office, formatDay(on), words],
  }));
  table(flow, ATTESTATIONS, rows);
}

function drawSigning(flow: Flow, { holderName }: PortfolioPaper): void {
  const width = mm(75);
  const shape = { align: "centre", left: RIGHT - width, width } as const;
  const name = fit(holderName, BOLD, width, [
    { most: 12, least: 9, lines: 1 },
    { most: 9, least: 7, lines: 3 },
  ]);
  space(flow, mm(7));
  keepTogether(flow, mm(45));
  paragraph(flow, "NGƯỜI HỌC", BOLD, shape);
  paragraph(flow, "(Ký hoặc điểm chỉ)", { ...ITALIC, size: 11 }, { ...shape, after: mm(22) });
  paragraph(flow, name.lines.join("\n"), name.style, shape);
}

function drawFeet(sheets: readonly Sheet[], data: PortfolioPaper): void {
  const made = `Lập lúc ${formatInstant(data.generatedAt)} (giờ Việt Nam) · Mã sổ ${data.holderCode}`;
  const check =
    data.verificationUrl === null
      ? "Đối chiếu: nhật ký của xã, theo mã sổ và thời điểm lập"
      : `Đối chiếu: ${data.verificationUrl}`;
  const width = TEXT_WIDTH - mm(26);
  const madeLine = fit(made, SMALL, width, [{ most: 8.5, least: 6, lines: 1 }]);
  const checkLines = fit(check, SMALL, width, [
    { most: 8.5, least: 7, lines: 1, breaksWords: true },
    { most: 7, least: 4, lines: 3, breaksWords: true },
  ]);
  sheets.forEach((sheet, at) => {
    sheet.rule({ x: LEFT, y: BOTTOM + mm(4) }, { x: RIGHT, y: BOTTOM + mm(4) }, 0.4, GREY);
    const page = `Trang ${at + 1}/${sheets.length}`;
    const y = BOTTOM + mm(8);
    sheet.text(page, alignedX(page, SMALL, "right", LEFT, TEXT_WIDTH), y, SMALL);
    sheet.text(madeLine.lines[0] ?? "", LEFT, y, madeLine.style);
    checkLines.lines.forEach((line, row) => {
      sheet.text(line, LEFT, y + mm(3.8) + row * checkLines.style.size * 1.2, checkLines.style);
    });
  });
}
