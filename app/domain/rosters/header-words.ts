import { cleanLine, unaccented } from "#app/domain/kernel/index.ts";

import type { LeftOut, RosterField } from "./mapping.ts";

/** What a title means by itself. "nam" and "ho" need their neighbours when the marks are missing. */
export type Meaning =
  | { readonly field: RosterField }
  | { readonly leftOut: Exclude<LeftOut, "repeated" | "unknown" | "untitled"> };

/** First match wins: what is more special stands first. Compared by `unaccented`. */
const WORDINGS: readonly (readonly [RegExp, Meaning])[] = [
  [/^(?:s?tt|so tt|so thu tu|thu tu|no)$/u, { leftOut: "order" }],
  [/\bdan toc\b|^dt$/u, { leftOut: "ethnicity" }],
  [/\bton giao\b/u, { leftOut: "religion" }],
  [/\b(?:ngay|noi|co quan) cap\b|\bthoi han\b/u, { leftOut: "not-needed" }],
  [/\b(?:quan he|qh|moi qh)\b/u, { field: "householdRelation" }],
  [
    /^(?:(?:ma|so|ma so|stt) (?:ho|ho gd|ho gia dinh)|ho so|so so ho khau|so so hk|so ho khau|so shk)$/u,
    { field: "householdCode" },
  ],
  // Of somebody else than whom the row is about.
  [
    /(?:cccd|cmnd|can cuoc|dinh danh|dien thoai|sdt|nam sinh|ngay sinh).*\bchu ho\b/u,
    { leftOut: "not-needed" },
  ],
  [/\bchu ho\b/u, { field: "householdHead" }],
  [
    /\b(?:cccd|cmnd|cmt|cmtnd|can cuoc|dinh danh|so chung minh|chung minh thu|chung minh nhan dan|ddcn|giay to tuy than)\b/u,
    { field: "nationalId" },
  ],
  [
    /\b(?:sdt|so dt|dtdd|dien thoai|di dong|mobile|phone|tel|zalo)\b|^dt lien he$|^so lien (?:lac|he)$/u,
    { field: "phone" },
  ],
  [
    /^(?:ngay|ngay thang|thang|nam|thoi gian) (?:nam )?sinh(?: .*)?$|^sinh (?:nam|ngay|ngay thang nam)$/u,
    { field: "birth" },
  ],
  [
    /^(?:ngay thang nam|ngay thang nam sinh.*|ntn ?s|ntn sinh|ns|nam sinh|ngay sinh|tuoi nam sinh|date of birth|dob|birth(?:day| date)?)$/u,
    { field: "birth" },
  ],
  [/^(?:gioi tinh|gioi|phai|gt|nam nu|nu nam|sex|gender)(?: nam nu)?$/u, { field: "sex" }],
  [/^(?:ho|ho dem|ho (?:va )?(?:ten |chu )?(?:dem|lot)|ho va)$/u, { field: "familyName" }],
  [/^(?:(?:ten |chu )?(?:dem|lot))$/u, { field: "middleName" }],
  [
    /^(?:ho (?:va )?ten|hoten|ho (?:va )?(?:chu |ten )?(?:dem|lot) (?:va )?ten|ho ten day du|full ?name|ho (?:va )?ten (?:khai sinh|cong dan|nguoi dan|thanh vien|hoi vien|hoc vien|nhan khau|nguoi|chu dem|day du|trong ho).*)$/u,
    { field: "fullName" },
  ],
  [/^(?:ten|ten goi)$/u, { field: "givenName" }],
  [
    /^(?:name|ten (?:nguoi dan|cong dan|thanh vien|nhan khau|hoi vien|hoc vien))$/u,
    { field: "fullName" },
  ],
  [/\b(?:que quan|nguyen quan|noi sinh|que)\b/u, { leftOut: "not-needed" }],
  [
    /^(?:ten )?(?:thon|ban|to|khu|xom|buon|lang|ap|tdp|to dan pho|khu pho|khom)(?: (?:thon|ban|to|khu|xom|buon|lang|ap|tdp|dan pho|to dan pho|khu pho|pho))*$/u,
    { field: "village" },
  ],
  [
    /\b(?:dia chi|noi o|cho o|noi cu tru|thuong tru|ho khau tt|tam tru|noi dang ky)\b/u,
    { field: "village" },
  ],
  [/^(?:ghi chu.*|note|chu thich)$/u, { field: "note" }],
];

function titleKey(text: string): string {
  return unaccented(cleanLine(text))
    .replaceAll(/\b(?:tick|danh dau|neu co)\b/gu, "")
    .trim();
}

/** What a title means whatever stands beside it; null when it says nothing that is known. */
export function meaningOf(title: string): Meaning | null {
  const key = titleKey(title);
  // "Hộ" and "Họ" differ in their marks alone.
  if (cleanLine(title).toLowerCase() === "hộ") return { field: "householdCode" };
  return WORDINGS.find(([wording]) => wording.test(key))?.[1] ?? null;
}

/** A part of a birth date, or the side of a sex, by its own title; "nam" without its mark may be either. */
export function partOf(title: string): "day" | "month" | "year" | "female" | "nam" | null {
  const text = cleanLine(title).toLowerCase();
  if (text === "năm") return "year";
  switch (titleKey(title)) {
    case "ngay":
      return "day";
    case "thang":
      return "month";
    case "nu":
      return "female";
    case "nam":
      return "nam";
    default:
      return null;
  }
}
