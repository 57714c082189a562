import type { Transact } from "#app/db/index.server.ts";
import { type Actor, provincialOffice } from "#app/domain/identity/index.ts";
import {
  accept,
  canonicalJson,
  type Clock,
  dayOf,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";
import { agentKey } from "#app/domain/xapi/index.ts";
import { findStatements } from "#app/domain/xapi/index.server.ts";

import { countByDay } from "./client-activity.store.server.ts";
import { type ClientLine, type DayCount, daysUntil, startOf } from "./client.ts";
import { findClient } from "./client.store.server.ts";
import { placesOfDesk } from "./desk-places.store.server.ts";
import { logAccess } from "./access-log.store.server.ts";
import { linesOf } from "./record-lines.server.ts";
import type { RecordPage } from "./records.ts";

export type ReadClientRefusal =
  { readonly code: "not-officer" } | { readonly code: "client-unknown" };

const DAYS = 30;
const LATEST = 20;

/** A client, what it sent on each of the last thirty days, and its latest statements; showing them is logged. */
export async function readClient(
  deps: Clock & { readonly transact: Transact; readonly baseIri: string },
  actor: Actor,
  input: { readonly provinceId: PlaceId; readonly clientId: string },
): Promise<
  Result<
    {
      readonly client: ClientLine;
      /** The oldest first; every day is there. */
      readonly days: readonly DayCount[];
      readonly latest: Omit<RecordPage, "more">;
    },
    ReadClientRefusal
  >
> {
  const { provinceId, clientId } = input;
  const office = provincialOffice(actor, provinceId);
  if (office === null) return refuse({ code: "not-officer" });
  const desk = { kind: "province" as const, placeId: provinceId };
  const places = await deps.transact([], (db) => placesOfDesk(db, desk));
  const now = deps.now();
  return deps.transact([...places.keys()], async (db) => {
    const client = await findClient(db, input, now);
    if (client === null) return refuse({ code: "client-unknown" });
    const authority = authorityOf(client, deps.baseIri);
    const days = daysUntil(dayOf(now), DAYS);
    const [first] = days;
    const counts = await countByDay(db, authority, first === undefined ? now : startOf(first));
    const sent = await findStatements(
      db,
      {
        agent: authority.agentKey,
        relatedAgents: true,
        authority: authority.agent,
        includeAll: true,
      },
      { limit: LATEST },
    );
    const { lines, names, persons } = await linesOf(db, deps.baseIri, places, sent.statements);
    const looked = { at: "client" as const, clientId };
    await logAccess(db, { placeId: provinceId, actor, office, at: now, looked, persons });
    return accept({
      client,
      days: days.map((day) => ({
        day,
        statements: counts.find((counted) => counted.day === day)?.statements ?? 0,
      })),
      latest: { lines, names },
    });
  });
}

/** What a client's statements are vouched for by, as the record store writes it. */
function authorityOf(client: ClientLine, baseIri: string) {
  const agent = {
    objectType: "Agent" as const,
    name: client.name,
    account: { homePage: baseIri, name: `client:${client.clientId}` },
  };
  return { agentKey: agentKey(agent), agent: canonicalJson(agent) };
}
