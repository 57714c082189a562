import { cleanLine } from "#app/domain/kernel/index.ts";

/**
 * A name as a badge carries it (IdentityHash of Open Badges 3.0): SHA-256 of the name and the salt, so
 * that who reads the name on a paper can compare it, and who finds the badge alone cannot read it.
 */
export async function hashName(fullName: string, salt: string): Promise<string> {
  const bytes = new TextEncoder().encode(cleanLine(fullName) + salt);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256$${Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
