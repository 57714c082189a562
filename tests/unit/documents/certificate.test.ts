import { expect, test, vi } from "vitest";
import { PAPERS } from "#app/domain/documents/index.server.ts";
import { HOSTILE_TEXTS, VIETNAMESE_LETTERS, certificate } from "./papers.ts";
import { joined, modulesOf, overflowing, readPdf, squaresOf } from "./reading.ts";

const { certificatePdf } = PAPERS;

// Papers take their time on a machine that has other work too.
vi.setConfig({ testTimeout: 60_000 });

const BROCADE_POINTS = 50;

test("a certificate says who is recognised, where, for which year and by which decision", async () => {
  const [page, ...more] = await readPdf(await certificatePdf(certificate()));
  expect(more).toEqual([]);
  expect(page?.width).toBeCloseTo(841.89, 1);
  for (const words of [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "ỦY BAN NHÂN DÂN XÃ BẢN PHỐ",
    "GIẤY CÔNG NHẬN",
    "CÔNG DÂN HỌC TẬP",
    "Giàng Thị Mỷ",
    "Sinh năm 1987 – Thôn Bản Phố 2, xã Bản Phố, tỉnh Lào Cai",
    "đạt danh hiệu “Công dân học tập” năm 2026",
    "Số vào sổ: CDHT-2026-0042",
    "Quyết định số 125/QĐ-UBND",
    "Bản Phố, ngày 15 tháng 12 năm 2026",
    "CHỦ TỊCH",
    "Vàng Seo Páo",
    "Quét mã để kiểm tra",
  ]) {
    expect(page?.texts.map(({ text }) => text)).toContain(words);
  }
});

test("every Vietnamese letter can be copied from every line of a certificate", async () => {
  const letters = Array.from(VIETNAMESE_LETTERS).join(" ");
  const filled = certificate({
    holderName: letters,
    villageName: letters,
    criteria: letters,
    signerName: VIETNAMESE_LETTERS.slice(0, 67),
  });
  const text = joined(await readPdf(await certificatePdf(filled)));
  expect(text.split(VIETNAMESE_LETTERS)).toHaveLength(4);
  expect(text).toContain(VIETNAMESE_LETTERS.slice(0, 67));
});

test("a name typed with separate tone marks is printed as one letter each", async () => {
  const typed = certificate({ holderName: "Giàng Thị Mỷ".normalize("NFD") });
  expect((await readPdf(await certificatePdf(typed)))[0]?.words).toContain("Giàng Thị Mỷ");
});

test("names of the Ê Đê, Gia Rai and Mông keep their own letters and apostrophes", async () => {
  for (const holderName of [
    "Y Bhăm Niê Kdăm",
    "H’Hen Niê",
    "Ksor H'Bŏng",
    "Y Ƀlăk Mlô Ñuôl",
    "Čư Yang",
  ]) {
    const [page] = await readPdf(await certificatePdf(certificate({ holderName })));
    expect(page?.words).toContain(holderName);
  }
});

test("an Ê Đê name whose accents have no letter of their own can still be copied", async () => {
  const holderName = "Y Blê\u0306 Mlô Mơ\u0306";
  const pages = await readPdf(await certificatePdf(certificate({ holderName })));
  expect(joined(pages)).toContain(holderName.replaceAll(" ", ""));
});

test("a birth year that is not known leaves no gap", async () => {
  const [page] = await readPdf(await certificatePdf(certificate({ birthYear: null })));
  expect(page?.words).toContain("Thôn Bản Phố 2, xã Bản Phố, tỉnh Lào Cai");
  expect(page?.words).not.toContain("Sinh năm");
});

test("a very long name and a village of 60 letters stay whole and inside the border", async () => {
  const holderName =
    "H’Hen Niê Công Tằng Tôn Nữ Thị Nguyễn Phạm Hoàng Bảo Thiên Kim Ngọc Ánh Dương Lê Trần";
  const villageName = "Tổ dân phố Nguyễn Thị Minh Khai – Khu tái định cư Suối Nước 2";
  const pages = await readPdf(await certificatePdf(certificate({ holderName, villageName })));
  expect(pages[0]?.words).toContain(holderName);
  expect(pages[0]?.words).toContain(villageName);
  expect(overflowing(pages, BROCADE_POINTS)).toEqual([]);
});

test("whatever is typed, a certificate of one page comes out and no line leaves it", async () => {
  for (const text of HOSTILE_TEXTS) {
    const filled = certificate({
      holderName: text,
      villageName: text,
      communeName: text,
      provinceName: text,
      authority: text,
      registerNumber: text,
      decisionNumber: text,
      signerTitle: text,
      signerName: text,
      criteria: text,
    });
    const pages = await readPdf(await certificatePdf(filled));
    expect(pages).toHaveLength(1);
    expect(overflowing(pages, BROCADE_POINTS)).toEqual([]);
  }
});

test("a character that cannot be printed is seen as a box, not lost", async () => {
  const [page] = await readPdf(await certificatePdf(certificate({ holderName: "Mỷ 👨‍👩‍👧 Vàng" })));
  expect(page?.words).toContain("Mỷ □ Vàng");
});

test("only sample papers carry the sample mark", async () => {
  const real = joined(await readPdf(await certificatePdf(certificate())));
  const sample = joined(await readPdf(await certificatePdf(certificate({ sample: true }))));
  expect(real).not.toContain("DỮLIỆUMẪU");
  expect(sample).toContain("DỮLIỆUMẪU–KHÔNGCÓGIÁTRỊ");
});

test("printing the same certificate twice gives the same bytes", async () => {
  const first = await certificatePdf(certificate());
  expect(Buffer.from(await certificatePdf(certificate())).equals(Buffer.from(first))).toBe(true);
});

test("the printed square is the QR code of the address, module by module, 28 mm wide", async () => {
  const { verificationUrl } = certificate();
  const drawn = await squaresOf(await certificatePdf(certificate()));
  expect(drawn.side / (72 / 25.4)).toBeCloseTo(28, 1);
  const expected = modulesOf(verificationUrl);
  expect(drawn.rowsOf(expected.length)).toEqual(expected);
});
