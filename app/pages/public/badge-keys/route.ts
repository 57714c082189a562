import type { LoaderFunctionArgs } from "@remix-run/node";

import { publicJson } from "#app/server/http/public-resource.server.ts";

/** The public keys of all badges, of today and of before (RFC 7517). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return publicJson(request, await context.deps.badgeKeys.published(), 60 * 60);
}
