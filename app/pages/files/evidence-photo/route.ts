import type { LoaderFunctionArgs } from "@remix-run/node";

import { PlaceId, Uuid } from "#app/domain/kernel/index.ts";
import { readEvidencePhoto } from "#app/domain/portfolio/index.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

const THUMBNAIL_WIDTH_PIXELS = 320;

/** `?xa=` names the commune when it is not the reader's own; `?nho=1` asks for the small one. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request);
  const { searchParams } = new URL(request.url);
  const evidenceId = Uuid.safeParse(params["evidence"]);
  const communeId = PlaceId.safeParse(searchParams.get("xa") ?? actor.communeId);
  if (!evidenceId.success || !communeId.success) throw new Response(null, { status: 404 });
  const photo = await readEvidencePhoto(context.deps, actor, {
    communeId: communeId.data,
    evidenceId: evidenceId.data,
  });
  if (!photo.ok) {
    const lost = photo.refusal.code === "photo-lost";
    if (lost) context.report(new Error(`the photograph of evidence ${evidenceId.data} is lost`));
    throw new Response(null, { status: lost ? 500 : 404 });
  }
  const { jpeg } = photo.value;
  const small = searchParams.get("nho") === "1";
  const bytes = small
    ? await context.deps.work.run("shrinkPhoto", actor.accountId, {
        jpeg,
        width: THUMBNAIL_WIDTH_PIXELS,
      })
    : jpeg;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "image/jpeg",
      "content-disposition": 'inline; filename="minh-chung.jpg"',
      "cache-control": "private, no-store",
    },
  });
}
