import type { LoaderFunctionArgs } from "@remix-run/node";

import { certificatePdf } from "#app/domain/documents/index.server.ts";
import { readRegisterEntry } from "#app/domain/evaluation/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { PlaceId, Uuid } from "#app/domain/kernel/index.ts";
import { certificateOf } from "#app/server/recognition-paper.server.ts";
import { requireActor } from "#app/server/request-context.server.ts";

/**
 * The certificate, for its holder and those who answer for it; `?xa=` names the commune to a
 * province's officer. What was revoked is not printed any more.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const registerEntryId = Uuid.safeParse(params["entry"]);
  if (!registerEntryId.success) throw new Response(null, { status: 404 });
  const asked = PlaceId.safeParse(new URL(request.url).searchParams.get("xa"));
  for (const communeId of asked.success ? [asked.data] : communesOf(actor)) {
    // A person has one commune and rarely an office in another.
    // oxlint-disable-next-line no-await-in-loop
    const found = await readRegisterEntry(deps, actor, {
      communeId,
      registerEntryId: registerEntryId.data,
    });
    if (!found.ok) continue;
    if (found.value.revocation !== null) throw new Response(null, { status: 410 });
    // oxlint-disable-next-line no-await-in-loop
    const bytes = await certificatePdf(certificateOf(found.value, deps.origin));
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": 'inline; filename="giay-cong-nhan-cdht.pdf"',
        "cache-control": "private, no-store",
      },
    });
  }
  throw new Response(null, { status: 404 });
}

function communesOf(actor: Actor): readonly PlaceId[] {
  const ofOffices = actor.offices.flatMap((office) =>
    office.role === "commune_official" ? [office.communeId] : [],
  );
  return [...new Set([actor.communeId, ...ofOffices])];
}
