import type { LoaderFunctionArgs } from "@remix-run/node";

import { issuerOf, OB_CONTEXT, VC_CONTEXT } from "#app/domain/certificates/index.ts";
import { publicJson } from "#app/server/http/public-resource.server.ts";

/** Who issues badges here, as a Profile of Open Badges 3.0. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const profile = { "@context": [VC_CONTEXT, OB_CONTEXT], ...issuerOf(context.deps.origin) };
  return publicJson(request, profile, 60 * 60);
}
