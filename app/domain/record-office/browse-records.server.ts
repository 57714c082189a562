import type { Db, Transact } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import {
  accept,
  type AccountId,
  type Clock,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";
import { agentKey } from "#app/domain/xapi/index.ts";
import { findStatements } from "#app/domain/xapi/index.server.ts";

import { endOf, startOf } from "./client.ts";
import { type Desk, deskOffice } from "./desk.ts";
import { placesOfDesk } from "./desk-places.store.server.ts";
import { logAccess } from "./access-log.store.server.ts";
import { linesOf } from "./record-lines.server.ts";
import type { Place, RecordFilter, RecordPage, Resident } from "./records.ts";
import { findResident } from "./resident.store.server.ts";
import { KNOWN_VERBS } from "./verbs.ts";
import { findVoided } from "./voided.store.server.ts";

export type BrowseRecordsRefusal =
  | { readonly code: "not-official" }
  /** Nobody within reach, or nobody any more. */
  | { readonly code: "person-unknown" };

const PAGE = 50;

/** Statements within a desk's reach, the newest first; that they were shown is logged. */
export async function browseRecords(
  deps: Clock & { readonly transact: Transact; readonly baseIri: string },
  actor: Actor,
  input: { readonly desk: Desk; readonly filter: RecordFilter; readonly after: Place | null },
): Promise<Result<RecordPage & { readonly person: Resident | null }, BrowseRecordsRefusal>> {
  const { desk, filter, after } = input;
  const office = deskOffice(actor, desk);
  if (office === null) return refuse({ code: "not-official" });
  const places = await deps.transact([], (db) => placesOfDesk(db, desk));
  const at = deps.now();
  return deps.transact([...places.keys()], async (db) => {
    const person = filter.personId === null ? null : await findResident(db, filter.personId);
    if (filter.personId !== null && person === null) return refuse({ code: "person-unknown" });

    const asked = { desk, filter, accountId: person?.accountId ?? null };
    const found = await search(db, deps.baseIri, asked, after);
    const { lines, names, persons } = await linesOf(db, deps.baseIri, places, found.statements);
    await logAccess(db, {
      placeId: desk.placeId,
      actor,
      office,
      at,
      looked: { at: "list", filter },
      // Whom the filter names is named by the page, whatever was found.
      persons: Math.max(persons, person === null ? 0 : 1),
    });
    return accept({ lines, names, more: found.more, person: person?.resident ?? null });
  });
}

function search(
  db: Db,
  baseIri: string,
  asked: {
    readonly desk: Desk;
    readonly filter: RecordFilter;
    readonly accountId: AccountId | null;
  },
  after: Place | null,
) {
  const { desk, filter, accountId } = asked;
  const { verb, activity, from, to } = filter;
  const query = {
    ...communeOf(desk),
    ...(accountId === null
      ? {}
      : { agent: agentKey({ account: { homePage: baseIri, name: accountId } }) }),
    ...(verb === null ? {} : { verb: KNOWN_VERBS[verb] }),
    ...(activity === null ? {} : { activity, relatedActivities: true }),
    // `since` leaves its own instant out, `until` takes it in.
    ...(from === null ? {} : { since: millisecondBefore(startOf(from)) }),
    ...(to === null ? {} : { until: millisecondBefore(endOf(to)) }),
    includeAll: true,
  };
  const page = { limit: PAGE, ...(after === null ? {} : { after }) };
  return filter.voidedOnly ? findVoided(db, query, page) : findStatements(db, query, page);
}

function communeOf({ kind, placeId }: Desk): { readonly communeId?: PlaceId } {
  return kind === "commune" ? { communeId: placeId } : {};
}

function millisecondBefore(instant: Date): Date {
  return new Date(instant.getTime() - 1);
}
