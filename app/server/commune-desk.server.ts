import type { Actor } from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";

import { requireActor, type RouteContext } from "./request-context.server.ts";

export interface CommuneDesk {
  readonly actor: Actor;
  /** Of the first office of that kind that the person holds. */
  readonly communeId: PlaceId;
}

/** The commune that whoever is signed in answers for; 403 for everybody else. */
export async function requireCommuneDesk(
  context: RouteContext,
  request: Request,
): Promise<CommuneDesk> {
  const actor = await requireActor(context, request);
  const office = actor.offices.find(({ role }) => role === "commune_official");
  if (office?.role !== "commune_official") throw new Response(null, { status: 403 });
  return { actor, communeId: office.communeId };
}
