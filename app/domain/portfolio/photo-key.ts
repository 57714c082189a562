import type { PersonId } from "#app/domain/kernel/index.ts";

/** Where a photograph lies in the file store: under its owner, so that erasing one touches no other. */
export function photoKey(personId: PersonId, sha256: string): string {
  return `evidence/${personId}/${sha256}.jpg`;
}
