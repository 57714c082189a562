import fc from "fast-check";
import { expect, test } from "vitest";

import {
  clean,
  cleanLine,
  compareVietnamese,
  formatNumber,
  unaccented,
} from "#app/domain/kernel/index.ts";

/** Any text at all, broken characters and combining marks among it. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      "a",
      "ê",
      "đ",
      "\u0301",
      "\u0323",
      "\u0000",
      "\r",
      "\n",
      " ",
      "\u00A0",
      "\uD83D",
      "\uDE42",
      "\u200B",
      "\u200D",
      "\uFE0F",
      "👩",
      "´",
      "İ",
    ),
  }),
);

test("however a letter is typed, it is kept as one", () => {
  expect(clean("Ba\u0309n Pho\u0302\u0301")).toBe("Bản Phố");
  expect(clean("Thu\u031Be\u0323")).toBe("Thượng".replace("ượng", "ưẹ"));
});

test("control characters go, line breaks stay and are all the same", () => {
  expect(clean(" một\u0000\u0007\r\nhai\rba\n")).toBe("một\nhai\nba");
});

test("a mark that stood behind a control character joins its letter", () => {
  expect(clean("e\u0000\u0301")).toBe("é");
});

test("half of a character is seen as a question mark in a lozenge, a whole one stays", () => {
  expect(clean("a\uD83Db🙂")).toBe("a\uFFFDb🙂");
});

test("clean text stays as it is, can be kept by the database, and is in one form", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = clean(text);
      expect(clean(once)).toBe(once);
      expect(once.normalize("NFC")).toBe(once);
      expect(once).not.toMatch(/[\0\r\p{Surrogate}]/u);
    }),
  );
});

test("a clean line is one line with single blanks", () => {
  expect(cleanLine("  Giàng\n Thị\t\tMỷ\u00A0 ")).toBe("Giàng Thị Mỷ");
  fc.assert(
    fc.property(anyText, (text) => {
      const once = cleanLine(text);
      expect(cleanLine(once)).toBe(once);
      expect(once).not.toMatch(/[\n\t]|\s\s|^\s|\s$/u);
    }),
  );
});

test.each([
  ["Bản Phố", "ban pho"],
  ["BẢN PHỐ", "ban pho"],
  ["  bản   phố ", "ban pho"],
  ["Đắk Đrông", "dak drong"],
  ["Ea H'leo", "ea hleo"],
  ["Ƀuôn Đôn", "buon don"],
  ["TT. Sa Pa", "tt sa pa"],
  ["Tổ dân phố số 12", "to dan pho so 12"],
  ["Ngã ba Cừu (Mường Khương)", "nga ba cuu muong khuong"],
  ["Ơ Ư ơ ư Ă Â Ê Ô", "o u o u a a e o"],
  ["Thuỷ, Thủy", "thuy thuy"],
  ["Ba\u0309n Pho\u0302\u0301", "ban pho"],
  ["\u00D0à Nẵng", "da nang"],
  ["…", ""],
  ["a\u0374b", "ab"],
  ["K\u00B4Sor", "ksor"],
])("%s is searched as %s", (written, searched) => {
  expect(unaccented(written)).toBe(searched);
});

test("what is searched for is searched for again as the same", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: "grapheme" })), (text) => {
      const once = unaccented(text);
      expect(unaccented(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test("neither case nor form nor marks matter to a search", () => {
  const vietnamese = fc.string({
    unit: fc.constantFrom(...Array.from("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậếềểễệ ")),
  });
  fc.assert(
    fc.property(vietnamese, (text) => {
      expect(unaccented(text.toUpperCase())).toBe(unaccented(text));
      expect(unaccented(text.normalize("NFD"))).toBe(unaccented(text));
      expect(unaccented(text)).toMatch(/^[a-z ]*$/u);
    }),
  );
});

test("letters stand in the order of the Vietnamese alphabet", () => {
  const alphabet = Array.from("aăâbcdđeêghiklmnoôơpqrstuưvxy");

  expect(alphabet.toReversed().toSorted(compareVietnamese)).toEqual(alphabet);
});

test("tones stand in their order, after the letters", () => {
  const tones = ["ma", "mà", "mả", "mã", "má", "mạ", "mă"];

  expect(tones.toReversed().toSorted(compareVietnamese)).toEqual(tones);
});

test("villages stand as in a register: by letters first, numbers by their value", () => {
  const villages = [
    "Bản Phố",
    "Bản Phố 2",
    "Bản Phố 10",
    "Cán Cấu",
    "Dìn Chin",
    "Đản Ván",
    "Na Lo",
    "Ơn",
    "Tổ 1",
  ];

  expect(villages.toReversed().toSorted(compareVietnamese)).toEqual(villages);
});

test("numbers are written the Vietnamese way", () => {
  expect([0, 7.5, 1234.5, 1_000_000, 1 / 3, -2].map(formatNumber)).toEqual([
    "0",
    "7,5",
    "1.234,5",
    "1.000.000",
    "0,33",
    "-2",
  ]);
});
