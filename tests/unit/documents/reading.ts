import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

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
