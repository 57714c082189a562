import { OPS, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { create } from "qrcode";

/** A run of text on a page, in points from its bottom left corner. */
interface ReadText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** True for text that does not run straight across the page, as the sample mark does. */
  readonly slanted: boolean;
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly ReadText[];
  /** Everything on the page, runs joined by one blank. */
  readonly words: string;
}

/** Reads a PDF as a reader's program does when text is copied or searched. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPage[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items.flatMap((item) =>
      "str" in item && item.str.trim() !== ""
        ? [
            {
              text: item.str,
              x: Number(item.transform[4]),
              y: Number(item.transform[5]),
              width: item.width,
              slanted: Number(item.transform[1]) !== 0,
            },
          ]
        : [],
    );
    const words = texts.map(({ text }) => text.trim()).join(" ");
    pages.push({ width, height, texts, words });
  }
  await document.destroy();
  return pages;
}

/** All pages as one text without any blanks, so that line ends do not matter. */
export function joined(pages: readonly ReadPage[]): string {
  return pages.map(({ words }) => words.replaceAll(/\s/gu, "")).join("");
}

/** The runs that leave the page less than `margin` points on the left or right. */
export function overflowing(pages: readonly ReadPage[], margin: number): string[] {
  return pages.flatMap(({ width, texts }) =>
    texts
      .filter(({ slanted }) => !slanted)
      .filter(({ x, width: long }) => x < margin || x + long > width - margin)
      .map(({ text }) => text),
  );
}

/** The QR code of an address, row by row. */
export function modulesOf(address: string): readonly string[] {
  const { size, data } = create(address, { errorCorrectionLevel: "M" }).modules;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) =>
      data[row * size + column] === 1 ? "█" : " ",
    ).join(""),
  );
}

/** The dark squares drawn last as rectangles all of one height: the QR code. */
export async function squaresOf(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  const paths = fnArray.flatMap((operator, at) =>
    operator === OPS.constructPath ? [Array.from<number>(argsArray[at][1]?.[0] ?? [])] : [],
  );
  await document.destroy();
  const boxes = paths.map(boxesOf).toSorted((a, b) => b.length - a.length)[0] ?? [];
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.max(...boxes.map(({ y, height }) => y + height));
  const side = Math.max(...boxes.map(({ x, width }) => x + width)) - left;
  return {
    side,
    rowsOf: (size: number) => {
      const module = side / size;
      const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => " "));
      for (const { x, y, width, height } of boxes) {
        const row = rows[Math.round((top - y - height) / module)] ?? [];
        row.fill("█", Math.round((x - left) / module), Math.round((x + width - left) / module));
      }
      return rows.map((row) => row.join(""));
    },
  };
}

/** Path data is a list of 0 x y (move), 1 x y (line) and 4 (close). */
function boxesOf(path: readonly number[]) {
  const boxes: { x: number; y: number; width: number; height: number }[] = [];
  let points: { x: number; y: number }[] = [];
  for (let at = 0; at < path.length;) {
    if (path[at] === 4) {
      const xs = points.map(({ x }) => x);
      const ys = points.map(({ y }) => y);
      const [x, y] = [Math.min(...xs), Math.min(...ys)];
      if (points.length === 4) {
        boxes.push({ x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y });
      }
      points = [];
      at += 1;
    } else {
      points.push({ x: path[at + 1] ?? 0, y: path[at + 2] ?? 0 });
      at += 3;
    }
  }
  return boxes;
}
