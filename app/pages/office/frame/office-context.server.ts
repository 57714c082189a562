import type { AppLoadContext } from "@remix-run/node";

import type { Actor, HeldOffice } from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

import { deskOfPath, type OfficeKind } from "./office-kind.ts";

interface OfficePlace extends Pick<HeldOffice, "placeId" | "placeName"> {
  /** The commune itself, or the one of the village; null for a province. */
  readonly communeId: PlaceId | null;
}

/** Who acts, in which office, for which place, and where its pages stand. */
export interface OfficeContext extends OfficePlace {
  readonly actor: Actor;
  readonly kind: OfficeKind;
  /** How the addresses of this office begin: "ban-xet", "tinh", "xac-nhan". */
  readonly desk: string;
  /** What `?xa=` named, to be kept in the next address; null when it named nothing. */
  readonly named: PlaceId | null;
  /** Every place for which the person holds this office. */
  readonly places: readonly OfficePlace[];
}

const ROLES = {
  village: "village_attestor",
  commune: "commune_official",
  province: "provincial_officer",
} as const satisfies Record<OfficeKind, HeldOffice["role"]>;

/**
 * The office in which the address is opened, for the place that `?xa=` names or the first one held; 403 for
 * who holds no such office, and for a place that is not theirs, so that nothing is done elsewhere than asked.
 */
export async function requireOffice(
  context: Pick<AppLoadContext, "actor">,
  request: Request,
): Promise<OfficeContext> {
  const actor = await requireActor(context, request);
  const { pathname, searchParams } = new URL(request.url);
  const found = deskOfPath(pathname);
  if (found === null) throw new Response(null, { status: 404 });
  const { desk, kind } = found;
  const places = actor.offices
    .filter(({ role }) => role === ROLES[kind])
    .map((held) => ({
      placeId: held.placeId,
      placeName: held.placeName,
      communeId: communeOf(held),
    }));
  const asked = searchParams.get("xa");
  const chosen = asked === null ? places[0] : places.find(({ placeId }) => placeId === asked);
  if (chosen === undefined) throw new Response(null, { status: 403 });
  return { actor, kind, desk, ...chosen, named: asked === null ? null : chosen.placeId, places };
}

function communeOf(held: HeldOffice): PlaceId | null {
  return "communeId" in held ? held.communeId : null;
}

/** Whose records and certificates an office reads; a village head reads none. */
export function reachOf({ kind, placeId }: OfficeContext) {
  if (kind === "village") throw new Response(null, { status: 403 });
  return { kind, placeId };
}
