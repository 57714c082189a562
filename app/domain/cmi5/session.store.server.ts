import type { Db } from "#app/db/index.server.ts";
import { PlaceId } from "#app/domain/kernel/index.ts";

import type { SessionState } from "./session.ts";
import { LaunchMode } from "./structure.ts";
import { UNIT_VERBS, type UnitVerb } from "./vocabulary.ts";

/** A launch, as it is kept. */
export interface KeptSession {
  readonly communeId: PlaceId;
  readonly id: string;
  readonly registrationId: string;
  /** The unit's key. */
  readonly unit: string;
  readonly mode: LaunchMode;
  readonly launchedAt: Date;
  readonly expiresAt: Date;
  readonly preferencesReadAt: Date | null;
  readonly verbs: readonly UnitVerb[];
  readonly lastStatementAt: Date | null;
  readonly ending: SessionState["ending"];
  /** Whether the code of the fetch URL was used. */
  readonly isFetched: boolean;
}

interface Row {
  readonly communeId: string;
  readonly id: string;
  readonly registrationId: string;
  readonly unit: string;
  readonly mode: string;
  readonly tokenHash: Uint8Array | null;
  readonly launchedAt: Date;
  readonly expiresAt: Date;
  readonly preferencesReadAt: Date | null;
  readonly verbs: string[];
  readonly lastStatementAt: Date | null;
  readonly ending: string | null;
}

const isUnitVerb = (verb: string): verb is UnitVerb => verb in UNIT_VERBS;

function sessionOf({ tokenHash, ...row }: Row): KeptSession {
  return {
    ...row,
    communeId: PlaceId.parse(row.communeId),
    mode: LaunchMode.parse(row.mode),
    verbs: row.verbs.filter(isUnitVerb),
    ending: row.ending === "terminated" || row.ending === "abandoned" ? row.ending : null,
    isFetched: tokenHash !== null,
  };
}

export async function insertSession(
  db: Db,
  session: Pick<
    KeptSession,
    "communeId" | "id" | "registrationId" | "unit" | "mode" | "launchedAt" | "expiresAt"
  > & { readonly codeHash: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await db.cmi5Session.create({ data: { ...session, verbs: [] } });
}

/** The session of a registration that has not ended, or null. */
export async function findOpenSession(
  db: Db,
  communeId: PlaceId,
  registrationId: string,
): Promise<KeptSession | null> {
  const row = await db.cmi5Session.findFirst({
    where: { communeId, registrationId, endedAt: null },
  });
  return row === null ? null : sessionOf(row);
}

export async function findSession(
  db: Db,
  communeId: PlaceId,
  id: string,
): Promise<KeptSession | null> {
  const row = await db.cmi5Session.findUnique({ where: { communeId_id: { communeId, id } } });
  return row === null ? null : sessionOf(row);
}

export async function findSessionOfCode(
  db: Db,
  codeHash: Uint8Array<ArrayBuffer>,
): Promise<KeptSession | null> {
  const row = await db.cmi5Session.findUnique({ where: { codeHash } });
  return row === null ? null : sessionOf(row);
}

export async function findSessionOfToken(
  db: Db,
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<KeptSession | null> {
  const row = await db.cmi5Session.findUnique({ where: { tokenHash } });
  return row === null ? null : sessionOf(row);
}

/** Gives a session its token; false when it has one, or has ended. */
export async function giveToken(
  db: Db,
  { communeId, id }: KeptSession,
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const { count } = await db.cmi5Session.updateMany({
    where: { communeId, id, tokenHash: null, endedAt: null },
    data: { tokenHash },
  });
  return count === 1;
}

export async function notePreferencesRead(
  db: Db,
  communeId: PlaceId,
  id: string,
  at: Date,
): Promise<void> {
  await db.cmi5Session.updateMany({
    where: { communeId, id, preferencesReadAt: null },
    data: { preferencesReadAt: at },
  });
}

/** Writes where the session stands after statements of its unit, or how it ended. */
export async function saveSession(
  db: Db,
  { communeId, id }: Pick<KeptSession, "communeId" | "id">,
  moved: {
    readonly verbs: readonly UnitVerb[];
    readonly lastStatementAt: Date | null;
    readonly ending: SessionState["ending"];
    readonly at: Date;
  },
): Promise<void> {
  await db.cmi5Session.update({
    where: { communeId_id: { communeId, id } },
    data: {
      verbs: [...moved.verbs],
      lastStatementAt: moved.lastStatementAt,
      ending: moved.ending,
      endedAt: moved.ending === null ? null : moved.at,
    },
  });
}
