import type { Actor } from "#app/domain/identity/index.ts";
import { accept, type Result } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";
import { findPlace } from "#app/domain/places/index.server.ts";

import type { CentresDeps } from "./deps.ts";
import { findLed, type NotYours } from "./held-meeting.server.ts";
import type { Meeting } from "./meeting.ts";
import { findPresent } from "./roll.store.server.ts";

/** What the list to be signed at a class says. */
export interface AttendanceSheet {
  readonly meeting: Meeting;
  readonly communeName: string;
  readonly rows: readonly {
    readonly fullName: string;
    readonly birthYear: number | null;
    readonly villageName: string;
  }[];
}

/** Everybody who was marked present, for a paper with room for signatures. */
export async function readAttendanceSheet(
  deps: Pick<CentresDeps, "transact">,
  actor: Actor,
  input: { readonly meetingId: string },
): Promise<Result<AttendanceSheet, NotYours>> {
  return deps.transact(actor.reach, async (db) => {
    const led = await findLed(db, actor, input.meetingId);
    if (!led.ok) return led;
    const { meeting } = led.value;
    const place = await findPlace(db, meeting.communeId);
    const present = await findPresent(db, meeting);
    return accept({
      meeting,
      communeName: place === null ? "" : placeTitle(place),
      rows: present.map(({ fullName, birthYear, villageName }) => ({
        fullName,
        birthYear,
        villageName,
      })),
    });
  });
}
