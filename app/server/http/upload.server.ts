import type { AppLoadContext } from "@remix-run/node";

import type { SpooledFile, SpoolLimits } from "#app/server/adapters/spool.server.ts";
import { bodyOf, readForm, refused, requireLength } from "./form.server.ts";
import { isDiskFull, refusedBodyStatus } from "./faults.server.ts";
import { type FormPart, MultipartFault, readFormParts } from "./multipart-parts.server.ts";

const KIBIBYTE = 1024;
const TEXT_BYTES_AT_MOST = 64 * KIBIBYTE;
const NAME_LETTERS_AT_MOST = 200;

export interface Upload {
  /** The text fields. */
  readonly form: FormData;
  /** The one file, on disk; null when none was chosen. It is gone when the request is answered. */
  readonly file: UploadedFile | null;
}

export interface UploadedFile extends SpooledFile {
  readonly field: string;
  /** As the browser tells it: no path, and nothing to be believed. */
  readonly name: string;
}

/** Bytes are those of the file. */
export interface UploadLimits extends SpoolLimits {
  /** Of all text fields together. */
  readonly textBytesAtMost?: number;
}

/** Whoever has not signed in is told from others by an address that a whole village may share. */
export const STRANGERS_AT_ONCE = 12;

/**
 * Reads a form with one file, which goes to disk as it comes, and hands both to `use`. To be asked for
 * after whoever sends it is known, wherever that matters. Refused as by `readForm`, and with 507 when
 * the disk is full.
 */
export async function withUpload<Value>(
  context: Pick<AppLoadContext, "deps" | "intake">,
  request: Request,
  limits: UploadLimits,
  use: (upload: Upload) => Promise<Value>,
): Promise<Value> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/iu.test(type)) {
    const { textBytesAtMost: bytesAtMost = TEXT_BYTES_AT_MOST } = limits;
    return use({ form: await readForm(request, { bytesAtMost }), file: null });
  }
  const upload = await readUpload(context, request, type, limits);
  try {
    return await use(upload);
  } finally {
    await upload.file?.remove();
  }
}

async function readUpload(
  { deps, intake }: Pick<AppLoadContext, "deps" | "intake">,
  request: Request,
  type: string,
  limits: UploadLimits,
): Promise<Upload> {
  const { bytesAtMost, textBytesAtMost: textAtMost = TEXT_BYTES_AT_MOST } = limits;
  requireLength(request, bytesAtMost + 2 * textAtMost);
  const form = new FormData();
  let file: UploadedFile | null = null;
  let textBytes = 0;
  const take = async (part: FormPart) => {
    if (part.fileName === null) {
      const text = await textOf(part.pieces, textAtMost - textBytes);
      textBytes += text.bytes;
      form.append(part.name, text.text);
      // A browser sends a file without a name for a field in which none was chosen.
    } else if (part.fileName !== "") {
      if (file !== null) throw new MultipartFault(400);
      const spooled = await deps.spool.write(written(part.pieces, intake), limits);
      file = { ...spooled, field: part.name, name: part.fileName.slice(0, NAME_LETTERS_AT_MOST) };
    }
  };
  const removed = async (left: UploadedFile | null) => left?.remove();
  try {
    for await (const part of readFormParts(bodyOf(request), type)) await take(part);
  } catch (error) {
    await removed(file);
    throw answerTo(error);
  }
  return { form, file };
}

/** The pieces; one that was asked on from is written, and held no longer. */
async function* written(
  pieces: AsyncIterable<Buffer>,
  intake: AppLoadContext["intake"],
): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    yield piece;
    intake.giveBack(piece.length);
  }
}

async function textOf(pieces: AsyncIterable<Buffer>, most: number) {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > most) throw new MultipartFault(413);
    // A piece may lie in a chunk that is much longer.
    chunks.push(Buffer.from(piece));
  }
  return { text: new TextDecoder().decode(Buffer.concat(chunks)), bytes };
}

function answerTo(error: unknown): unknown {
  if (error instanceof MultipartFault) return refused(error.status);
  if (isDiskFull(error)) return refused(507);
  const status = refusedBodyStatus(error);
  return status === null ? error : refused(status);
}
