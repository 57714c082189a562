import { cleanLine } from "#app/domain/kernel/index.ts";

import { readAs, type Reading, unread } from "./findings.ts";
import { encodingOf, fits } from "./guess-encoding.ts";
import { canBeWritten, type Encoding, fromLegacy } from "./legacy-fonts.ts";
import { type Cell, cellText } from "./sheet.ts";

/** How the texts of a column are written. */
export interface ColumnWriting {
  readonly encoding: Encoding;
  readonly confirmed: boolean;
  /** Some of its cells are surely Unicode although it is in an old font. */
  readonly mixed: boolean;
}

/** UTF-8 that was read as Windows-1252 ("Nguyá»…n"), and letters that were lost ("Nguy?n"). */
const GARBLED =
  /Ã[\u0080-\u00BF]|á[º»][\u0080-\u2122]|Ä[\u0080-\u0091‘’]|Æ[°¡¯]|\uFFFD|\p{L}\?+\p{L}|\p{L}\?+ |^\?+\p{L}/u;
/** What stands in no Vietnamese name, but is a letter of an old font. */
const OLD_FONT_ALONE = /[¡-¿×÷äåæçëîïñöøûüþßÐÑÞÆÇÄÅËÎÏÖØÛÜ]/u;

const CHARACTERS_AT_MOST = 500;

/** The text of a cell on one line, NFC, in Unicode; a fault when its letters cannot be trusted. */
export function columnText(cell: Cell, writing: ColumnWriting): Reading<string> {
  if (cell.kind === "error") return unread("cell-error");
  if (cell.kind !== "text") return readAs(cellText(cell));
  const { text } = cell;
  if (/^[\x20-\x7E]*$/u.test(text) && !text.includes("?")) {
    return text.length > CHARACTERS_AT_MOST ? unread("too-long") : readAs(cleanLine(text));
  }
  if (text.length > CHARACTERS_AT_MOST) return unread("too-long");
  if (GARBLED.test(text)) return unread("garbled");
  return writing.encoding === "unicode" ? inUnicode(text) : inOldFont(text, writing);
}

function inUnicode(text: string): Reading<string> {
  const encoding = encodingOf(text);
  const isOld =
    encoding === "tcvn3" ||
    encoding === "vni" ||
    (encoding === "unsure" && OLD_FONT_ALONE.test(text) && !fits(text, "unicode"));
  return isOld ? unread("old-font") : readAs(cleanLine(text));
}

function inOldFont(text: string, { encoding, confirmed, mixed }: ColumnWriting): Reading<string> {
  const own = encodingOf(text);
  if (own === "plain" || own === "unicode") return readAs(cleanLine(text));
  if (!confirmed) return unread("old-font-unconfirmed", fromLegacy(text, encoding));
  const isOther = own !== encoding && (own !== "unsure" || !canBeWritten(text, encoding));
  if (isOther || (mixed && own === "unsure" && fits(text, "unicode"))) return unread("old-font");
  const read = cleanLine(fromLegacy(text, encoding));
  return readAs(read, { code: "old-font-converted", meant: read });
}
