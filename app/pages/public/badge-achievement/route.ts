import type { LoaderFunctionArgs } from "@remix-run/node";

import { OB_CONTEXT, VC_CONTEXT } from "#app/domain/certificates/index.ts";
import { readAchievement } from "#app/domain/certificates/index.server.ts";
import { publicJson } from "#app/server/http/public-resource.server.ts";

/** A course as an Achievement of Open Badges 3.0. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const courseId = params["course"] ?? "";
  // What PostgreSQL cannot hold is asked of nobody.
  const achievement = /^[\w-]{1,100}$/u.test(courseId)
    ? await readAchievement(context.deps, courseId)
    : null;
  if (achievement === null) throw new Response(null, { status: 404 });
  return publicJson(request, { "@context": [VC_CONTEXT, OB_CONTEXT], ...achievement }, 60 * 60);
}
