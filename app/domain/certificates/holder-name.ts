import { cleanLine, personName, sameNameKey } from "#app/domain/kernel/index.ts";

/**
 * A name as a badge carries it (IdentityHash of Open Badges 3.0): SHA-256 of the name and the salt, so
 * that who reads the name on a paper can compare it, and who finds the badge alone cannot read it.
 */
export async function hashName(fullName: string, salt: string): Promise<string> {
  return hashOf(cleanLine(fullName), salt);
}

/** The same of what all writings of the name share: `identityType` "ext:name" beside the name itself. */
export async function hashSameName(fullName: string, salt: string): Promise<string> {
  return hashOf(sameNameKey(fullName), salt);
}

/**
 * How the name on a paper may have been written when its badge was made, from how it is typed now: badges of
 * before carry the hash of that one writing alone.
 */
export function likelyWritings(typed: string): readonly string[] {
  const plain = personName(typed);
  const cases = [plain, capitalised(plain)];
  const apostrophes = cases.flatMap((name) => [name, name.replaceAll("'", "’")]);
  const tones = apostrophes.flatMap((name) => [
    name,
    name.normalize("NFD").replaceAll(OPEN_PAIR, "$<first>$<a>$<b>$<second>").normalize("NFC"),
    name.normalize("NFD").replaceAll(OPEN_PAIR, "$<first>$<second>$<a>$<b>").normalize("NFC"),
  ]);
  return [...new Set([cleanLine(typed), ...tones])];
}

function capitalised(name: string): string {
  return name
    .toLocaleLowerCase("vi")
    .replaceAll(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toLocaleUpperCase("vi"));
}

/** "òa" or "oà", "óe" or "oé", "ủy" or "uỷ" at the end of a syllable, decomposed. */
const OPEN_PAIR =
  /(?<first>o(?=[\u0300-\u0323]?[ae])|(?<!q)u(?=[\u0300-\u0323]?y))(?<a>[\u0300\u0301\u0303\u0309\u0323]?)(?<second>[aey])(?<b>[\u0300\u0301\u0303\u0309\u0323]?)(?![\p{L}\p{M}])/giu;

async function hashOf(text: string, salt: string): Promise<string> {
  const bytes = new TextEncoder().encode(text + salt);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256$${Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
