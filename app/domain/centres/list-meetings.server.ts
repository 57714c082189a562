import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import { teachingOffices } from "./access.ts";
import type { CentresDeps } from "./deps.ts";
import type { Meeting } from "./meeting.ts";
import { countClosed, findMeetings, type TeachingReach } from "./meeting.store.server.ts";

export interface MeetingsPage {
  readonly open: readonly Meeting[];
  /** The newest first. */
  readonly closed: readonly Meeting[];
  readonly found: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

const PAGE = 20;
const OPEN_AT_MOST = 50;

/** Classes at the places where somebody leads them, those of colleagues there too. */
export async function listMeetings(
  deps: Pick<CentresDeps, "transact">,
  actor: Actor,
  input: { readonly page: number },
): Promise<Result<MeetingsPage, { readonly code: "no-office" }>> {
  const offices = teachingOffices(actor);
  if (offices.length === 0) return refuse({ code: "no-office" });
  const within: TeachingReach = {
    placeIds: offices.map(({ placeId }) => placeId),
    communeIds: offices.flatMap(({ placeId, communeId }) =>
      placeId === communeId ? [communeId] : [],
    ),
  };
  return deps.transact(actor.reach, async (db) => {
    const found = await countClosed(db, within);
    const pages = Math.max(1, Math.ceil(found / PAGE));
    const page = Math.min(Math.max(1, input.page), pages);
    const past = { open: false, limit: PAGE, offset: (page - 1) * PAGE };
    return accept({
      open: await findMeetings(db, within, { open: true, limit: OPEN_AT_MOST, offset: 0 }),
      closed: await findMeetings(db, within, past),
      found,
      page,
      pages,
    });
  });
}
