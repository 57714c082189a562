import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SHOWN_DIGITS = 4;

/** How a citizen's number is kept (NĐ 356/2025): sealed, found by a keyed hash, shown by its end. */
export interface NationalIds {
  /** What is written of a number; bound to its person, so that it opens in no other row. */
  readonly seal: (personId: string, number: string) => SealedNationalId;
  /** The number, or null when no key of ours or another person's row sealed it. */
  readonly open: (personId: string, cipher: Uint8Array) => string | null;
  /** What it may be found by: under today's key first, then under earlier ones. */
  readonly hashesOf: (number: string) => readonly Uint8Array<ArrayBuffer>[];
}

export interface SealedNationalId {
  /** Nonce, tag, digits. */
  readonly cipher: Uint8Array<ArrayBuffer>;
  readonly hash: Uint8Array<ArrayBuffer>;
  readonly last4: string;
}

interface Keys {
  readonly seal: Uint8Array;
  readonly hash: Uint8Array;
}

/** @param keys of the installation's secret, and of those before it */
export function openNationalIds(keys: readonly [Keys, ...Keys[]]): NationalIds {
  const hashUnder = ({ hash }: Keys, number: string) =>
    new Uint8Array(createHmac("sha256", hash).update(number).digest());
  return {
    seal: (personId, number) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, keys[0].seal, nonce).setAAD(Buffer.from(personId));
      const text = Buffer.concat([cipher.update(number, "utf8"), cipher.final()]);
      return {
        cipher: new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), text])),
        hash: hashUnder(keys[0], number),
        last4: number.slice(-SHOWN_DIGITS),
      };
    },
    open: (personId, cipher) => {
      for (const { seal } of keys) {
        const number = opened(seal, personId, Buffer.from(cipher));
        if (number !== null) return number;
      }
      return null;
    },
    hashesOf: (number) => keys.map((each) => hashUnder(each, number)),
  };
}

function opened(key: Uint8Array, personId: string, bytes: Buffer): string | null {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(personId))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
  } catch {
    return null; // final() throws when the tag does not fit
  }
}
