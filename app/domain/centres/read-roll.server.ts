import type { Actor } from "#app/domain/identity/index.ts";
import { accept, type Result, searchPatterns } from "#app/domain/kernel/index.ts";

import type { CentresDeps } from "./deps.ts";
import { findLed, type NotYours } from "./held-meeting.server.ts";
import type { Meeting, RollPerson } from "./meeting.ts";
import { findLastScanned, findPresent, findRollRows, type RollRow } from "./roll.store.server.ts";

export interface Roll {
  readonly meeting: Meeting;
  readonly present: readonly RollPerson[];
  /** Who may be marked, present or not: of the village, or of the whole commune when looked for by name. */
  readonly people: readonly RollPerson[];
  readonly found: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Name of whoever's card was read last; null when none was. */
  readonly lastScanned: string | null;
}

const PAGE = 30;

/** The roll of a class: who is there, and a page of those who may be. A list is daily work and is not logged. */
export async function readRoll(
  deps: Pick<CentresDeps, "transact">,
  actor: Actor,
  input: { readonly meetingId: string; readonly search: string; readonly page: number },
): Promise<Result<Roll, NotYours>> {
  return deps.transact(actor.reach, async (db) => {
    const led = await findLed(db, actor, input.meetingId);
    if (!led.ok) return led;
    const { meeting } = led.value;
    const { search } = input;
    const isSearched = searchPatterns(search).length > 0;
    const everywhere = isSearched || meeting.placeId === meeting.communeId;
    const asked = {
      villageId: everywhere ? null : meeting.placeId,
      search,
      presentOnly: false,
      without: [meeting.promoterId, actor.personId],
    };
    const ask = (page: number) =>
      findRollRows(db, meeting, { ...asked, limit: PAGE, offset: (page - 1) * PAGE });
    const first = await ask(1);
    const pages = Math.max(1, Math.ceil(first.found / PAGE));
    const page = Math.min(Math.max(1, input.page), pages);
    const part = page === 1 ? first : await ask(page);
    const there = await findPresent(db, meeting);
    const lastScanned = await findLastScanned(db, meeting);
    const shown = [...new Map([...there, ...part.rows].map((row) => [row.personId, row])).values()];
    const told = (row: RollRow) => rollPerson(row, meeting, shown);
    return accept({
      meeting,
      present: there.map(told),
      people: part.rows.map(told),
      found: first.found,
      page,
      pages,
      lastScanned: there.find(({ personId }) => personId === lastScanned)?.fullName ?? null,
    });
  });
}

function rollPerson(row: RollRow, { placeId }: Meeting, shown: readonly RollRow[]): RollPerson {
  const { personId, fullName, namesakeKey, picture, present } = row;
  const namesake = shown.some(
    (other) => other.personId !== personId && other.namesakeKey === namesakeKey,
  );
  return {
    personId,
    fullName,
    namesake,
    birthYear: namesake ? row.birthYear : null,
    villageName: row.villageId === placeId ? null : row.villageName,
    picture,
    present,
  };
}
