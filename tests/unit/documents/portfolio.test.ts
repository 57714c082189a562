import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { PAPERS } from "#app/domain/documents/index.server.ts";
import { Day } from "#app/domain/kernel/index.ts";
import { HOSTILE_TEXTS, VIETNAMESE_LETTERS, portfolio } from "./papers.ts";
import { joined, overflowing, readPdf } from "./reading.ts";

const { portfolioPdf } = PAPERS;

// Papers take their time on a machine that has other work too.
vi.setConfig({ testTimeout: 60_000 });

const MARGIN_POINTS = 40;
const happenedOn = Day.parse("2026-03-02");

function evidence(overrides: { description?: string; photo?: Uint8Array | null } = {}) {
  return {
    title: "Bán hàng trên chợ phiên",
    happenedOn,
    description: "Tôi dùng mã QR để nhận tiền.",
    indicators: ["5", "7"],
    photo: null,
    ...overrides,
  };
}

test("a learning record shows courses, indicators, evidence and attestations of its holder", async () => {
  const attestation = {
    indicatorCode: "4",
    attestorName: "H’Hen Niê",
    office: "Trưởng thôn",
    on: Day.parse("2026-11-20"),
    words: "Thường xuyên động viên bà con đi học.",
  };
  const data = portfolio({ evidence: [evidence()], attestations: [attestation] });
  const words = (await readPdf(await portfolioPdf(data))).map((page) => page.words).join(" ");
  for (const part of [
    "SỔ HỌC TẬP",
    "Họ và tên: Giàng Thị Mỷ",
    "Nơi ở: Xã Bản Phố, tỉnh Lào Cai",
    "Dùng điện thoại an toàn 8/10 87,5% 6,5 09/05/2026",
    "Sử dụng công nghệ thông tin",
    "Đã hoàn thành một khóa học.",
    "chỉ để tham khảo",
    "1. Bán hàng trên chợ phiên Ngày 02/03/2026 · Chỉ số: 5, 7 Tôi dùng mã QR để nhận tiền.",
    "H’Hen Niê",
    "20/11/2026",
    "Lập lúc 14/12/2026, 09:30 (giờ Việt Nam) · Mã sổ NH-26-0A7F",
    "Trang 1/",
  ]) {
    expect(words).toContain(part);
  }
});

test("a score nobody gave is a dash, not a nought", async () => {
  const [page] = await readPdf(await portfolioPdf(portfolio()));
  expect(page?.words).toContain("Tổng điểm: 8,5 (gợi ý) · – (tự chấm)");
});

test("a record with an address to check carries it in every foot", async () => {
  const verificationUrl = "https://nephoc.example.vn/kiem-tra/so/0192f0c2";
  const course = portfolio().courses[0];
  const courses = Array.from({ length: 90 }, () => course).filter((one) => one !== undefined);
  const pages = await readPdf(await portfolioPdf(portfolio({ verificationUrl, courses })));
  expect(pages.length).toBeGreaterThan(2);
  pages.forEach((page, at) => {
    expect(page.words).toContain(`Đối chiếu: ${verificationUrl}`);
    expect(page.words).toContain(`Trang ${at + 1}/${pages.length}`);
  });
  expect(pages[1]?.words).toContain("Tên khóa học Bài đã học");
});

test("a photo is placed beside its evidence, and one that is broken is said to be unreadable", async () => {
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#7a9" } })
    .jpeg()
    .toBuffer();
  const withPhoto = await portfolioPdf(
    portfolio({ evidence: [evidence({ photo: new Uint8Array(jpeg) })] }),
  );
  const without = await portfolioPdf(portfolio({ evidence: [evidence()] }));
  expect(withPhoto.length).toBeGreaterThan(without.length + jpeg.length / 2);
  for (const photo of [
    new Uint8Array(),
    new Uint8Array([1, 2, 3]),
    new Uint8Array(jpeg).slice(0, 12),
  ]) {
    const pages = await readPdf(await portfolioPdf(portfolio({ evidence: [evidence({ photo })] })));
    expect(joined(pages)).toContain("(Ảnhkhôngđọcđược)");
  }
});

test("every Vietnamese letter can be copied from a learning record", async () => {
  const letters = Array.from(VIETNAMESE_LETTERS).join(" ");
  const filled = portfolio({ holderName: letters, evidence: [evidence({ description: letters })] });
  const text = joined(await readPdf(await portfolioPdf(filled)));
  expect(text.split(VIETNAMESE_LETTERS).length).toBeGreaterThanOrEqual(3);
});

test("whatever is typed, a learning record comes out and no line leaves its page", async () => {
  for (const text of HOSTILE_TEXTS) {
    const filled = portfolio({
      holderName: text,
      holderCode: text,
      villageName: text,
      communeName: text,
      provinceName: text,
      courses: portfolio().courses.map((course) => ({ ...course, title: text })),
      indicators: portfolio().indicators.map((one) => ({
        ...one,
        code: text,
        name: text,
        reasons: [text],
      })),
      evidence: [{ title: text, happenedOn, description: text, indicators: [text], photo: null }],
      attestations: [
        { indicatorCode: text, attestorName: text, office: text, on: happenedOn, words: text },
      ],
      sample: true,
    });
    expect(overflowing(await readPdf(await portfolioPdf(filled)), MARGIN_POINTS)).toEqual([]);
  }
});

test("printing the same record twice gives the same bytes", async () => {
  const first = Buffer.from(await portfolioPdf(portfolio({ evidence: [evidence()] })));
  const again = Buffer.from(await portfolioPdf(portfolio({ evidence: [evidence()] })));
  expect(again.equals(first)).toBe(true);
});
