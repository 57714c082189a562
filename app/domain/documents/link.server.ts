import { PDFString, type PDFPage } from "pdf-lib";

/**
 * Makes an area of a page open an address. `corners` are left, bottom, right and top in PDF points
 * from the page's bottom left corner. Addresses that are not http(s) are left alone.
 */
export function addLink(page: PDFPage, url: string, corners: number[]): void {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (target === null || !["http:", "https:"].includes(target.protocol)) return;
  const escaped = target.href.replaceAll(/[\\()]/gu, String.raw`\$&`);
  const { context } = page.doc;
  const annotation = context.obj({
    Type: "Annot",
    Subtype: "Link",
    Rect: corners,
    Border: [0, 0, 0],
    A: { Type: "Action", S: "URI", URI: PDFString.of(escaped) },
  });
  page.node.addAnnot(context.register(annotation));
}
