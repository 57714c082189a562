import type { Db } from "#app/db/index.server.ts";
import type { Actor, HeldOffice } from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";
import { findPlace } from "#app/domain/places/index.server.ts";

import { certificateOffice } from "./access.ts";

/** Unknown, and known but of somebody this person does not answer for, are answered alike. */
export type OfficeRefusal = { readonly code: "not-yours" };

/** The office by which a person looks after a certificate, or null. */
export async function officeOver(
  db: Db,
  actor: Actor,
  certificate: { readonly communeId: PlaceId } | null,
): Promise<HeldOffice | null> {
  if (certificate === null) return null;
  const { communeId } = certificate;
  const commune = await findPlace(db, communeId);
  if (commune?.kind !== "commune") return null;
  return certificateOffice(actor, { communeId, provinceId: commune.provinceId });
}
