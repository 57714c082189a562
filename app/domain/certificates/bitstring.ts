import { base64url } from "jose";

/** Eight megabits: more than any list of ours, far less than what would fill a phone. */
const BYTES_AT_MOST = 1024 * 1024;

/** `entries` bits of which those at `set` are 1; the first entry is the left-most bit. */
export function bitsOf(entries: number, set: Iterable<number>): Uint8Array {
  const bits = new Uint8Array(Math.ceil(entries / 8));
  for (const entry of set) {
    if (entry < 0 || entry >= entries) throw new RangeError(`entry ${entry} of ${entries}`);
    bits[entry >> 3] = (bits[entry >> 3] ?? 0) | (0x80 >> (entry & 7));
  }
  return bits;
}

/** Null when the entry lies outside. */
export function bitAt(bits: Uint8Array, entry: number): boolean | null {
  const byte = Number.isSafeInteger(entry) && entry >= 0 ? bits[Math.floor(entry / 8)] : undefined;
  return byte === undefined ? null : (byte & (0x80 >> (entry % 8))) !== 0;
}

/** As Bitstring Status List v1.0 has it: gzip, then base64url without padding, marked "u". */
export async function encodeBits(bits: Uint8Array): Promise<string> {
  const packed = new Blob([new Uint8Array(bits)])
    .stream()
    .pipeThrough(new CompressionStream("gzip"));
  return `u${base64url.encode(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

/** Null when it is no encoded list, or one that unpacks to more than a mebibyte. */
export async function decodeBits(encoded: string): Promise<Uint8Array | null> {
  if (!encoded.startsWith("u")) return null;
  try {
    const packed = new Uint8Array(base64url.decode(encoded.slice(1)));
    return await readAtMost(
      new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")),
    );
  } catch {
    return null; // what is not base64url, or not gzip
  }
}

async function readAtMost(stream: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > BYTES_AT_MOST) {
      await reader.cancel();
      return null;
    }
    pieces.push(value);
  }
  const bits = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bits.set(piece, at);
    at += piece.length;
  }
  return bits;
}
