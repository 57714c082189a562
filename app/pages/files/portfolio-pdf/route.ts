import type { LoaderFunctionArgs } from "@remix-run/node";

import { readOwnPortfolio } from "#app/domain/evaluation/index.server.ts";
import { portfolioPaper, readPaperPhotos } from "#app/pages/files/portfolio-paper.server.ts";
import { paperFile } from "#app/pages/files/own-file.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

/** The reader's own book of this year. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const read = await readOwnPortfolio(deps, actor);
  if (!read.ok) throw new Response(null, { status: 404 });
  const { own, portfolio } = read.value;
  const { criteria, year } = own.cycle;
  return paperFile(deps, actor, "portfolioPdf", `so-hoc-tap-${year}`, async () =>
    portfolioPaper({
      portfolio,
      criteria,
      scores: own.assessment?.scores ?? null,
      photos: await readPaperPhotos(deps, actor, portfolio),
      generatedAt: deps.now(),
    }),
  );
}
