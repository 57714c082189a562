import type { AppLoadContext } from "@remix-run/node";

import type { Actor } from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";

import type { CertificateSeat } from "#app/pages/office/certificates/certificate-desk.server.ts";
import type { RecordDesk } from "#app/pages/office/records/record-desk.server.ts";
import { href } from "#app/routes.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

export interface CommuneDesk {
  readonly actor: Actor;
  /** Named by `?xa=`, or of the first office of that kind that the person holds. */
  readonly communeId: PlaceId;
  /** What `?xa=` named, to be kept in the next address; null when it named nothing. */
  readonly named: PlaceId | null;
  /** Every commune that the person answers for. */
  readonly communes: readonly { readonly placeId: PlaceId; readonly placeName: string }[];
}

/**
 * The commune that whoever is signed in answers for and the address names; 403 for everybody else, and
 * for a name that is none of hers, so that nothing is done in another commune than the one asked for.
 */
export async function requireCommuneDesk(
  context: Pick<AppLoadContext, "actor">,
  request: Request,
): Promise<CommuneDesk> {
  const actor = await requireActor(context, request);
  const communes = actor.offices
    .filter(({ role }) => role === "commune_official")
    .map(({ placeId, placeName }) => ({ placeId, placeName }));
  const asked = new URL(request.url).searchParams.get("xa");
  const chosen = asked === null ? communes[0] : communes.find(({ placeId }) => placeId === asked);
  if (chosen === undefined) throw new Response(null, { status: 403 });
  const { placeId: communeId } = chosen;
  return { actor, communeId, named: asked === null ? null : communeId, communes };
}

/** The statements of that commune. */
export async function requireCommuneRecords(
  context: Pick<AppLoadContext, "actor">,
  request: Request,
): Promise<RecordDesk> {
  const { actor, communeId, named } = await requireCommuneDesk(context, request);
  return {
    actor,
    desk: { kind: "commune", placeId: communeId },
    base: href("office/records-commune"),
    named,
  };
}

/** The certificates of courses in that commune. */
export async function requireCommuneCertificates(
  context: Pick<AppLoadContext, "actor">,
  request: Request,
): Promise<CertificateSeat & Pick<CommuneDesk, "communes">> {
  const { actor, communeId, named, communes } = await requireCommuneDesk(context, request);
  const desk = { kind: "commune" as const, placeId: communeId };
  return { actor, desk, base: href("office/certificates-commune"), named, communes };
}
