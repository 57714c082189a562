import { z } from "zod";

import type { Db } from "#app/db/index.server.ts";
import { PlaceId } from "#app/domain/kernel/index.ts";
import type { Position } from "#app/domain/xapi/index.ts";

import { type Fault, faultText, readFault } from "./fault.ts";
import { Filters } from "./filters.ts";
import type { ForwardState, ForwardView } from "./forward.ts";
import { REMOTE_VERSIONS, type RemoteVersion } from "./remote-store.ts";

export interface NewForward {
  /** The place whose statements go on: a province with all its communes. */
  readonly placeId: PlaceId;
  readonly id: string;
  readonly name: string;
  readonly endpoint: string;
  readonly user: string;
  readonly sealedSecret: Uint8Array;
  readonly version: RemoteVersion;
  readonly filters: Filters;
  readonly from: Position;
  readonly createdAt: Date;
}

/** False, and nothing written, when there is one of that id. */
export async function insertForward(db: Db, forward: NewForward): Promise<boolean> {
  const { placeId, filters, from, sealedSecret, ...rest } = forward;
  const { count } = await db.xapiForward.createMany({
    data: {
      ...rest,
      ...from,
      communeId: placeId,
      sealedSecret: Buffer.from(sealedSecret),
      filters: JSON.stringify(filters),
    },
    skipDuplicates: true,
  });
  return count === 1;
}

/** A forward in the hands of one worker. */
export interface HeldForward {
  readonly placeId: PlaceId;
  readonly id: string;
  readonly endpoint: string;
  readonly user: string;
  readonly sealedSecret: Uint8Array;
  readonly version: RemoteVersion;
  readonly filters: Filters;
  readonly reached: Position;
  readonly failures: number;
  /** Until when it is held: by this very instant a worker shows that it still is. */
  readonly heldUntil: Date;
}

interface HeldRow {
  readonly commune_id: string;
  readonly id: string;
  readonly endpoint: string;
  readonly user: string;
  readonly sealed_secret: Uint8Array;
  readonly version: string;
  readonly filters: string;
  readonly stored: Date;
  readonly sequence: bigint;
  readonly failures: number;
}

/** Takes the forward that has been due longest and that nobody holds; null when there is none. */
export async function claimDueForward(
  db: Db,
  now: Date,
  heldUntil: Date,
): Promise<HeldForward | null> {
  const [row] = await db.$queryRaw<HeldRow[]>`
    UPDATE xapi_forward f SET held_until = ${heldUntil}::timestamptz
    FROM (
      SELECT commune_id, id FROM xapi_forward
      WHERE removed_at IS NULL AND paused_at IS NULL
        AND (held_until IS NULL OR held_until <= ${now}::timestamptz)
        AND (try_at IS NULL OR try_at <= ${now}::timestamptz)
      ORDER BY try_at NULLS FIRST, id
      LIMIT 1 FOR UPDATE SKIP LOCKED
    ) due
    WHERE f.commune_id = due.commune_id AND f.id = due.id
    RETURNING f.commune_id, f.id, f.endpoint, f."user", f.sealed_secret, f.version, f.filters,
      f.stored, f.sequence, f.failures`;
  if (row === undefined) return null;
  return {
    placeId: PlaceId.parse(row.commune_id),
    id: row.id,
    endpoint: row.endpoint,
    user: row.user,
    sealedSecret: row.sealed_secret,
    version: Version.parse(row.version),
    filters: readFilters(row.filters),
    reached: { stored: row.stored, sequence: row.sequence },
    failures: row.failures,
    heldUntil,
  };
}

const Version = z.enum(REMOTE_VERSIONS);
const readFilters = (text: string) => Filters.parse(JSON.parse(text));

/** What a turn came to. */
export interface Progress {
  readonly reached: Position;
  readonly sent: number;
  readonly now: Date;
  readonly tryAt: Date;
  /** Null when nothing failed. */
  readonly failure: { readonly failures: number; readonly fault: Fault } | null;
}

/** Lets go of a forward with what was done; false, and nothing written, when another worker has it by now. */
export async function releaseForward(
  db: Db,
  held: HeldForward,
  progress: Progress,
): Promise<boolean> {
  const { reached, sent, now, tryAt, failure } = progress;
  const { count } = await db.xapiForward.updateMany({
    where: { communeId: held.placeId, id: held.id, heldUntil: held.heldUntil },
    data: {
      ...reached,
      heldUntil: null,
      tryAt,
      sent: { increment: sent },
      ...(sent === 0 ? {} : { lastSentAt: now }),
      failures: failure?.failures ?? 0,
      lastFault: failure === null ? null : faultText(failure.fault),
    },
  });
  return count === 1;
}

/** Places whose statements a forward of this place sends. */
export async function placesWithin(db: Db, placeId: PlaceId): Promise<readonly string[]> {
  const rows = await db.place.findMany({
    where: { kind: "commune", provinceId: placeId },
    select: { id: true },
  });
  return [placeId, ...rows.map(({ id }) => id)];
}

/** A forward as it stands, without what has to be counted. */
export type KeptForward = Omit<ForwardView, "lagSeconds"> & {
  readonly place: Position;
};

/** Forwards of a place that were not removed, the oldest first. */
export async function findForwards(
  db: Db,
  placeId: PlaceId,
  forwardId?: string,
): Promise<readonly KeptForward[]> {
  const rows = await db.xapiForward.findMany({
    where: {
      communeId: placeId,
      removedAt: null,
      ...(forwardId === undefined ? {} : { id: forwardId }),
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const letters = await db.xapiDeadLetter.groupBy({
    by: ["forwardId"],
    where: { communeId: placeId, settledAt: null },
    _count: true,
  });
  const dead = new Map(letters.map(({ forwardId: id, _count }) => [id, _count]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    endpoint: row.endpoint,
    user: row.user,
    version: Version.parse(row.version),
    filters: readFilters(row.filters),
    createdAt: row.createdAt,
    state: stateOf(row),
    reached: row.stored,
    place: { stored: row.stored, sequence: row.sequence },
    sent: Number(row.sent),
    lastSentAt: row.lastSentAt,
    deadLetters: dead.get(row.id) ?? 0,
  }));
}

function stateOf(row: {
  readonly pausedAt: Date | null;
  readonly failures: number;
  readonly lastFault: string | null;
  readonly tryAt: Date | null;
}): ForwardState {
  const { pausedAt, failures, lastFault, tryAt } = row;
  if (pausedAt !== null) return { state: "paused", since: pausedAt };
  if (lastFault === null || tryAt === null) return { state: "running" };
  return { state: "failing", failures, fault: readFault(lastFault), tryAt };
}

/** What an officer does with a forward. */
export type ForwardChange =
  | { readonly pausedAt: Date }
  /** Also to try again at once. */
  | {
      readonly pausedAt: null;
      readonly tryAt: null;
      readonly failures: 0;
      readonly lastFault: null;
    }
  /** Its secret goes with it. */
  | { readonly removedAt: Date; readonly sealedSecret: Buffer<ArrayBuffer> };

/** Changes a forward that stands; its name, or null when there is none. */
export async function changeForward(
  db: Db,
  placeId: PlaceId,
  forwardId: string,
  change: ForwardChange,
): Promise<string | null> {
  const [row] = await db.xapiForward.updateManyAndReturn({
    where: { communeId: placeId, id: forwardId, removedAt: null },
    data: change,
    select: { name: true },
  });
  return row?.name ?? null;
}
