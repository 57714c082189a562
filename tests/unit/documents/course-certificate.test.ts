import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test, vi } from "vitest";
import { BADGE_FILE, type CourseCertificatePaper } from "#app/domain/documents/index.ts";
import { attachedFile, PAPERS } from "#app/domain/documents/index.server.ts";
import { Day } from "#app/domain/kernel/index.ts";
import { HOSTILE_TEXTS, VIETNAMESE_LETTERS } from "./papers.ts";
import { joined, modulesOf, overflowing, readPdf, squaresOf } from "./reading.ts";

const { courseCertificatePdf } = PAPERS;

// Papers take their time on a machine that has other work too.
vi.setConfig({ testTimeout: 60_000 });

const BROCADE_POINTS = 50;
const URL_ON_PAPER = "https://nephoc.example.vn/kiem-tra/khoa-hoc/7K3M-9QXT-2B4D-8FHR";

function paper(overrides: Partial<CourseCertificatePaper> = {}): CourseCertificatePaper {
  return {
    holderName: "Giàng Thị Mỷ",
    courseTitle: "Bán hàng và nhận tiền bằng mã QR",
    completedOn: Day.parse("2026-11-20"),
    issuedOn: Day.parse("2026-11-22"),
    minutes: 96,
    resultPercent: 90,
    code: "7K3M-9QXT-2B4D-8FHR",
    verificationUrl: URL_ON_PAPER,
    badge: "eyJ.eyJ.c2ln",
    sample: false,
    ...overrides,
  };
}

test("a certificate of a course says whose it is, of which course, with what result, and what it is not", async () => {
  const [page, ...more] = await readPdf(await courseCertificatePdf(paper()));
  expect(more).toEqual([]);
  for (const words of [
    "GIẤY CHỨNG NHẬN",
    "HOÀN THÀNH KHÓA HỌC",
    "Giàng Thị Mỷ",
    "Bán hàng và nhận tiền bằng mã QR",
    "ngày 20 tháng 11 năm 2026 – 96 phút học – bài kiểm tra cuối khóa đạt 90%",
    "Mã kiểm tra: 7K3M-9QXT-2B4D-8FHR",
    "Cấp ngày 22 tháng 11 năm 2026",
  ]) {
    expect(page?.texts.map(({ text }) => text)).toContain(words);
  }
  expect(page?.words).toContain("không phải văn bằng, chứng chỉ của Nhà nước");
  // The heading of the State is for papers of the State.
  expect(page?.words).not.toContain("CỘNG HÒA");
  expect(page?.words).not.toContain("DỮ LIỆU MẪU");
});

test("names of sixty letters, of Ê Đê and Gia Rai, and every Vietnamese letter stay whole inside the border", async () => {
  for (const holderName of [
    "Nguyễn Phạm Hoàng Thị Phương Thảo Giàng Seo Mí Dìn Vàng Thị Chúng Sùng",
    "Y Bhăm Niê Kdăm",
    "H’Hen Niê",
    "Ksor H'Bŏng",
    "Y Ƀlăk Mlô Ñuôl",
    VIETNAMESE_LETTERS,
  ]) {
    const pages = await readPdf(await courseCertificatePdf(paper({ holderName })));
    expect(joined(pages)).toContain(holderName.replaceAll(" ", ""));
    expect(overflowing(pages, BROCADE_POINTS)).toEqual([]);
  }
});

test("whatever a name or title holds, there is a paper and nothing runs over its edge", async () => {
  for (const text of HOSTILE_TEXTS) {
    const bytes = await courseCertificatePdf(paper({ holderName: text, courseTitle: text }));
    expect(overflowing(await readPdf(bytes), BROCADE_POINTS)).toEqual([]);
  }
});

test("a course without a final test tells no result, and sample people's paper says that it is one", async () => {
  const [page] = await readPdf(
    await courseCertificatePdf(paper({ resultPercent: null, sample: true })),
  );
  expect(page?.words).not.toContain("kiểm tra cuối khóa");
  expect(page?.words).toContain("DỮ LIỆU MẪU – KHÔNG CÓ GIÁ TRỊ");
});

test("the badge lies in the paper as a file, byte for byte", async () => {
  const badge = `eyJhbGciOiJFUzI1NiJ9.${"x".repeat(3500)}.c2ln`;
  const bytes = await courseCertificatePdf(paper({ badge }));
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const files: unknown = await document.getAttachments();
  await document.destroy();
  expect(files).toMatchObject({
    [BADGE_FILE]: { filename: BADGE_FILE, content: new TextEncoder().encode(badge) },
  });
  expect(new TextDecoder().decode((await attachedFile(bytes, BADGE_FILE)) ?? undefined)).toBe(
    badge,
  );
  expect(await attachedFile(bytes, "khac.jwt")).toBeNull();
  expect(await attachedFile(new TextEncoder().encode("không phải PDF"), BADGE_FILE)).toBeNull();
});

test("the printed square is the QR code of the address beside it, module by module, 30 mm wide", async () => {
  const bytes = await courseCertificatePdf(paper());
  const [page] = await readPdf(bytes);
  expect(page?.words.replaceAll(" ", "")).toContain(URL_ON_PAPER);
  const drawn = await squaresOf(bytes);
  expect(drawn.side / (72 / 25.4)).toBeCloseTo(30, 1);
  const expected = modulesOf(URL_ON_PAPER);
  expect(drawn.rowsOf(expected.length)).toEqual(expected);
});

test("the same certificate gives the same bytes", async () => {
  expect(await courseCertificatePdf(paper())).toEqual(await courseCertificatePdf(paper()));
});
