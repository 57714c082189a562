import { createHash } from "node:crypto";

import {
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  MultipartParser,
  type MultipartPart,
} from "@remix-run/multipart-parser";

import { sha2Algorithm } from "#app/domain/xapi/index.ts";
import type { SentFile } from "#app/domain/xapi/index.server.ts";

import { refusal } from "./reply.server.ts";
import type { Body } from "./body.server.ts";

const MEBIBYTE = 1024 * 1024;
const LIMITS = {
  maxHeaderSize: 8 * 1024,
  maxFileSize: 16 * MEBIBYTE,
  maxParts: 500,
  maxTotalSize: 32 * MEBIBYTE,
};

/** The parts of a multipart/mixed request, one after the other (xAPI 2.0 §4.1.3, 1.0.3 §1.5.2). */
export async function* readParts(body: Body, contentType: string): AsyncGenerator<MultipartPart> {
  const boundary = boundaryOf(contentType);
  const parser = new MultipartParser(boundary, LIMITS);
  try {
    for await (const chunk of withoutPreamble(body.stream(), boundary)) {
      for (const part of parser.write(chunk)) {
        if (!isReadable(part))
          throw refusal(400, "multipart/mixed: the head of a part is not UTF-8");
        yield part;
      }
    }
    parser.finish();
  } catch (error) {
    throw readable(error);
  }
}

const PREAMBLE_BYTES_AT_MOST = 4 * 1024;

/** RFC 2046 §5.1.1 lets something stand before the first boundary, a line break mostly; it means nothing. */
async function* withoutPreamble(
  chunks: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Uint8Array> {
  const delimiter = `--${boundary}`;
  let before: Buffer | null = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (before === null) {
      yield chunk;
      continue;
    }
    before = Buffer.concat([before, chunk]);
    const start = before.indexOf(delimiter);
    if (start !== -1) {
      yield before.subarray(start);
      before = null;
    } else if (before.length > PREAMBLE_BYTES_AT_MOST) {
      throw refusal(400, "multipart/mixed: the first boundary is missing");
    }
  }
  if (before !== null) throw refusal(400, "multipart/mixed: the first boundary is missing");
}

/** Whether its head, which is decoded when it is asked for, is UTF-8. */
function isReadable(part: MultipartPart): boolean {
  try {
    return part.headers !== null;
  } catch {
    return false;
  }
}

function boundaryOf(contentType: string): string {
  const match = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/iu.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) throw refusal(400, "multipart/mixed: the boundary is missing");
  if (boundary.length > 70) throw refusal(400, "multipart/mixed: a boundary of over 70 characters");
  return boundary;
}

function readable(error: unknown): unknown {
  if (
    error instanceof MaxFileSizeExceededError ||
    error instanceof MaxTotalSizeExceededError ||
    error instanceof MaxPartsExceededError
  ) {
    return refusal(413, `multipart/mixed: ${error.message}`);
  }
  return error instanceof MultipartParseError
    ? refusal(400, `multipart/mixed: ${error.message}`)
    : error;
}

/** The file of an attachment; its bytes have the hash that it came under. */
export function readFilePart(part: MultipartPart): SentFile {
  const sha2 = part.headers["x-experience-api-hash"];
  if (sha2 === undefined) throw refusal(400, "an attachment has no X-Experience-API-Hash");
  if (!/^([0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/iu.test(sha2)) {
    throw refusal(400, "X-Experience-API-Hash is not a SHA-2 hash");
  }
  const encoding = part.headers["content-transfer-encoding"];
  if (encoding?.toLowerCase() !== "binary") {
    throw refusal(400, "an attachment's Content-Transfer-Encoding is not binary");
  }
  const { bytes } = part;
  const actual = createHash(sha2Algorithm(sha2)).update(bytes).digest("hex");
  if (actual !== sha2.toLowerCase()) {
    throw refusal(400, `the content of an attachment does not have the hash ${sha2}`);
  }
  return { sha2, contentType: part.headers["content-type"] ?? null, bytes };
}

export interface SentPart {
  readonly sha2: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly read: () => AsyncIterable<Uint8Array>;
}

/** A multipart/mixed answer: the statements first, then each file once, read while it is sent. */
export function writeParts(
  statements: string,
  files: readonly SentPart[],
  boundary: string,
): { readonly length: number; readonly chunks: AsyncGenerator<Uint8Array> } {
  const first = Buffer.from(
    `--${boundary}\r\nContent-Type: application/json\r\n\r\n${statements}\r\n`,
  );
  const parts = files.map((file) => ({ file, head: headOf(file, boundary) }));
  const last = Buffer.from(`--${boundary}--\r\n`);
  const length = parts.reduce(
    (sum, { file, head }) => sum + head.length + file.bytes + BREAK.length,
    first.length + last.length,
  );
  async function* chunks() {
    yield first;
    for (const { file, head } of parts) {
      yield head;
      yield* file.read();
      yield BREAK;
    }
    yield last;
  }
  return { length, chunks: chunks() };
}

const BREAK = Buffer.from("\r\n");

function headOf({ sha2, contentType }: SentPart, boundary: string): Buffer {
  const head = [
    `--${boundary}`,
    `Content-Type: ${contentType}`,
    "Content-Transfer-Encoding: binary",
    `X-Experience-API-Hash: ${sha2}`,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n`);
}
