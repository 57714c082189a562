import { qrSvg } from "#app/domain/documents/index.server.ts";
import { formatCardCode } from "#app/domain/identity/index.ts";
import type { LearnerCard } from "#app/domain/identity/index.server.ts";
import { placeTitle } from "#app/domain/places/index.ts";
import { findPlace } from "#app/domain/places/index.server.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";

/** A card just made with what is printed around it: where its holder lives, where she learns, its code to scan. */
export async function printableCard(deps: Deps, card: LearnerCard) {
  const village = await deps.transact([], (db) => findPlace(db, card.villageId));
  return {
    ...card,
    villageName: village === null ? "" : placeTitle(village),
    communeName: village?.kind === "village" ? village.communeName : "",
    site: new URL(deps.origin).host,
    qr: `data:image/svg+xml,${encodeURIComponent(qrSvg(formatCardCode(card.cardCode)))}`,
  };
}
