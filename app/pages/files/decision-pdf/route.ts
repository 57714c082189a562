import type { LoaderFunctionArgs } from "@remix-run/node";

import { auditHeadHash } from "#app/domain/audit/index.server.ts";
import { readDecision } from "#app/domain/evaluation/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { decisionPaper } from "#app/pages/files/recognition-paper.server.ts";
import { paperFile } from "#app/pages/files/own-file.server.ts";

/** The decision with its annexed list: a draft to be signed, or what was issued. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const decisionId = Uuid.safeParse(params["decision"]);
  if (!decisionId.success) throw new Response(null, { status: 404 });
  const found = await readDecision(deps, actor, { communeId, decisionId: decisionId.data });
  if (!found.ok) throw new Response(null, { status: 404 });
  const head = await deps.transact(actor.reach, (db) => auditHeadHash(db, communeId));
  const paper = decisionPaper(found.value, head);
  return paperFile(deps, actor, "decisionListPdf", `quyet-dinh-cdht-${found.value.year}`, paper);
}
