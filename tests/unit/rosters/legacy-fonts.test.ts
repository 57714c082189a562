import { expect, test } from "vitest";

import { encodingOf } from "#app/domain/rosters/guess-encoding.ts";
import { fromLegacy } from "#app/domain/rosters/legacy-fonts.ts";
import { isSyllable } from "#app/domain/rosters/syllable.ts";

/** The 67 small letters with marks, in the order of both tables. */
const LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";
const TCVN3_BYTES =
  "b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbaeccCEcfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4abe5e6e7e8e9aceaebecedeeeff1f2f3f4adf5f6f7f8f9fafbfcfdfe";
const VNI = (
  "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò " +
  "oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î"
).split(" ");

test("every letter of TCVN3 is the Vietnamese one", () => {
  const bytes = Buffer.from(TCVN3_BYTES, "hex").toString("latin1");
  expect(bytes).toHaveLength(LETTERS.length);
  expect(fromLegacy(bytes, "tcvn3")).toBe(LETTERS);
  expect(fromLegacy("¡¢£¤¥¦§", "tcvn3")).toBe("ĂÂÊÔƠƯĐ");
});

test("every letter of VNI is the Vietnamese one, small and capital", () => {
  expect(VNI.map((letter) => fromLegacy(letter, "vni")).join("")).toBe(LETTERS);
  const capitals = VNI.map((letter) => fromLegacy(letter.toUpperCase(), "vni")).join("");
  expect(capitals).toBe(LETTERS.toUpperCase());
});

test.each([
  ["NGUYÔN V¡N ¸NH", "NGUYỄN VĂN ÁNH"],
  ["§µo Ngäc ¸nh", "Đào Ngọc Ánh"],
  ["vµng thÞ mû", "vàng thị mỷ"],
])("capitals of a TCVN3 line are told by its other letters: %j", (before, after) => {
  expect(fromLegacy(before, "tcvn3")).toBe(after);
});

test.each([
  ["Nguyễn Thị Hoa", "unicode"],
  ["Vàng A Pao", "unicode"],
  ["Lo A Pao", "plain"],
  ["NguyÔn ThÞ Hoa", "tcvn3"],
  ["Nguyeãn Thò Hoa", "vni"],
  ["Lê", "unsure"],
  ["H'Brêl Niê", "unsure"],
])("the writing of %j is %s", (text, encoding) => {
  expect(encodingOf(text)).toBe(encoding);
});

test("syllables of Vietnamese are told from what cannot be one", () => {
  const all = "nghiêng quyết khuỷu giếng ười yêu hoà thuở xoong nguýt mỷ gìn quốc ăn ở".split(" ");
  expect(all.filter((word) => !isSyllable(word))).toEqual([]);
  expect(["bcd", "eã", "sưt̃", "hèt", "tra.n", "öù"].filter((word) => isSyllable(word))).toEqual([]);
});
