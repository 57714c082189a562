import type { Transact } from "#app/db/index.server.ts";

import { savePicture } from "./account.store.server.ts";
import type { Actor } from "./actor.ts";
import type { Picture } from "./learner-settings.ts";

/** Her own picture, by which she is told on a shared phone. */
export function choosePicture(
  deps: { readonly transact: Transact },
  actor: Actor,
  picture: Picture,
): Promise<void> {
  const { communeId, accountId } = actor;
  return deps.transact([communeId], (db) => savePicture(db, { communeId, accountId }, picture));
}
