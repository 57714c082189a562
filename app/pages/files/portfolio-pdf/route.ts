import type { LoaderFunctionArgs } from "@remix-run/node";

import { portfolioPdf } from "#app/domain/documents/index.server.ts";
import { readAssessment } from "#app/domain/evaluation/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { readPortfolio } from "#app/domain/portfolio/index.server.ts";
import { portfolioPaper, readPaperPhotos } from "#app/pages/files/portfolio-paper.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

/** The reader's own book of this year. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const own = await readAssessment(deps, actor);
  if (!own.ok) throw new Response(null, { status: 404 });
  const { communeId, personId } = actor;
  const { criteria, year } = own.value.cycle;
  const portfolio = valueOf(
    await readPortfolio(deps, actor, { communeId, personId, criteria, year }),
  );
  const bytes = await portfolioPdf(
    portfolioPaper({
      portfolio,
      criteria,
      scores: own.value.assessment?.scores ?? null,
      photos: await readPaperPhotos(deps, actor, portfolio),
      generatedAt: deps.now(),
    }),
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="so-hoc-tap-${year}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}
