import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create } from "@cantoo/fontkit";

/** Whole TTFs: subsets offered on the web lack letters and break copied text. */
const FILES = {
  tinos: "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
  "tinos-bold": "@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf",
  "tinos-italic": "@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf",
  viet: "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
  "viet-italic":
    "@expo-google-fonts/be-vietnam-pro/400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf",
  "viet-semibold": "@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf",
  "viet-bold": "@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf",
} as const;

export type TypefaceName = keyof typeof FILES;

/** Tinos has the letters of Ê Đê, Gia Rai and Ba Na (ƀ, ŏ, ĭ …) that Be Vietnam Pro lacks. */
export const FALLBACK: Record<TypefaceName, TypefaceName> = {
  tinos: "tinos",
  "tinos-bold": "tinos-bold",
  "tinos-italic": "tinos-italic",
  viet: "tinos",
  "viet-italic": "tinos-italic",
  "viet-semibold": "tinos-bold",
  "viet-bold": "tinos-bold",
};

/** The box of a character's ink, in ems from where it starts on the baseline. */
export interface Outline {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface Typeface {
  readonly bytes: Uint8Array;
  /** Width of each character that can be printed, in ems. */
  readonly advances: ReadonlyMap<string, number>;
  /** Null when the typeface lacks the character or it has no ink. */
  readonly outlineOf: (character: string) => Outline | null;
}

/**
 * Characters are set one by one from left to right, so what needs shaping is not printed even when
 * the font has the letter: scripts written from right to left, format and private characters.
 */
const UNSET = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Script=Hebrew}\p{Script=Arabic}\u034F]/u;
const BLANK = /[\p{Z}]/u;

const require = createRequire(import.meta.url);
const loaded = new Map<TypefaceName, Typeface>();

/** A typeface by name, read from disk once. */
export function typeface(name: TypefaceName): Typeface {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const bytes = new Uint8Array(readFileSync(require.resolve(FILES[name])));
  const font = create(bytes);
  if (!("characterSet" in font)) throw new TypeError(`${FILES[name]} is not a single font`);
  const advances = new Map<string, number>();
  for (const codePoint of font.characterSet) {
    const character = String.fromCodePoint(codePoint);
    if (UNSET.test(character) || (BLANK.test(character) && character !== " ")) continue;
    const glyph = font.glyphForCodePoint(codePoint);
    if (glyph !== null) advances.set(character, glyph.advanceWidth / font.unitsPerEm);
  }
  const outlineOf = (character: string): Outline | null => {
    const glyph = advances.has(character)
      ? font.glyphForCodePoint(character.codePointAt(0) ?? 0)
      : null;
    if (glyph === null || !Number.isFinite(glyph.bbox.width) || glyph.bbox.width <= 0) return null;
    const { minX, minY, maxX, maxY } = glyph.bbox;
    const em = font.unitsPerEm;
    return { left: minX / em, bottom: minY / em, right: maxX / em, top: maxY / em };
  };
  const face = { bytes, advances, outlineOf };
  loaded.set(name, face);
  return face;
}
