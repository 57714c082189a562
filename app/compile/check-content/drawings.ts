import type { Finding } from "./finding.ts";

/** A picture must come quickly over a slow line. */
const HEAVIEST = 6144;
/** Smaller letters cannot be read on a small phone. */
const SMALLEST_TEXT = 14;

/** Drawings of a course's `media/` by their names, and the texts of the course's files. */
export interface Drawings {
  readonly drawings: ReadonlyMap<string, string>;
  readonly sources: readonly string[];
}

/** Drawings that are heavy, hard to read, there twice or shown nowhere. */
export function checkDrawings({ drawings, sources }: Drawings): readonly Finding[] {
  const text = sources.join("\n");
  const seen = new Map<string, string>();
  return [...drawings].flatMap(([name, svg]) => {
    const file = `media/${name}`;
    const bytes = Buffer.byteLength(svg);
    const sizes = [...svg.matchAll(/font-size[=:]"?\s*(?<size>[\d.]+)/gu)];
    const smallest = Math.min(...sizes.map(({ groups }) => Number(groups?.["size"] ?? Infinity)));
    const drawn = svg.replaceAll(/<title>[^<]*<\/title>|aria-label="[^"]*"|\s+/gu, "");
    const twin = seen.get(drawn);
    seen.set(drawn, name);
    const told: readonly (readonly [boolean, string])[] = [
      [bytes > HEAVIEST, `Hình nặng ${bytes} byte, nhiều nhất ${HEAVIEST}.`],
      [smallest < SMALLEST_TEXT, `Hình có chữ cỡ ${smallest}, nhỏ nhất ${SMALLEST_TEXT}.`],
      [twin !== undefined, `Hình giống hệt media/${twin ?? ""}. Hãy vẽ hình khác.`],
      [!text.includes(file), "Hình không bài nào dùng. Hãy xóa đi hoặc đưa vào bài."],
      [!/<title>|aria-label=/u.test(svg), "Hình thiếu tên (<title>)."],
    ];
    return told.flatMap(([isSo, message]) => (isSo ? [{ file, line: 1, message }] : []));
  });
}
