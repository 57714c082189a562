import { formatNumber } from "#app/domain/kernel/index.ts";
import type { DecisionPaper, DecisionRow } from "./decision-paper.ts";
import {
  BOTTOM,
  LEFT,
  RIGHT,
  TEXT_WIDTH,
  alignedX,
  beginFlow,
  keepTogether,
  nextSheet,
  paragraph,
  space,
  type Flow,
} from "./flow.server.ts";
import { heading, underline } from "./heading.server.ts";
import { BLACK, GREY, mm } from "./colours.ts";
import { openPaper, type Sheet } from "./paper.server.ts";
import { fit, type Style } from "./setting.server.ts";
import { table, type Column, type TableRow } from "./table.server.ts";
import {
  article,
  authorityLines,
  dayInWords,
  decidingOffice,
  decisionSign,
  inSentence,
  startOfDay,
  upper,
} from "./wording.ts";

const TEXT: Style = { face: "tinos", size: 13.5, colour: BLACK };
const BOLD: Style = { ...TEXT, face: "tinos-bold" };
const ITALIC: Style = { ...TEXT, face: "tinos-italic" };
const SMALL: Style = { face: "tinos", size: 8, colour: GREY };
const FIRST_INDENT = mm(10);
const SIGNING_GAP = mm(28);

const COLUMNS: readonly Column[] = [
  { title: "STT", share: 0.07, align: "centre" },
  { title: "Họ và tên", share: 0.25, align: "left" },
  { title: "Năm sinh", share: 0.085, align: "centre" },
  { title: "Thôn/bản", share: 0.22, align: "left" },
  { title: "Tổng điểm", share: 0.085, align: "right" },
  { title: "Số vào sổ", share: 0.195, align: "left" },
  { title: "Ghi chú", share: 0.095, align: "left" },
];

/**
 * A decision to recognise "Công dân học tập" and its annexed list, A4 portrait, laid out after
 * NĐ 30/2020/NĐ-CP; a missing number or day leaves dots for the pen. The list repeats its header on
 * each page and takes thousands of rows. The same data gives the same bytes; refuses nothing.
 */
export async function decisionListPdf(data: DecisionPaper): Promise<Uint8Array> {
  const paper = await openPaper({
    title: `Quyết định công nhận danh hiệu “Công dân học tập” năm ${data.year}`,
    author: data.authority,
    madeAt: data.decidedOn === null ? null : startOfDay(data.decidedOn),
    typefaces: ["tinos", "tinos-bold", "tinos-italic"],
    sampleMark: data.sample ? "tinos-bold" : null,
  });
  const flow = beginFlow(paper);
  drawDecision(flow, data);
  const decisionSheets = paper.sheets.length;
  nextSheet(flow);
  drawAnnex(flow, data);
  numberSheets(paper.sheets.slice(0, decisionSheets), data, "Quyết định");
  numberSheets(paper.sheets.slice(decisionSheets), data, "Danh sách kèm theo");
  return paper.bytes();
}

function dayOrDots(data: DecisionPaper): string {
  return data.decidedOn === null ? "ngày …… tháng …… năm ………" : dayInWords(data.decidedOn);
}

function drawDecision(flow: Flow, data: DecisionPaper): void {
  heading(flow, {
    authority: authorityLines(data.authority),
    sign: `Số: ${decisionSign(data.number)}`,
    placeAndDay: `${data.place}, ${dayOrDots(data)}`,
  });
  space(flow, mm(7));
  const centre = { align: "centre" } as const;
  paragraph(flow, "QUYẾT ĐỊNH", { ...BOLD, size: 14 }, centre);
  const subject = `Về việc công nhận danh hiệu “Công dân học tập” năm ${data.year}`;
  paragraph(flow, subject, { ...BOLD, size: 14 }, centre);
  underline(flow, LEFT + TEXT_WIDTH / 2, mm(48), flow.y + 3);
  space(flow, mm(6));
  const office = decidingOffice(data.signerTitle, data.authority);
  paragraph(flow, office, BOLD, { ...centre, after: mm(4) });
  for (const basis of data.legalBases) {
    paragraph(flow, basis, ITALIC, { firstIndent: FIRST_INDENT, after: mm(1.5) });
  }
  space(flow, mm(2));
  keepTogether(flow, mm(25));
  paragraph(flow, "QUYẾT ĐỊNH:", BOLD, { ...centre, after: mm(3) });
  data.articles.forEach((text, at) => {
    const { lead, body } = article(text, at + 1);
    const shape = { firstIndent: FIRST_INDENT, lead: { text: lead, style: BOLD }, after: mm(2) };
    paragraph(flow, body, TEXT, shape);
  });
  drawSigning(flow, data);
}

/** "Nơi nhận" on the left, who signs on the right; they stay on one page. */
function drawSigning(flow: Flow, data: DecisionPaper): void {
  const width = mm(80);
  const left = RIGHT - width;
  const title = fit(upper(data.signerTitle), BOLD, width, [
    { most: 13.5, least: 10, lines: 3 },
    { most: 10, least: 7, lines: 4 },
  ]);
  const name = fit(data.signerName, BOLD, width, [
    { most: 13.5, least: 10, lines: 1 },
    { most: 10, least: 7, lines: 3 },
  ]);
  const titleHeight = title.lines.length * title.style.size * 1.3;
  const nameHeight = name.lines.length * name.style.size * 1.3;
  space(flow, mm(5));
  keepTogether(flow, titleHeight + SIGNING_GAP + nameHeight);
  const top = flow.y;
  const shape = { align: "centre", left, width } as const;
  paragraph(flow, title.lines.join("\n"), title.style, shape);
  space(flow, SIGNING_GAP);
  paragraph(flow, name.lines.join("\n"), name.style, shape);
  const end = flow.y;
  flow.y = top;
  const recipients: Style = { ...TEXT, size: 11 };
  const narrow = { left: LEFT, width: left - LEFT - mm(6) };
  paragraph(flow, "Nơi nhận:", { face: "tinos-italic", size: 12, colour: BLACK }, narrow);
  const addressed =
    data.articles.length > 0
      ? `- Như Điều ${data.articles.length};`
      : "- Các ông (bà) có tên trong danh sách;";
  paragraph(flow, `${addressed}\n- Lưu: VT.`, recipients, narrow);
  flow.y = end;
}

function drawAnnex(flow: Flow, data: DecisionPaper): void {
  const centre = { align: "centre" } as const;
  paragraph(flow, "DANH SÁCH", { ...BOLD, size: 14 }, centre);
  const subject = `Công dân được công nhận danh hiệu “Công dân học tập” năm ${data.year}`;
  paragraph(flow, subject, { ...BOLD, size: 13 }, centre);
  const where = [inSentence(data.communeName), inSentence(data.provinceName)]
    .filter((name) => name !== "")
    .join(", ");
  const sign = decisionSign(data.number);
  const source = `(Kèm theo Quyết định số ${sign} ${dayOrDots(data)}\n${where})`;
  paragraph(flow, source, { ...ITALIC, size: 12 }, { ...centre, after: mm(4) });
  table(flow, COLUMNS, data.rows.map(rowOf));
  space(flow, mm(3));
  const count = `Danh sách này có ${formatNumber(data.rows.length)} người.`;
  keepTogether(flow, mm(8));
  paragraph(flow, count, { ...ITALIC, size: 12 });
}

function rowOf(row: DecisionRow): TableRow {
  const { ordinal, fullName, birthYear, villageName, total, registerNumber } = row;
  const born = birthYear === null ? "" : String(birthYear);
  return {
    cells: [
      String(ordinal),
      fullName,
      born,
      villageName,
      formatNumber(total),
      registerNumber ?? "",
      "",
    ],
  };
}

/** Numbers from the second page on at the head (NĐ 30/2020); what the part is, in the foot. */
function numberSheets(sheets: readonly Sheet[], data: DecisionPaper, part: string): void {
  const waiting =
    data.number === null || data.decidedOn === null
      ? " · Chỉ có hiệu lực khi có số, ngày ban hành, chữ ký và con dấu"
      : "";
  const hash = data.auditHash === null ? "" : `Mã đối chiếu nhật ký: ${data.auditHash}`;
  const audit = fit(hash, SMALL, TEXT_WIDTH, [{ most: 8, least: 5, lines: 1 }]);
  sheets.forEach((sheet, at) => {
    const number = String(at + 1);
    const middle = alignedX(number, TEXT, "centre", LEFT, TEXT_WIDTH);
    if (at > 0) sheet.text(number, middle, mm(14), TEXT);
    const foot = `${part}, trang ${number}/${sheets.length}${waiting}`;
    sheet.text(foot, alignedX(foot, SMALL, "right", LEFT, TEXT_WIDTH), BOTTOM + mm(8), SMALL);
    sheet.text(audit.lines[0] ?? "", LEFT, BOTTOM + mm(12), audit.style);
  });
}
