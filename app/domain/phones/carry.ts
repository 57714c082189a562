import { Envelope } from "./envelope.ts";

/** The file by which unsent work is carried. */
export const CARRIED_FILE_NAME = "bai-lam-chua-gui.nephoc";

/** Of a file; no phone gathers as many acts before it meets somebody who carries them. */
const LINES_AT_MOST = 5_000;
/** Of one code, so that an old camera still reads it off a small screen. */
const CODE_LENGTH = 300;
const CODE = /^NEPHOC1 ([0-9a-f]{8}) (\d{1,4})\/(\d{1,4}) (.*)$/su;

/** Envelopes as a text that can be carried in a file: one a line. */
export function carriedText(envelopes: readonly Envelope[]): string {
  return envelopes.map(({ id, sealed }) => `${JSON.stringify({ id, sealed })}\n`).join("");
}

/** The envelopes in a text that was carried; a line that is none is counted and passed over. */
export function readCarried(text: string): {
  readonly envelopes: readonly Envelope[];
  readonly broken: number;
} {
  const lines = text.split("\n", LINES_AT_MOST).filter((line) => line.trim() !== "");
  const read = lines.map((line) => Envelope.safeParse(parsed(line)).data);
  const envelopes = new Map(
    read.flatMap((envelope) => (envelope === undefined ? [] : [[envelope.id, envelope] as const])),
  );
  return {
    envelopes: [...envelopes.values()],
    broken: read.filter((envelope) => envelope === undefined).length,
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** A text as the texts of QR codes, each of which says which one it is of how many, and of what. */
export function codesOf(text: string): readonly string[] {
  // Codes are pasted one a line; neither JSON nor an envelope holds a tilde.
  const line = text.replaceAll("\n", "~");
  const count = Math.max(1, Math.ceil(line.length / CODE_LENGTH));
  const mark = checksum(line);
  return Array.from(
    { length: count },
    (_, index) =>
      `NEPHOC1 ${mark} ${index + 1}/${count} ${line.slice(index * CODE_LENGTH, (index + 1) * CODE_LENGTH)}`,
  );
}

/** What several codes, read in any order and more than once, make together. */
export type ReadCodes =
  | { readonly state: "whole"; readonly text: string }
  /** Numbers of the codes that were not read yet. */
  | { readonly state: "missing"; readonly missing: readonly number[]; readonly of: number }
  /** No code of ours, or codes of two different carryings. */
  | { readonly state: "unreadable" };

export function readCodes(texts: readonly string[]): ReadCodes {
  const parts = new Map<number, string>();
  const series = new Set<string>();
  let of = 0;
  for (const text of texts) {
    const [, mark, number, count, data] = CODE.exec(text) ?? [];
    if (mark === undefined || data === undefined) return { state: "unreadable" };
    series.add(`${mark} ${count}`);
    of = Number(count);
    parts.set(Number(number), data);
  }
  if (series.size !== 1 || of < 1) return { state: "unreadable" };
  const numbers = Array.from({ length: of }, (_, index) => index + 1);
  const missing = numbers.filter((number) => !parts.has(number));
  if (missing.length > 0) return { state: "missing", missing, of };
  const whole = numbers.map((number) => parts.get(number) ?? "").join("");
  return series.has(`${checksum(whole)} ${of}`)
    ? { state: "whole", text: whole.replaceAll("~", "\n") }
    : { state: "unreadable" };
}

/** CRC-32, as eight hexadecimal digits: against a code that was read wrongly, not against anybody. */
function checksum(text: string): string {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
