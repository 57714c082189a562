import { GREY, INDIGO, RED, BLACK, mm } from "./colours.ts";
import {
  CENTRE,
  drawCentred,
  drawBorder,
  drawFlourish,
  NAME_ROOMS,
  oneLine,
  style,
  typefacesFor,
} from "./certificate-layout.server.ts";
import { A4_LANDSCAPE, openPaper, type Sheet } from "./paper.server.ts";
import { qrCode } from "./qr.ts";
import type { RecognitionCertificate } from "./recognition-certificate.ts";
import { fit, widthOf, type Room, type Style } from "./setting.server.ts";
import { MOTTO, NATION, bareName, dayInWords, inSentence, startOfDay, upper } from "./wording.ts";

const TEXT_WIDTH = mm(232);
const QR_SIDE = mm(28);
const LEFT = mm(30);
const QR_TOP = mm(149);
const FACTS_LEFT = LEFT + QR_SIDE + mm(6);
const FACTS_WIDTH = mm(88);
const SIGNER_CENTRE = mm(222);
const SIGNER_WIDTH = mm(84);

/**
 * "Giấy công nhận Công dân học tập": one A4 page, landscape. The same data gives the same bytes.
 * Throws only when `verificationUrl` cannot be a QR code (empty or over 2,331 bytes).
 */
export async function certificatePdf(data: RecognitionCertificate): Promise<Uint8Array> {
  const paper = await openPaper({
    title: `Giấy công nhận Công dân học tập năm ${data.year} – ${data.holderName}`,
    author: data.authority,
    madeAt: startOfDay(data.decidedOn),
    typefaces: typefacesFor(Object.values(data).join(" ")),
    sampleMark: data.sample ? "viet-bold" : null,
  });
  const sheet = paper.addSheet(A4_LANDSCAPE);
  drawBorder(sheet);
  drawHeading(sheet, data);
  drawHolder(sheet, data);
  drawVerification(sheet, data);
  drawSigner(sheet, data);
  return paper.bytes();
}

function drawHeading(sheet: Sheet, data: RecognitionCertificate): void {
  const nation = fit(NATION, style("viet-semibold", 13, INDIGO), TEXT_WIDTH, oneLine(13, 13));
  drawCentred(sheet, nation, CENTRE, mm(30));
  const motto = fit(MOTTO, style("viet-semibold", 12.5, INDIGO), TEXT_WIDTH, oneLine(12.5, 12.5));
  drawCentred(sheet, motto, CENTRE, mm(36.5));
  const half = widthOf(MOTTO, motto.style) / 2;
  const y = mm(39);
  sheet.rule({ x: CENTRE - half, y }, { x: CENTRE + half, y }, 0.8, INDIGO);
  const authority = fit(
    upper(data.authority),
    style("viet-bold", 14, INDIGO),
    TEXT_WIDTH,
    oneLine(14, 8),
  );
  drawCentred(sheet, authority, CENTRE, mm(49));
  const province = style("viet", 11, INDIGO);
  drawCentred(
    sheet,
    fit(upper(data.provinceName), province, TEXT_WIDTH, oneLine(11, 8)),
    CENTRE,
    mm(55),
  );
  const title = fit("GIẤY CÔNG NHẬN", style("viet-bold", 36, RED), TEXT_WIDTH, oneLine(36, 36));
  drawCentred(sheet, title, CENTRE, mm(72));
  const honour = fit("CÔNG DÂN HỌC TẬP", style("viet-bold", 18, RED), TEXT_WIDTH, oneLine(18, 18));
  drawCentred(sheet, honour, CENTRE, mm(82));
  drawFlourish(sheet, mm(79.8), widthOf("CÔNG DÂN HỌC TẬP", honour.style) / 2 + mm(5));
}

function drawHolder(sheet: Sheet, data: RecognitionCertificate): void {
  const lead = style("viet", 13, BLACK);
  drawCentred(sheet, fit("Công nhận ông (bà)", lead, TEXT_WIDTH, oneLine(13, 13)), CENTRE, mm(92));
  const name = fit(data.holderName, style("viet-bold", 38, INDIGO), TEXT_WIDTH, NAME_ROOMS);
  const block = (name.lines.length - 1) * name.style.size * 1.3;
  drawCentred(sheet, name, CENTRE, mm(104) + name.style.size * 0.35 - block / 2);
  const places = [data.villageName, inSentence(data.communeName), inSentence(data.provinceName)];
  const born = data.birthYear === null ? "" : `Sinh năm ${data.birthYear} – `;
  const home = fit(born + places.join(", "), style("viet", 13, BLACK), TEXT_WIDTH, [
    { most: 13, least: 10, lines: 1 },
    { most: 10.5, least: 7, lines: 2 },
  ]);
  const afterHome = drawCentred(sheet, home, CENTRE, mm(118));
  const words = `đạt danh hiệu “Công dân học tập” năm ${data.year}`;
  const honour = fit(words, style("viet-semibold", 15, INDIGO), TEXT_WIDTH, oneLine(15, 15));
  drawCentred(sheet, honour, CENTRE, Math.max(mm(127.5), afterHome + mm(8)));
  const criteria = fit(data.criteria, style("viet-italic", 10, GREY), TEXT_WIDTH, [
    { most: 10, least: 8, lines: 1 },
    { most: 8, least: 6, lines: 2 },
  ]);
  drawCentred(sheet, criteria, CENTRE, mm(135));
}

function drawVerification(sheet: Sheet, data: RecognitionCertificate): void {
  const box = { x: LEFT, y: QR_TOP, width: QR_SIDE, height: QR_SIDE };
  sheet.qr(qrCode(data.verificationUrl), box);
  sheet.link(data.verificationUrl, box);
  let y = QR_TOP + mm(3);
  const write = (text: string, look: Style, rooms: readonly Room[]): void => {
    const { lines, style: sized } = fit(text, look, FACTS_WIDTH, rooms);
    for (const line of lines) {
      sheet.text(line, FACTS_LEFT, y, sized);
      y += sized.size * 1.35;
    }
  };
  const fact = style("viet", 10, BLACK);
  const rooms: readonly Room[] = [
    { most: 10, least: 8, lines: 1 },
    { most: 8, least: 6, lines: 2 },
  ];
  write(`Số vào sổ: ${data.registerNumber}`, { ...fact, face: "viet-semibold" }, rooms);
  write(`Quyết định số ${data.decisionNumber}`, fact, rooms);
  write(dayInWords(data.decidedOn), fact, rooms);
  y += mm(2);
  write("Quét mã để kiểm tra", style("viet-semibold", 9, INDIGO), oneLine(9, 9));
  write(data.verificationUrl, style("viet", 7.5, GREY), [
    { most: 7.5, least: 6, lines: 3, breaksWords: true },
    { most: 6, least: 4, lines: 6, breaksWords: true },
  ]);
}

function drawSigner(sheet: Sheet, data: RecognitionCertificate): void {
  const place = `${bareName(data.communeName)}, ${dayInWords(data.decidedOn)}`;
  const when = fit(place, style("viet-italic", 11, BLACK), SIGNER_WIDTH, oneLine(11, 7));
  drawCentred(sheet, when, SIGNER_CENTRE, mm(147));
  const title = fit(upper(data.signerTitle), style("viet-bold", 11.5, BLACK), SIGNER_WIDTH, [
    { most: 11.5, least: 8, lines: 2 },
    { most: 8, least: 6, lines: 3 },
  ]);
  drawCentred(sheet, title, SIGNER_CENTRE, mm(153));
  const name = fit(data.signerName, style("viet-bold", 12, BLACK), SIGNER_WIDTH, [
    { most: 12, least: 9, lines: 1 },
    { most: 9, least: 7, lines: 2 },
  ]);
  drawCentred(sheet, name, SIGNER_CENTRE, mm(185));
}
