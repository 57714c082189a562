import fc from "fast-check";
import { create } from "qrcode";
import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { qrSvg } from "#app/domain/documents/index.server.ts";
import { runsOf } from "#app/domain/documents/accents.server.ts";
import { BLACK } from "#app/domain/documents/colours.ts";
import { fit, printable, widthOf, wrap, type Style } from "#app/domain/documents/setting.server.ts";
import { typeface } from "#app/domain/documents/typefaces.server.ts";
import {
  article,
  bareName,
  dayInWords,
  decidingOffice,
  decisionSign,
  inSentence,
} from "#app/domain/documents/wording.ts";
import { Day } from "#app/domain/kernel/index.ts";

// Papers take their time on a machine that has other work too.
vi.setConfig({ testTimeout: 60_000 });

const STYLE: Style = { face: "viet", size: 12, colour: BLACK };

test("any text at all is printed within its width, and nothing that can be printed is lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const lines = wrap(text, STYLE, 90);
      for (const line of lines) expect(widthOf(line, STYLE)).toBeLessThanOrEqual(90.001);
      const blanks = /\s/gu;
      expect(lines.join("").replaceAll(blanks, "")).toBe(printable(text).replaceAll(blanks, ""));
    }),
  );
});

test("what is printed is not changed by being prepared twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(printable(printable(text))).toBe(printable(text));
    }),
  );
});

test("a text that fits nowhere ends in three dots and still keeps its width", () => {
  const room = [{ most: 12, least: 8, lines: 2 }];
  const { lines, style } = fit("Nguyễn ".repeat(200), STYLE, 120, room);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/u);
  for (const line of lines) expect(widthOf(line, style)).toBeLessThanOrEqual(120);
});

test("an accent without a letter of its own stands over its letter, clear of the accent there", () => {
  for (const face of ["tinos", "tinos-bold", "tinos-italic", "viet-bold"] as const) {
    const set = typeface(face);
    const [before, accent, after] = runsOf("Hê\u0306n", set);
    expect([before?.text, accent?.text, after?.text]).toEqual(["Hê", "\u0306", "n"]);
    const letter = set.outlineOf("ê");
    const mark = set.outlineOf("\u0306");
    expect((mark?.bottom ?? 0) + (accent?.up ?? 0)).toBeGreaterThan(letter?.top ?? 1);
    expect(after?.right).toBeCloseTo(widthOf("Hê", { ...STYLE, face, size: 1 }));
  }
});

test("days are written as administrative paper asks", () => {
  expect(dayInWords(Day.parse("2026-02-05"))).toBe("ngày 05 tháng 02 năm 2026");
  expect(dayInWords(Day.parse("2026-03-15"))).toBe("ngày 15 tháng 3 năm 2026");
});

test("a place is written small inside a sentence and bare before a date", () => {
  expect(inSentence("Xã Bản Phố")).toBe("xã Bản Phố");
  expect(inSentence("Bản Phố")).toBe("Bản Phố");
  expect(bareName("Phường Sa Pa")).toBe("Sa Pa");
});

test("a deputy who signs for the chair decides in the chair's name", () => {
  const authority = "Ủy ban nhân dân xã Bản Phố";
  const chair = "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẢN PHỐ";
  expect(decidingOffice("Chủ tịch", authority)).toBe(chair);
  expect(decidingOffice("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", authority)).toBe(chair);
  expect(decidingOffice("Chủ tịch Ủy ban nhân dân xã Bản Phố", authority)).toBe(chair);
  expect(decidingOffice("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", authority)).toBe(
    "ỦY BAN NHÂN DÂN XÃ BẢN PHỐ",
  );
});

test("articles are numbered where their words are not, and a decision's sign is completed", () => {
  expect(article("Công nhận 3 người.", 2)).toEqual({ lead: "Điều 2.", body: "Công nhận 3 người." });
  expect(article("Điều 1. Công nhận.", 1)).toEqual({ lead: "Điều 1.", body: "Công nhận." });
  expect(decisionSign("125")).toBe("125/QĐ-UBND");
  expect(decisionSign("125/QĐ-CT")).toBe("125/QĐ-CT");
});

test("a code drawn for a page shows every module of its text, with a light border", async () => {
  const text = "https://nephoc.example.vn/kiem-tra/CDHT-2026-0042";
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const side = size + 8;
  const { data: pixels } = await sharp(Buffer.from(qrSvg(text)))
    .resize(side, side)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (let row = -4; row < size + 4; row += 1) {
    for (let column = -4; column < size + 4; column += 1) {
      const inside = row >= 0 && column >= 0 && row < size && column < size;
      const dark = inside && data[row * size + column] === 1;
      expect(pixels[(row + 4) * side + column + 4]).toBe(dark ? 0 : 255);
    }
  }
});

test("the markup of a code holds nothing of its text", () => {
  expect(qrSvg(`"><script>alert(1)</script>`)).not.toContain("alert");
});
