import {
  type Actor,
  communeOffice,
  type HeldOffice,
  provincialOffice,
} from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";

/** At whose desk certificates are looked after: a commune's, or all communes of a province. */
export interface CertificateDesk {
  readonly kind: "commune" | "province";
  readonly placeId: PlaceId;
}

/** The office by which a person looks after the certificates of a commune, or null. */
export function certificateOffice(
  actor: Actor,
  commune: { readonly communeId: PlaceId; readonly provinceId: PlaceId },
): HeldOffice | null {
  return communeOffice(actor, commune.communeId) ?? provincialOffice(actor, commune.provinceId);
}

/** The office by which a person sits at that desk, or null. */
export function deskOffice(actor: Actor, { kind, placeId }: CertificateDesk): HeldOffice | null {
  switch (kind) {
    case "commune":
      return communeOffice(actor, placeId);
    case "province":
      return provincialOffice(actor, placeId);
  }
}
