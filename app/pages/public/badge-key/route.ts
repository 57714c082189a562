import type { LoaderFunctionArgs } from "@remix-run/node";

import { keyIdOf } from "#app/domain/certificates/index.ts";
import { publicJson } from "#app/server/http/public-resource.server.ts";

/** One public key, as the `kid` of a badge names it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { keys } = await context.deps.badgeKeys.published();
  const key = keys.find(({ kid }) => typeof kid === "string" && keyIdOf(kid) === params["key"]);
  if (key === undefined) throw new Response(null, { status: 404 });
  return publicJson(request, key, 24 * 60 * 60);
}
