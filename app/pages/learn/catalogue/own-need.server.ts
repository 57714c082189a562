import { createCookie } from "@remix-run/node";
import { z } from "zod";

import { slugOf } from "#app/domain/guidance/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";

/** Keeps on the phone what its learner looked for last, and for whom that was said. */
const needCookie = createCookie("can-hoc", {
  path: "/",
  httpOnly: true,
  sameSite: "lax",
  maxAge: 180 * 24 * 60 * 60,
});
const Kept = z.object({ of: z.string().max(40), need: z.string().max(200) });

/** The need that she tapped last on this phone; null when it was somebody else, or is none any more. */
export async function readOwnNeed(
  request: Request,
  actor: Actor,
  needs: readonly string[],
): Promise<string | null> {
  const kept = Kept.safeParse(await needCookie.parse(request.headers.get("cookie")));
  if (!kept.success || kept.data.of !== markOf(actor)) return null;
  return needs.find((need) => slugOf(need) === kept.data.need) ?? null;
}

/** The header that keeps it; none when nobody is signed in or nothing was tapped. */
export async function keepOwnNeed(
  actor: Actor | null,
  need: string | null,
): Promise<Readonly<Record<string, string>>> {
  if (actor === null || need === null) return {};
  return { "set-cookie": await needCookie.serialize({ of: markOf(actor), need }) };
}

/** The chance part of her account's id. */
function markOf({ accountId }: Actor): string {
  return accountId.slice(-12);
}
