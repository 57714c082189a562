import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { relaunchUnit } from "#app/domain/cmi5/index.server.ts";
import { href } from "#app/routes.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

/**
 * Where the content's origin sends a browser that loads a launched page again: whoever knows the code
 * of the launch is its browser, so a GET may act.
 */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request);
  const launched = await relaunchUnit(context.deps, actor, {
    code: params["code"] ?? "",
    isReload: new URL(request.url).searchParams.get("tai-lai") === "co",
  });
  if (launched.ok) throw redirect(launched.value.url, 303);
  switch (launched.refusal.code) {
    case "over":
      throw redirect(href("learn/package", { course: launched.refusal.packageId }), 303);
    case "unknown-launch":
      throw new Response(null, { status: 404 });
  }
}
