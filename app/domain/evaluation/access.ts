import {
  communeOffice,
  provincialOffice,
  type Actor,
  type HeldOffice,
} from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";

/** The office by which somebody may look at a commune's cases: the commune's own, or the province's. */
export function overseeingOffice(
  actor: Actor,
  commune: { readonly communeId: PlaceId; readonly provinceId: PlaceId },
): HeldOffice | null {
  return communeOffice(actor, commune.communeId) ?? provincialOffice(actor, commune.provinceId);
}
