import fc from "fast-check";
import { expect, test } from "vitest";

import {
  clean,
  isName,
  namesakeKey,
  personName,
  sameNameKey,
  searchKey,
  searchPatterns,
  unaccented,
} from "#app/domain/kernel/index.ts";

import { NAMES, writingOf } from "./spellings.ts";

test("the same written differently: every writing of a name is that name and no other", () => {
  const writings = fc
    .constantFrom(...NAMES)
    .chain((name) => fc.tuple(fc.constant(name), writingOf(name)));
  fc.assert(
    fc.property(writings, fc.constantFrom(...NAMES), ([name, written], other) => {
      expect([written, sameNameKey(written)]).toEqual([written, sameNameKey(name)]);
      expect(namesakeKey(written)).toBe(namesakeKey(name));
      expect(sameNameKey(written) === sameNameKey(other)).toBe(name === other);
    }),
    { numRuns: 2000 },
  );
});

test("the same written differently: apostrophes, blanks and marks part no namesakes", () => {
  for (const written of ["KSor HBia", "K’Sor H’Bia", "k sor h bia", "K`SOR H´BIA", "Ksor Hbia"]) {
    expect(namesakeKey(written)).toBe(namesakeKey("K'Sor H'Bia"));
  }
  expect(namesakeKey("Ly A Hoa")).toBe(namesakeKey("Lí A Hòa"));
  expect(namesakeKey("Ky Cop")).not.toBe(namesakeKey("Kỳ Công"));
});

test("a name that differs in a mark is another, and i is y where it is heard as i alone", () => {
  expect(sameNameKey("Giàng Thị My")).not.toBe(sameNameKey("Giàng Thị Mỷ"));
  expect(sameNameKey("Thuý")).toBe(sameNameKey("Thúy"));
  expect(sameNameKey("Thúi")).not.toBe(sameNameKey("Thúy"));
  expect(sameNameKey("Quí")).toBe(sameNameKey("Quý"));
  expect(sameNameKey("Mai")).not.toBe(sameNameKey("May"));
});

test("a name is kept as a plain keyboard writes it, with its own marks", () => {
  expect(personName("K’Sor  H‘Bia")).toBe("K'Sor H'Bia");
  expect(personName("\u00D0ặng \u202EVăn\u200B A")).toBe("Đặng Văn A");
  expect(personName("Hoà")).toBe("Hoà");
  expect(personName("Ｌý")).toBe("Lý");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const once = personName(text);
      expect(personName(once)).toBe(once);
      expect(once).not.toMatch(/\p{Cf}|\p{Cc}|\s\s/u);
    }),
  );
});

test("two letters make a name, in one word or in two", () => {
  expect(["Y Ơ", "Lê", "H'Bia"].map(isName)).toEqual([true, true, true]);
  expect(["", "Y", "1 2", "--"].map(isName)).toEqual([false, false, false, false]);
});

test("the same written differently: a search finds a name by any writing of some of its words", () => {
  expect(found("nguyễn ánh", "Nguyễn Thị Ngọc Ánh")).toBe(true);
  expect(found("anh nguyen", "Nguyễn Thị Ngọc Ánh")).toBe(true);
  expect(found("y ơ", "Y Ơ")).toBe(true);
  expect(found("y ơ", "Lý Thị Thơ")).toBe(false);
  expect(found("bia", "K'Sor H'Bia")).toBe(true);
  expect(searchPatterns(" % _ ")).toEqual([]);
  const writings = fc
    .constantFrom(...NAMES)
    .chain((name) => fc.tuple(fc.constant(name), writingOf(name)));
  fc.assert(
    fc.property(writings, ([name, written]) => {
      expect([written, found(written, name)]).toEqual([written, true]);
    }),
  );
});

test("an emoji of several stays one, and nothing unseen stays alone", () => {
  const family = "👩\u200D👧 ❤\uFE0F 1\uFE0F\u20E3 👩🏽\u200D🌾";
  expect(clean(family)).toBe(family);
  expect(clean("a\u200Db\uFE0Fc\u202Ed\uFFFE\u00ADe")).toBe("abcde");
  expect(clean("một\u2028hai\u0085ba")).toBe("một\nhai\nba");
  expect(unaccented("Ba\u200Bn")).toBe("ban");
});

function found(typed: string, name: string): boolean {
  return searchPatterns(typed).every((pattern) =>
    ` ${searchKey(name)}`.includes(pattern.slice(1, -1)),
  );
}
