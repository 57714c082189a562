import { randomInt } from "node:crypto";

import type { Db } from "#app/db/index.server.ts";

import { CARD_ALPHABET, CARD_LENGTH, PIN_LENGTH } from "./login.ts";
import { isCardCodeFree } from "./person.store.server.ts";
import { isWeakPin } from "./weak-pin.ts";

/** A card code that nobody in the country has. */
export async function freshCardCode(db: Db): Promise<string> {
  for (;;) {
    const code = randomText(CARD_ALPHABET, CARD_LENGTH);
    if (await isCardCodeFree(db, code)) return code;
  }
}

/** A PIN that a neighbour would not try first. */
export function freshPin(): string {
  for (;;) {
    const pin = randomText("0123456789", PIN_LENGTH);
    if (!isWeakPin(pin)) return pin;
  }
}

function randomText(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
}
