import type {
  DecisionPaper,
  DecisionRow,
  PortfolioPaper,
  RecognitionCertificate,
} from "#app/domain/documents/index.ts";
import { Day } from "#app/domain/kernel/index.ts";

/** All letters of Vietnamese with all tone marks: 67 small and 67 capital ones. */
const SMALL_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
export const VIETNAMESE_LETTERS = SMALL_LETTERS + SMALL_LETTERS.toLocaleUpperCase("vi");

/** What a keyboard, a broken import or a joker can put in a field. */
export const HOSTILE_TEXTS = [
  "",
  " \n\t ",
  "Giàng 😀👨‍👩‍👧‍👦🇻🇳 Mỷ",
  "مرحبا שלום Vàng",
  "a\u0000b\u0007c\u001B[31m\u202Egnourt\u202C",
  "\uD800 nửa ký tự \uDC00",
  "Z\u0301\u0302\u0303\u0304\u0305\u0306a\u0307l\u0308g\u0309o",
  "\u0301\u0302",
  "中文 ไทย हिन्दी \uE000 \uFFFF \u{10FFFF}",
  "(dấu ngoặc) \\ % << >> /Name ]",
  "x".repeat(3000),
  "Nguyễn ".repeat(400),
  "d\u00ADấu\u200B\u00A0nối",
];

export function certificate(overrides: Partial<RecognitionCertificate> = {}) {
  return {
    holderName: "Giàng Thị Mỷ",
    birthYear: 1987,
    villageName: "Thôn Bản Phố 2",
    communeName: "Xã Bản Phố",
    provinceName: "Tỉnh Lào Cai",
    authority: "Ủy ban nhân dân xã Bản Phố",
    year: 2026,
    registerNumber: "CDHT-2026-0042",
    decisionNumber: "125/QĐ-UBND",
    decidedOn: Day.parse("2026-12-15"),
    signerTitle: "Chủ tịch",
    signerName: "Vàng Seo Páo",
    criteria: "Theo Bộ tiêu chí “Công dân học tập”, bản năm 2022",
    verificationUrl: "https://nephoc.example.vn/kiem-tra/0192f0c2-8f2b-7c1e-9d55-1b2c3d4e5f60",
    sample: false,
    ...overrides,
  } satisfies RecognitionCertificate;
}

export function decisionRow(overrides: Partial<DecisionRow> = {}): DecisionRow {
  return {
    ordinal: 1,
    fullName: "Giàng Thị Mỷ",
    birthYear: 1987,
    villageName: "Bản Phố 2",
    total: 86.5,
    registerNumber: "CDHT-2026-0042",
    ...overrides,
  };
}

export function decision(overrides: Partial<DecisionPaper> = {}) {
  return {
    authority: "Ủy ban nhân dân xã Bản Phố",
    provinceName: "Tỉnh Lào Cai",
    communeName: "Xã Bản Phố",
    number: "125",
    place: "Bản Phố",
    decidedOn: Day.parse("2026-02-05"),
    year: 2026,
    legalBases: ["Căn cứ Luật Tổ chức chính quyền địa phương;"],
    articles: ["Công nhận các công dân có tên trong danh sách.", "Điều 2. Có hiệu lực từ ngày ký."],
    rows: [decisionRow()],
    signerTitle: "Chủ tịch",
    signerName: "Vàng Seo Páo",
    auditHash: null,
    sample: false,
    ...overrides,
  } satisfies DecisionPaper;
}

export function portfolio(overrides: Partial<PortfolioPaper> = {}) {
  return {
    holderName: "Giàng Thị Mỷ",
    holderCode: "NH-26-0A7F",
    villageName: "Thôn Bản Phố 2",
    communeName: "Xã Bản Phố",
    provinceName: "Tỉnh Lào Cai",
    year: 2026,
    generatedAt: new Date("2026-12-14T02:30:00Z"),
    courses: [
      {
        title: "Dùng điện thoại an toàn",
        lessonsDone: 8,
        lessonsTotal: 10,
        scorePercent: 87.5,
        hours: 6.5,
        completedOn: Day.parse("2026-05-09"),
      },
    ],
    totalHours: 6.5,
    helpedLessons: 0,
    indicators: [
      {
        code: "5",
        name: "Sử dụng công nghệ thông tin",
        suggested: 8.5,
        self: null,
        reasons: ["Đã hoàn thành một khóa học."],
      },
    ],
    suggestedTotal: 8.5,
    selfTotal: null,
    evidence: [],
    attestations: [],
    verificationUrl: null,
    sample: false,
    ...overrides,
  } satisfies PortfolioPaper;
}
