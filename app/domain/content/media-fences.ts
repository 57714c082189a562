import type { Block } from "./block.ts";
import { attribute } from "./fence.ts";
import { type Fence, lineOf, type Reading } from "./markdown.ts";
import { paperAt, soundAt } from "./media-at.ts";

/** Languages that lessons are recorded in: ISO 639, as browsers and statements take them. */
export const RECORDED_LANGUAGES = [
  "vi",
  "hmn",
  "ium",
  "tyz",
  "blt",
  "jra",
  "bdq",
  "en",
  "zh",
] as const;

/**
 * An `:::audio{vi=media/a.mp3 hmn=media/b.ogg}`: what was recorded is written in it as well, for whoever
 * has no ear for it. The words are left where no recording can be used.
 */
export function audioOf(
  node: Fence,
  children: readonly Block[],
  reading: Reading,
): readonly Block[] {
  const line = lineOf(node);
  const named = RECORDED_LANGUAGES.filter((lang) => attribute(node, lang) !== "");
  if (named.length === 0) {
    reading.complain(
      line,
      `Khối “:::audio” cần ít nhất một tệp, như {vi=media/bai-1.mp3}. Mã tiếng: ${RECORDED_LANGUAGES.join(", ")}.`,
    );
  }
  const sounds = named.flatMap((lang) => {
    const sound = soundAt(attribute(node, lang), line, reading);
    return sound === null ? [] : [{ lang, ...sound }];
  });
  return [{ type: "audio", sounds, children }];
}

/** A `:::download{file=media/bang-gia.pdf}`, or nothing (complained of). */
export function downloadOf(
  node: Fence,
  children: readonly Block[],
  reading: Reading,
): readonly Block[] {
  const file = attribute(node, "file");
  if (file === "") {
    reading.complain(lineOf(node), "Khối “:::download” cần tên tệp, như {file=media/mau.pdf}.");
    return [];
  }
  const paper = paperAt(file, lineOf(node), reading);
  return paper === null ? [] : [{ type: "download", ...paper, children }];
}
