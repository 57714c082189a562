import type { Db } from "#app/db/index.server.ts";
import { type Actor, provincialOffice } from "#app/domain/identity/index.ts";
import { accept, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";
import { consistentThrough, findStatements } from "#app/domain/xapi/index.server.ts";

import type { ExchangeDeps } from "./deps.ts";
import type { ForwardView } from "./forward.ts";
import { findForwards, type KeptForward } from "./forward.store.server.ts";

export type ListForwardsRefusal = { readonly code: "not-officer" };

/** The forwards of a province, and how far behind each of them is. */
export async function listForwards(
  deps: ExchangeDeps,
  actor: Actor,
  input: { readonly provinceId: PlaceId },
): Promise<Result<readonly ForwardView[], ListForwardsRefusal>> {
  const { provinceId } = input;
  if (provincialOffice(actor, provinceId) === null) return refuse({ code: "not-officer" });
  return deps.transact(actor.reach, async (db) => {
    const views: ForwardView[] = [];
    for (const forward of await findForwards(db, provinceId)) {
      // oxlint-disable-next-line no-await-in-loop -- one connection
      views.push(await withLag(db, forward));
    }
    return accept(views);
  });
}

/** How long the oldest waiting statement has waited, by the clock that stored it. */
export async function withLag(db: Db, forward: KeptForward): Promise<ForwardView> {
  const { place, ...view } = forward;
  const until = await consistentThrough(db);
  const { statements } = await findStatements(
    db,
    { until, ascending: true, includeAll: true },
    { limit: 1, after: place },
  );
  const [waiting] = statements;
  const lag = waiting === undefined ? 0 : until.getTime() - waiting.stored.getTime();
  return { ...view, lagSeconds: Math.max(0, Math.round(lag / 1000)) };
}
