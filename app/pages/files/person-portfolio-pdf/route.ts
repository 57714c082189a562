import type { LoaderFunctionArgs } from "@remix-run/node";

import { readCase } from "#app/domain/evaluation/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { portfolioPaper, readPaperPhotos } from "#app/pages/files/portfolio-paper.server.ts";
import { paperFile } from "#app/pages/files/own-file.server.ts";

/** A resident's book for whoever reviews her case, which `?ho-so=` names. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const assessmentId = Uuid.safeParse(new URL(request.url).searchParams.get("ho-so"));
  if (!assessmentId.success) throw new Response(null, { status: 404 });
  const file = await readCase(deps, actor, { communeId, assessmentId: assessmentId.data });
  if (!file.ok || file.value.assessment.personId !== params["person"]) {
    throw new Response(null, { status: 404 });
  }
  const { now: portfolio, cycle, snapshot } = file.value;
  return paperFile(deps, actor, "portfolioPdf", `so-hoc-tap-${cycle.year}`, async () =>
    portfolioPaper({
      portfolio,
      criteria: cycle.criteria,
      scores: snapshot.scores,
      photos: await readPaperPhotos(deps, actor, portfolio),
      generatedAt: deps.now(),
    }),
  );
}
