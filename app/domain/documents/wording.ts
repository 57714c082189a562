import type { Day } from "#app/domain/kernel/index.ts";

/** Heading that every paper of a Vietnamese authority carries (NĐ 30/2020/NĐ-CP, annex I). */
export const NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const MOTTO = "Độc lập - Tự do - Hạnh phúc";

export function upper(text: string): string {
  return text.normalize("NFC").toLocaleUpperCase("vi");
}

/** "ngày 05 tháng 02 năm 2026": days under 10 and the first two months take a zero (NĐ 30/2020). */
export function dayInWords(day: Day): string {
  const month = Number(day.slice(5, 7));
  const shownMonth = month < 3 ? `0${month}` : String(month);
  return `ngày ${day.slice(8, 10)} tháng ${shownMonth} năm ${day.slice(0, 4)}`;
}

/** Midnight in Vietnam at the beginning of the day. */
export function startOfDay(day: Day): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

const UNIT = /^(?:xã|phường|thị trấn|đặc khu|tỉnh|thành phố)\s/iu;

/** A commune or province inside a sentence: "Xã Bản Phố" is "xã Bản Phố". */
export function inSentence(placeName: string): string {
  return placeName
    .normalize("NFC")
    .trim()
    .replace(UNIT, (unit) => unit.toLocaleLowerCase("vi"));
}

/** The bare name, as the line with place and date has it: "Xã Bản Phố" is "Bản Phố". */
export function bareName(placeName: string): string {
  return placeName.normalize("NFC").trim().replace(UNIT, "");
}

const PEOPLES_COMMITTEE = /^((?:ỦY|UỶ) BAN NHÂN DÂN)\s+(.+)$/u;

/** The authority in capitals, broken where its own name begins. */
export function authorityLines(authority: string): string {
  return upper(authority.trim()).replace(PEOPLES_COMMITTEE, "$1\n$2");
}

const SIGNED_FOR = /^(?:KT|TM|TL|TUQ|Q)\.\s*/u;

/**
 * Who decides, in capitals: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …". A chair's deputy signs for the chair
 * ("KT. CHỦ TỊCH"), and a title that names the committee stands for the committee.
 */
export function decidingOffice(signerTitle: string, authority: string): string {
  const first = upper(signerTitle.trim().split("\n")[0] ?? "").replace(SIGNED_FOR, "");
  const whole = upper(authority.trim());
  if (/(?:ỦY|UỶ) BAN|UBND/u.test(first)) return whole.startsWith(first) ? whole : first;
  return `${first} ${whole}`.trim();
}

const NUMBERED_ARTICLE = /^(Điều\s+\d{1,3}\s*[.:])\s*/u;

/** An article and its lead words; "Điều n." is added where the text does not begin with it. */
export function article(text: string, number: number): { lead: string; body: string } {
  const given = text.normalize("NFC").trim();
  const lead = NUMBERED_ARTICLE.exec(given)?.[1];
  if (lead === undefined) return { lead: `Điều ${number}.`, body: given };
  return { lead, body: given.replace(NUMBERED_ARTICLE, "") };
}

/** "125" is "125/QĐ-UBND"; a number with its sign stays; null is dots. */
export function decisionSign(number: string | null): string {
  if (number === null) return "…………/QĐ-UBND";
  return number.includes("/") ? number : `${number}/QĐ-UBND`;
}
