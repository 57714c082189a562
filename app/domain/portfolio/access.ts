import {
  attestorOffice,
  communeOffice,
  provincialOffice,
  type Actor,
  type HeldOffice,
} from "#app/domain/identity/index.ts";
import type { PersonId, PlaceId } from "#app/domain/kernel/index.ts";

/** Whose personal data it is, and where that person lives. */
export interface DataSubject {
  readonly personId: PersonId;
  readonly villageId: PlaceId;
  readonly communeId: PlaceId;
  readonly provinceId: PlaceId;
}

/** By what right somebody reads: as the owner, or by an office (which is then logged); null for none. */
export type ReadingRight =
  { readonly by: "owner" } | { readonly by: "office"; readonly office: HeldOffice };

export function readingRight(actor: Actor, subject: DataSubject): ReadingRight | null {
  if (actor.personId === subject.personId) return { by: "owner" };
  const office =
    communeOffice(actor, subject.communeId) ??
    attestorOffice(actor, subject.villageId) ??
    provincialOffice(actor, subject.provinceId);
  return office === null ? null : { by: "office", office };
}
