import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { Db } from "#app/db/index.server.ts";
import { dayOf } from "#app/domain/kernel/index.ts";

import { listedPlaces } from "./place-files.ts";
import { claimPlaceFiles, replacePlaces } from "./listed-places.store.server.ts";

/**
 * Brings provinces, communes and their predecessors in line with the files, when these changed since
 * the last time. Names may change; a place that is listed no more keeps its row and ends today.
 * Needs the scope "everywhere". Two starts at once are safe: the second waits and finds it done.
 * @param directory usually `content/places`; throws when a file is missing or malformed
 */
export async function loadPlaces(
  db: Db,
  { now, directory }: { readonly now: Date; readonly directory: string },
): Promise<{ readonly changed: boolean }> {
  const [provinces, communes, predecessors] = await Promise.all(
    (["provinces", "communes", "predecessors"] as const).map((name) =>
      readFile(join(directory, `${name}.csv`), "utf8"),
    ),
  );
  const files = {
    provinces: provinces ?? "",
    communes: communes ?? "",
    predecessors: predecessors ?? "",
  };
  const sha256 = createHash("sha256").update(JSON.stringify(files)).digest("hex");
  if (!(await claimPlaceFiles(db, sha256, now))) return { changed: false };
  await replacePlaces(db, listedPlaces(files), dayOf(now));
  return { changed: true };
}
