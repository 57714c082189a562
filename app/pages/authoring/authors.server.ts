import type { AppLoadContext } from "@remix-run/node";

import type { Draft } from "#app/domain/content/index.ts";

import { requireActor } from "#app/server/http/request-context.server.ts";

/**
 * The courses as far as they can be read, for who writes them: for anybody under `npm run dev`, for
 * officials of a commune and of the province; for others there is nothing here (404).
 */
export async function requireDrafts(
  context: Pick<AppLoadContext, "actor" | "deps">,
  request: Request,
): Promise<readonly Draft[]> {
  const { authoring, drafts } = context.deps;
  if (authoring) return drafts();
  const actor = await requireActor(context, request);
  const mayRead = actor.offices.some(
    ({ role }) => role === "provincial_officer" || role === "commune_official",
  );
  if (!mayRead) throw new Response(null, { status: 404 });
  return drafts();
}
