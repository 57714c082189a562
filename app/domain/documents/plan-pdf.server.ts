import { formatDay } from "#app/domain/kernel/index.ts";

import {
  baselineIn,
  beginFlow,
  type Flow,
  keepTogether,
  LEADING,
  LEFT,
  paragraph,
  RIGHT,
  space,
  TEXT_WIDTH,
} from "./flow.server.ts";
import { BLACK, INDIGO, mm, PALE } from "./colours.ts";
import { openPaper } from "./paper.server.ts";
import type { PlanPaper } from "./plan-paper.ts";
import { qrCode } from "./qr.ts";
import { fit, type Style } from "./setting.server.ts";

/** Read from a step away, by the light of the hearth. */
const TEXT: Style = { face: "viet", size: 14, colour: BLACK };
const BOLD: Style = { ...TEXT, face: "viet-bold" };
const TITLE: Style = { ...BOLD, size: 26, colour: INDIGO };
const BIG: Style = { ...BOLD, size: 18 };

const QR_SIDE = mm(26);
const ROW_HEIGHT = mm(12);
const BOX_SIDE = mm(8.5);
const BOX_GAP = mm(3);

/**
 * A learning plan to hang up: big letters, a box to tick for each lesson of each week. A4 portrait;
 * the same data gives the same bytes. Throws only when `url` cannot be a QR code.
 */
export async function planPdf(data: PlanPaper): Promise<Uint8Array> {
  const paper = await openPaper({
    title: "Kế hoạch học",
    author: data.holderName,
    madeAt: data.madeAt,
    typefaces: ["viet", "viet-bold", "tinos", "tinos-bold"],
    sampleMark: data.sample ? "viet-bold" : null,
  });
  const flow = beginFlow(paper);
  drawHead(flow, data);
  drawWeeks(flow, data);
  space(flow, mm(4));
  paragraph(flow, "Lỡ một tuần cũng không sao. Tuần sau mình học tiếp.", TEXT, { align: "centre" });
  return paper.bytes();
}

function drawHead(flow: Flow, data: PlanPaper): void {
  const top = flow.y;
  const width = TEXT_WIDTH - QR_SIDE - mm(10);
  paragraph(flow, "Kế hoạch học", TITLE, { width, after: mm(1) });
  const name = fit(data.holderName, BIG, width, [{ most: 18, least: 12, lines: 2 }]);
  paragraph(flow, name.lines.join("\n"), name.style, { width });
  paragraph(flow, data.villageName, TEXT, { width, after: mm(3) });
  const box = { x: RIGHT - QR_SIDE, y: top + mm(3), width: QR_SIDE, height: QR_SIDE };
  flow.sheet.qr(qrCode(data.url), box);
  flow.sheet.link(data.url, box);
  flow.y = Math.max(flow.y, top + QR_SIDE + mm(8));

  paragraph(flow, `Mỗi tuần ${data.weeklyLessons} bài`, BIG, { after: mm(1) });
  const when = [data.days, data.hour === null ? "" : `lúc ${data.hour}`].filter(
    (text) => text !== "",
  );
  const fact = (label: string, value: string) => {
    if (value === "") return;
    paragraph(flow, value, TEXT, { lead: { text: label, style: BOLD }, after: mm(1) });
  };
  fact("Học vào:", when.join(", "));
  fact("Khóa học:", data.courses.join("; "));
  fact("Mình học để:", data.reason);
  space(flow, mm(3));
}

function drawWeeks(flow: Flow, { weeks, weeklyLessons }: PlanPaper): void {
  paragraph(flow, "Học xong một bài thì đánh dấu một ô", BOLD, { after: mm(2) });
  weeks.forEach((week, at) => {
    keepTogether(flow, ROW_HEIGHT);
    const row = { x: LEFT, y: flow.y, width: TEXT_WIDTH, height: ROW_HEIGHT };
    if (at % 2 === 0) flow.sheet.fillBox(row, PALE);
    const baseline = flow.y + (ROW_HEIGHT - TEXT.size * LEADING) / 2 + baselineIn(TEXT);
    const said = `${formatDay(week.from).slice(0, 5)} – ${formatDay(week.until).slice(0, 5)}`;
    flow.sheet.text(said, LEFT + mm(3), baseline, BOLD);
    if (week.rest) flow.sheet.text("nghỉ", LEFT + mm(50), baseline, TEXT);
    else drawBoxes(flow, weeklyLessons, week.done);
    flow.y += ROW_HEIGHT;
  });
}

function drawBoxes(flow: Flow, count: number, done: number): void {
  const y = flow.y + (ROW_HEIGHT - BOX_SIDE) / 2;
  const boxes = Array.from({ length: count }, (_, at) => ({
    x: LEFT + mm(50) + at * (BOX_SIDE + BOX_GAP),
    y,
    width: BOX_SIDE,
    height: BOX_SIDE,
  }));
  flow.sheet.outline(boxes, 1.2, BLACK);
  for (const box of boxes.slice(0, done)) {
    const inner = mm(1.4);
    flow.sheet.fillBox(
      { x: box.x + inner, y: y + inner, width: BOX_SIDE - 2 * inner, height: BOX_SIDE - 2 * inner },
      INDIGO,
    );
  }
}
