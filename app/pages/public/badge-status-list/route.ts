import type { LoaderFunctionArgs } from "@remix-run/node";

import { readStatusList } from "#app/domain/certificates/index.server.ts";
import { publicResource } from "#app/server/http/public-resource.server.ts";

/** Which certificates were revoked: a Bitstring Status List as VC-JWT. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const list = params["list"] ?? "";
  const found = /^[1-9]\d{0,4}$/u.test(list)
    ? await readStatusList(context.deps, Number(list))
    : null;
  if (found === null) throw new Response(null, { status: 404 });
  return publicResource(request, {
    type: "application/vc+jwt",
    seconds: 5 * 60,
    version: found.version,
    body: found.sign,
  });
}
