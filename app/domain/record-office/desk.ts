import {
  type Actor,
  communeOffice,
  type HeldOffice,
  provincialOffice,
} from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";

/** At whose desk statements are looked at: what lies within that place is seen, and nothing else. */
export interface Desk {
  readonly kind: "province" | "commune";
  readonly placeId: PlaceId;
}

/** The office by which a person looks at statements there, or null. */
export function deskOffice(actor: Actor, { kind, placeId }: Desk): HeldOffice | null {
  switch (kind) {
    case "province":
      return provincialOffice(actor, placeId);
    case "commune":
      return communeOffice(actor, placeId);
  }
}
