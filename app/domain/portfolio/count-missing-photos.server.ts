import type { PortfolioDeps } from "./deps.ts";
import { listPhotos } from "./evidence.store.server.ts";
import { photoKey } from "./photo-key.ts";

/** Every photograph of evidence is read; for who runs the product. */
export async function countMissingPhotos(
  deps: Pick<PortfolioDeps, "transact" | "files">,
): Promise<{ readonly photos: number; readonly missing: number }> {
  const photos = await deps.transact("everywhere", listPhotos);
  let missing = 0;
  for (const { personId, sha256 } of photos) {
    if ((await deps.files.get(photoKey(personId, sha256))) === null) missing += 1;
  }
  return { photos: photos.length, missing };
}
