import { deflateSync } from "node:zlib";

import fc from "fast-check";

/** Just past the longest that some field takes, ending in a letter of two UTF-16 units. */
const LENGTHS = [9, 19, 39, 59, 79, 99, 119, 199, 299, 499, 999, 1999, 4999, 20_000];

const ODD_TEXTS = [
  "",
  " ",
  "\0",
  "a\0b",
  "'; DROP TABLE person; --",
  "<script>alert(1)</script>",
  "${7*7}{{7*7}}",
  "../../../etc/passwd",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "-1",
  "0",
  "1",
  "1e9",
  "1e999",
  "NaN",
  "9999999999999999999",
  "2147483648",
  "0x10",
  "3,5",
  "31/02/2026",
  "29/02/2027",
  "00/00/0000",
  "01/01/99999",
  "2026-11-22",
  "Đỗ Thị Ước \u0300\u0301",
  "\u202Eabc",
  "\uFEFF\u200B",
  "👩‍👩‍👧‍👦".repeat(5),
  "\r\n\r\nSet-Cookie: a=b",
  "\u0001\u007F\u0085\u2028",
  "/đường",
  "//evil.example",
  "/\\evil.example",
  "135790",
  "0000123456",
  "ABCD-2345",
  ...LENGTHS.map((length) => `${"ă".repeat(length)}😀`),
];

/** A text that nobody types, or one of the product's own identifiers where it does not belong. */
export function oddText(ids: readonly string[]): fc.Arbitrary<string> {
  const revised = fc
    .tuple(fc.constantFrom(...ids), fc.nat(9))
    .map(([id, count]) => `${id}.${count}`);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ODD_TEXTS) },
    { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }) },
    { weight: 2, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: revised },
  );
}

const ODD_SEGMENTS = [
  "%00",
  "a%00b",
  "%ff",
  "%",
  "%zz",
  "%E0%A4%A",
  "%ED%A0%80",
  "%ED%B0%80",
  "%F0%9F%98%80",
  "..%2f",
  "..%2f..%2f..%2fpackage.json",
  "..%5c..%5c",
  "%2e%2e",
  "%2F",
  "%252e",
  "%3Fa=b",
  "%23",
  "*",
  ":course",
  "$course",
  "__proto__",
  "constructor",
  "undefined",
  "-1",
  "1e9",
  "99",
  "a".repeat(6000),
  "%C4%91".repeat(1000),
  "a.pdf",
  ".pdf",
  "x.svg",
  "..svg",
  "00000000-0000-0000-0000-000000000000",
  "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
];

/** A part of an address, percent-encoded well or badly. */
export const oddSegment: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD_SEGMENTS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1 }).map(encodeURIComponent) },
  {
    weight: 1,
    arbitrary: fc
      .uint8Array({ minLength: 1, maxLength: 30 })
      .map((bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")),
  },
  { weight: 1, arbitrary: fc.uuid() },
);

const bytes = (...pieces: readonly (string | Uint8Array)[]) =>
  Buffer.concat(pieces.map((piece) => Buffer.from(piece)));

/** Files that are handed in as a photograph and are none, or are one that nobody should open. */
export const ODD_FILES: readonly Uint8Array[] = [
  bytes(""),
  bytes("không phải ảnh"),
  bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  bytes("GIF89a", Uint8Array.of(255, 255, 255, 255, 0x80, 0, 0), new Uint8Array(64)),
  bytes(Uint8Array.of(0, 0, 0, 24), "ftypheic", new Uint8Array(400)),
  bytes(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), "JFIF", new Uint8Array(99)),
  bytes("RIFF", new Uint8Array(4), "WEBPVP8 ", new Uint8Array(40)),
  bytes("%PDF-1.7\n"),
  bytes("PK\u0003\u0004", new Uint8Array(40)),
  png(1, 1),
  png(60_000, 60_000),
  png(7000, 7000),
];

/** A black picture of one bit a pixel: small to send, large to open. */
function png(width: number, height: number): Uint8Array {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const rows = Math.min(height, 7000);
  return bytes(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    chunk("IHDR", bytes(size, Uint8Array.of(1, 0, 0, 0, 0))),
    chunk("IDAT", deflateSync(Buffer.alloc(rows * (1 + Math.ceil(width / 8))))),
    chunk("IEND", bytes()),
  );
}

function chunk(kind: string, content: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const named = bytes(kind, content);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return bytes(length, named, sum);
}

/** ISO 3309, which PNG asks for. */
function crc32(content: Uint8Array): number {
  let sum = 0xff_ff_ff_ff;
  for (const byte of content) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ ((sum & 1) * 0xed_b8_83_20);
  }
  return ~sum >>> 0;
}
