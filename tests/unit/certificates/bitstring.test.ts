import { gunzipSync } from "node:zlib";

import fc from "fast-check";
import { base64url } from "jose";
import { expect, test } from "vitest";

import { LIST_ENTRIES, placeOfStatus } from "#app/domain/certificates/addresses.ts";
import { bitAt, bitsOf, decodeBits, encodeBits } from "#app/domain/certificates/bitstring.ts";

const entries = fc.uniqueArray(fc.nat({ max: LIST_ENTRIES - 1 }), { maxLength: 40 });

test("what is set in a status list is read back from it, and nothing else is", async () => {
  await fc.assert(
    fc.asyncProperty(entries, fc.nat({ max: LIST_ENTRIES - 1 }), async (revoked, other) => {
      const bits = await decodeBits(await encodeBits(bitsOf(LIST_ENTRIES, revoked)));
      expect(bits).not.toBeNull();
      if (bits === null) return;
      expect(bits.length).toBe(16 * 1024);
      for (const entry of revoked) expect(bitAt(bits, entry)).toBe(true);
      expect(bitAt(bits, other)).toBe(revoked.includes(other));
    }),
    { numRuns: 60 },
  );
});

test("one more revocation flips exactly one bit", () => {
  fc.assert(
    fc.property(entries, fc.nat({ max: LIST_ENTRIES - 1 }), (revoked, next) => {
      fc.pre(!revoked.includes(next));
      const before = bitsOf(LIST_ENTRIES, revoked);
      const after = bitsOf(LIST_ENTRIES, [...revoked, next]);
      const flipped = before.reduce((sum, byte, at) => sum + ones(byte ^ (after[at] ?? 0)), 0);
      expect(flipped).toBe(1);
    }),
  );
});

function ones(byte: number): number {
  return byte.toString(2).replaceAll("0", "").length;
}

test("the first entry is the left-most bit, and the list is multibase base64url of gzip", async () => {
  const encoded = await encodeBits(bitsOf(LIST_ENTRIES, [0, 9, LIST_ENTRIES - 1]));
  expect(encoded).toMatch(/^u[\w-]+$/u);
  const bytes = gunzipSync(base64url.decode(encoded.slice(1)));
  expect([bytes[0], bytes[1], bytes.at(-1)]).toEqual([0x80, 0x40, 0x01]);
});

test("what lies outside of a list, or is no list, has no status", async () => {
  const bits = bitsOf(LIST_ENTRIES, []);
  for (const entry of [-1, LIST_ENTRIES, 0.5, Number.NaN]) expect(bitAt(bits, entry)).toBeNull();
  for (const text of ["", "u", "z123", "uAAAA", "không phải"]) {
    expect(await decodeBits(text)).toBeNull();
  }
  // Four megabytes of nothing, packed into a few kilobytes.
  expect(await decodeBits(await encodeBits(new Uint8Array(4 * 1024 * 1024)))).toBeNull();
});

test("the certificate after the last of a list is the first of the next", () => {
  expect(placeOfStatus(0)).toEqual({ list: 1, entry: 0 });
  expect(placeOfStatus(LIST_ENTRIES - 1)).toEqual({ list: 1, entry: LIST_ENTRIES - 1 });
  expect(placeOfStatus(LIST_ENTRIES)).toEqual({ list: 2, entry: 0 });
});
