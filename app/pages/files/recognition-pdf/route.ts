import type { LoaderFunctionArgs } from "@remix-run/node";

import { findRegisterEntry } from "#app/domain/evaluation/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { certificateOf } from "#app/pages/files/recognition-paper.server.ts";
import { paperFile } from "#app/pages/files/own-file.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

/** The certificate, for its holder and those who answer for it. What was revoked is not printed any more. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const id = Uuid.safeParse(params["entry"]);
  if (!id.success) throw new Response(null, { status: 404 });
  const found = await findRegisterEntry(deps, actor, { registerEntryId: id.data });
  if (!found.ok) throw new Response(null, { status: 404 });
  if (found.value.revocation !== null) throw new Response(null, { status: 410 });
  const paper = certificateOf(found.value, deps.origin);
  return paperFile(deps, actor, "certificatePdf", "giay-cong-nhan-cdht", paper);
}
