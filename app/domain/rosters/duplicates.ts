import { namesakeKey, sameNameKey } from "#app/domain/kernel/index.ts";

import type { PersonDraft } from "./read-row.ts";

/** What an earlier row of the same file has in common with a person. */
export type Twin =
  | { readonly kind: "same" | "maybe"; readonly row: number }
  | { readonly kind: "card-of-another"; readonly row: number }
  | null;

/** Finds rows that say the same person twice; keeps keys alone, no persons. */
export class Duplicates {
  readonly #byCard = new Map<string, { readonly row: number; readonly name: string }>();
  readonly #byName = new Map<string, { readonly row: number; readonly card: string | null }>();

  /** What stood before about this person; she stands from now on. */
  add(person: PersonDraft, row: number): Twin {
    const { nationalId: card } = person;
    const name = sameNameKey(person.fullName);
    const holder = card === null ? undefined : this.#byCard.get(card);
    const key = `${name}|${birthKey(person)}|${person.villageId}`;
    const namesake = this.#byName.get(key);
    if (card !== null && holder === undefined)
      this.#byCard.set(card, { row, name: person.fullName });
    if (namesake === undefined) this.#byName.set(key, { row, card });
    if (holder !== undefined) {
      const isSame = namesakeKey(holder.name) === namesakeKey(person.fullName);
      return { kind: isSame ? "same" : "card-of-another", row: holder.row };
    }
    if (namesake === undefined) return null;
    // Two cards are two people.
    if (card !== null && namesake.card !== null) return null;
    return { kind: person.birth.precision === "day" ? "same" : "maybe", row: namesake.row };
  }
}

function birthKey({ birth }: PersonDraft): string {
  return birth.precision === "unknown" ? "" : `${birth.precision} ${birth.day}`;
}
