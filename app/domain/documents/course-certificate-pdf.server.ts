import { BADGE_FILE, type CourseCertificatePaper } from "./course-certificate.ts";
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
import { BLACK, GREY, INDIGO, RED, mm } from "./colours.ts";
import { A4_LANDSCAPE, openPaper, type Sheet } from "./paper.server.ts";
import { qrCode } from "./qr.ts";
import { fit, widthOf, type Room, type Style } from "./setting.server.ts";
import { dayInWords, startOfDay } from "./wording.ts";

const TEXT_WIDTH = mm(232);
const QR_SIDE = mm(30);
const LEFT = mm(30);
const FOOT_TOP = mm(152);
const FACTS_LEFT = LEFT + QR_SIDE + mm(6);
const FACTS_WIDTH = mm(92);
const WORDS_LEFT = mm(166);
const WORDS_WIDTH = mm(101);

const WHOSE = "NẾP HỌC";
const WHAT = "Nền tảng học tập suốt đời";
const TITLE = "GIẤY CHỨNG NHẬN";
const KIND = "HOÀN THÀNH KHÓA HỌC";
const NO_DIPLOMA =
  "Giấy này do nền tảng học tập Nếp Học cấp khi học xong khóa học. " +
  "Giấy này không phải văn bằng, chứng chỉ của Nhà nước.";
const WITH_BADGE = `Tệp PDF của giấy này có kèm huy hiệu số (${BADGE_FILE}), kiểm tra được cả khi không có mạng.`;

/**
 * "Giấy chứng nhận hoàn thành khóa học": one A4 page, landscape, with the badge as an attached file. It
 * bears no heading of the State, because it is the platform's. The same data gives the same bytes.
 * Throws only when `verificationUrl` cannot be a QR code (empty or over 2,331 bytes).
 */
export async function courseCertificatePdf(data: CourseCertificatePaper): Promise<Uint8Array> {
  const paper = await openPaper({
    title: `Giấy chứng nhận hoàn thành khóa học ${data.courseTitle} – ${data.holderName}`,
    author: "Nếp Học",
    madeAt: startOfDay(data.issuedOn),
    typefaces: typefacesFor(`${data.holderName} ${data.courseTitle} ${data.verificationUrl}`),
    sampleMark: data.sample ? "viet-bold" : null,
  });
  const sheet = paper.addSheet(A4_LANDSCAPE);
  drawBorder(sheet);
  drawHeading(sheet);
  drawHolder(sheet, data);
  drawVerification(sheet, data);
  drawWords(sheet);
  await paper.attach({
    name: BADGE_FILE,
    description: "Open Badge 3.0 (VC-JWT)",
    mimeType: "application/vc+jwt",
    bytes: new TextEncoder().encode(data.badge),
  });
  return paper.bytes();
}

function drawHeading(sheet: Sheet): void {
  const whose = fit(WHOSE, style("viet-bold", 18, INDIGO), TEXT_WIDTH, oneLine(18, 18));
  drawCentred(sheet, whose, CENTRE, mm(33));
  const what = fit(WHAT, style("viet", 11, INDIGO), TEXT_WIDTH, oneLine(11, 11));
  drawCentred(sheet, what, CENTRE, mm(39.5));
  const title = fit(TITLE, style("viet-bold", 36, RED), TEXT_WIDTH, oneLine(36, 36));
  drawCentred(sheet, title, CENTRE, mm(58));
  const kind = fit(KIND, style("viet-bold", 18, RED), TEXT_WIDTH, oneLine(18, 18));
  drawCentred(sheet, kind, CENTRE, mm(68.5));
  drawFlourish(sheet, mm(66.3), widthOf(KIND, kind.style) / 2 + mm(5));
}

function drawHolder(sheet: Sheet, data: CourseCertificatePaper): void {
  const lead = style("viet", 13, BLACK);
  const say = (words: string, at: number) =>
    drawCentred(sheet, fit(words, lead, TEXT_WIDTH, oneLine(13, 9)), CENTRE, at);
  say("Chứng nhận ông (bà)", mm(80));
  const name = fit(data.holderName, style("viet-bold", 38, INDIGO), TEXT_WIDTH, NAME_ROOMS);
  const block = (name.lines.length - 1) * name.style.size * 1.3;
  drawCentred(sheet, name, CENTRE, mm(93) + name.style.size * 0.35 - block / 2);
  say("đã học xong khóa học", mm(108));
  const course = fit(data.courseTitle, style("viet-semibold", 22, INDIGO), TEXT_WIDTH, [
    { most: 22, least: 15, lines: 1 },
    { most: 15, least: 9, lines: 2 },
  ]);
  const after = drawCentred(sheet, course, CENTRE, mm(119));
  say(factsOf(data), Math.max(mm(130), after + mm(9)));
}

function factsOf({ completedOn, minutes, resultPercent }: CourseCertificatePaper): string {
  const facts = [dayInWords(completedOn), `${minutes} phút học`];
  if (resultPercent !== null) facts.push(`bài kiểm tra cuối khóa đạt ${resultPercent}%`);
  return facts.join(" – ");
}

/** Writes lines one under another from `y`; answers where the next would stand. */
function writeDown(
  sheet: Sheet,
  text: string,
  look: Style,
  place: { readonly x: number; readonly y: number; readonly width: number },
  rooms: readonly Room[],
): number {
  const { lines, style: sized } = fit(text, look, place.width, rooms);
  const leading = sized.size * 1.35;
  lines.forEach((line, at) => sheet.text(line, place.x, place.y + at * leading, sized));
  return place.y + lines.length * leading;
}

function drawVerification(sheet: Sheet, data: CourseCertificatePaper): void {
  const box = { x: LEFT, y: FOOT_TOP, width: QR_SIDE, height: QR_SIDE };
  sheet.qr(qrCode(data.verificationUrl), box);
  sheet.link(data.verificationUrl, box);
  const place = { x: FACTS_LEFT, width: FACTS_WIDTH };
  let y = FOOT_TOP + mm(3);
  const write = (text: string, look: Style, rooms: readonly Room[]) => {
    y = writeDown(sheet, text, look, { ...place, y }, rooms);
  };
  write(`Mã kiểm tra: ${data.code}`, style("viet-semibold", 10, BLACK), oneLine(10, 8));
  write(`Cấp ${dayInWords(data.issuedOn)}`, style("viet", 10, BLACK), oneLine(10, 8));
  y += mm(2);
  write("Quét mã để kiểm tra", style("viet-semibold", 9, INDIGO), oneLine(9, 9));
  write(data.verificationUrl, style("viet", 7.5, GREY), [
    { most: 7.5, least: 6, lines: 3, breaksWords: true },
    { most: 6, least: 4, lines: 6, breaksWords: true },
  ]);
}

function drawWords(sheet: Sheet): void {
  const place = { x: WORDS_LEFT, width: WORDS_WIDTH };
  const rooms = [{ most: 10, least: 8, lines: 4 }];
  const next = writeDown(
    sheet,
    NO_DIPLOMA,
    style("viet-semibold", 10, INDIGO),
    { ...place, y: FOOT_TOP + mm(3) },
    rooms,
  );
  const look = style("viet-italic", 9, GREY);
  writeDown(sheet, WITH_BADGE, look, { ...place, y: next + mm(2) }, [
    { most: 9, least: 7, lines: 4 },
  ]);
}
