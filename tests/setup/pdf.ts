import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a reader copies out of a PDF, page after page. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join(""),
    );
  }
  await task.destroy();
  return pages.join("\n");
}
