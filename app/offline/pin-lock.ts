import { OwnPart } from "./own-part.ts";

/** A text under a key, as it lies on the phone. */
export interface Locked {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** How a key is made of a PIN. */
export interface PinSalt {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
}

/** About a second on the cheapest phones that we know; each guess costs a thief as much. */
const ROUNDS = 310_000;

export function newSalt(): PinSalt {
  return { salt: crypto.getRandomValues(new Uint8Array(16)), rounds: ROUNDS };
}

/** The key to a learner's own part. It cannot be taken out of the browser, only used in it. */
export async function keyOfPin(pin: string, { salt, rounds }: PinSalt): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(pin),
    "PBKDF2",
    false,
    ["deriveKey"],
  );
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    typed,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

/** A key that no PIN makes: for who has not typed hers on this phone yet. */
export function keyOfChance(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export async function lock(key: CryptoKey, own: OwnPart): Promise<Locked> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(own));
  return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text) };
}

/** Null: it is not the key. */
export async function unlock(key: CryptoKey, { iv, data }: Locked): Promise<OwnPart | null> {
  try {
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, data);
    return OwnPart.parse(JSON.parse(new TextDecoder().decode(text)));
  } catch {
    return null;
  }
}
