import { createHash } from "node:crypto";

import type { Outgoing, OutgoingFile } from "#app/domain/exchange/index.ts";

export interface BatchBody {
  readonly type: string;
  readonly bytes: Buffer;
}

const BREAK = "\r\n";

/**
 * What is posted for a batch: its statements as they stand and, when files of theirs are kept here,
 * multipart/mixed with each file once (xAPI 2.0 §4.1.3, 1.0.3 Communication 1.5.2).
 */
export async function batchBody(
  batch: readonly Outgoing[],
  fileOf: (sha2: string) => Promise<Uint8Array | null>,
  /** Files are read no further than that; one statement alone is sent however long it is. */
  bytesAtMost: number,
): Promise<BatchBody | "too-large"> {
  const json = Buffer.from(`[${batch.map(({ text }) => text).join(",")}]`, "utf8");
  const named = new Map(batch.flatMap(({ files }) => files).map((file) => [file.sha2, file]));
  let length = json.length;
  if (length > bytesAtMost && batch.length > 1) return "too-large";
  const parts: Buffer[] = [];
  // Stands in none of the parts, and is no longer than the 70 characters of RFC 2046.
  const boundary = `nep-hoc-${createHash("sha256").update(json).digest("hex").slice(0, 48)}`;
  for (const file of named.values()) {
    // One file after another, since they may be long.
    // oxlint-disable-next-line no-await-in-loop
    const bytes = await fileOf(file.sha2);
    if (bytes === null) continue;
    length += bytes.length;
    if (length > bytesAtMost && batch.length > 1) return "too-large";
    parts.push(filePart(boundary, file, bytes));
  }
  if (parts.length === 0) return { type: "application/json", bytes: json };
  const head = `--${boundary}${BREAK}Content-Type: application/json${BREAK}${BREAK}`;
  return {
    type: `multipart/mixed; boundary=${boundary}`,
    bytes: Buffer.concat([
      Buffer.from(head),
      json,
      ...parts,
      Buffer.from(`${BREAK}--${boundary}--${BREAK}`),
    ]),
  };
}

function filePart(
  boundary: string,
  { sha2, contentType }: OutgoingFile,
  bytes: Uint8Array,
): Buffer {
  const head = [
    `${BREAK}--${boundary}`,
    `Content-Type: ${contentType}`,
    "Content-Transfer-Encoding: binary",
    `X-Experience-API-Hash: ${sha2}`,
    BREAK,
  ].join(BREAK);
  return Buffer.concat([Buffer.from(head), bytes]);
}
