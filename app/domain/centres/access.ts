import type { Actor, HeldOffice } from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";

type TeachingRole = Exclude<HeldOffice["role"], "provincial_officer">;
type LocalOffice = Extract<HeldOffice, { readonly role: TeachingRole }>;

/** The offices by which somebody leads classes: of a promoter, a village's attestor, a commune's official. */
export function teachingOffices(actor: Pick<Actor, "offices">): readonly LocalOffice[] {
  return actor.offices.flatMap((office) => (office.role === "provincial_officer" ? [] : [office]));
}

/**
 * The office by which somebody leads a class at a village or commune, and helps with the class of
 * another there; null for none. The nearest office comes first.
 */
export function teachingOffice(
  actor: Pick<Actor, "offices">,
  place: { readonly communeId: PlaceId; readonly placeId: PlaceId },
): LocalOffice | null {
  const offices = teachingOffices(actor);
  const at = (role: TeachingRole, placeId: PlaceId) =>
    offices.find((office) => office.role === role && office.placeId === placeId);
  return (
    at("promoter", place.placeId) ??
    at("village_attestor", place.placeId) ??
    at("promoter", place.communeId) ??
    at("commune_official", place.communeId) ??
    null
  );
}
