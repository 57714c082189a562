import { PDFDocument } from "pdf-lib";

/**
 * A file that lies in a PDF, or null when it has none of that name or cannot be read. For files that
 * somebody chose himself: a hostile one may unpack to anything.
 */
export async function attachedFile(pdf: Uint8Array, name: string): Promise<Uint8Array | null> {
  try {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    return document.getAttachments().find((file) => file.name === name)?.data ?? null;
  } catch {
    return null; // no PDF
  }
}
