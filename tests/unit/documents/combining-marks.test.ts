import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from "pdf-lib";
import { expect, test } from "vitest";

import { PAPERS } from "#app/domain/documents/index.server.ts";
import { textOfPdf } from "#tests/setup/pdf.ts";

import { certificate } from "./papers.ts";

const { certificatePdf } = PAPERS;
const NAME = "H’Bia Niê\u0306 Mơ\u0306 Ƀli\u0306k".normalize("NFC");

/** What a paper tells readers to copy for a piece of it, in the place of what is drawn (`ActualText`). */
async function toldToCopy(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(bytes);
  const streams = document.getPages().flatMap((page) => {
    const contents = page.node.Contents();
    const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
    return parts.map((part) => document.context.lookup(part));
  });
  const source = streams
    .flatMap((stream) => (stream instanceof PDFRawStream ? [decodePDFRawStream(stream)] : []))
    .map((stream) => Buffer.from(stream.decode()).toString("latin1"))
    .join("\n");
  return [...source.matchAll(/\/ActualText <FEFF([0-9A-F]+)>/gu)].map(([, hex = ""]) =>
    Buffer.from(hex, "hex").swap16().toString("utf16le"),
  );
}

test("accents without a letter of their own are copied from a paper with their letter, in one piece", async () => {
  const paper = await certificatePdf(certificate({ holderName: NAME }));

  expect(await textOfPdf(paper)).toContain(NAME);
  expect(await toldToCopy(paper)).toContain(NAME);
});
