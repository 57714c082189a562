import type { Db } from "#app/db/index.server.ts";
import type { Clock, PlaceId } from "#app/domain/kernel/index.ts";
import { agentKey, type DocumentOwner, type RecordClient } from "#app/domain/xapi/index.ts";
import { writeDocument } from "#app/domain/xapi/index.server.ts";

import { poolOf } from "./keep.store.server.ts";
import { platformAgent } from "./names.ts";
import { FIRST_PREFERENCES } from "./preferences.ts";
import type { SessionFrame } from "./session.ts";
import { LAUNCH_DATA, LEARNER_PREFERENCES } from "./vocabulary.ts";

/**
 * Keeps what a unit reads before its first statement: its launch data (§10), and the learner's
 * preferences (§11) where there are none. In the caller's transaction.
 */
export async function keepLaunchDocuments(
  db: Db,
  deps: Clock & { readonly baseIri: string },
  communeId: PlaceId,
  frame: SessionFrame,
  launchData: Readonly<Record<string, unknown>>,
): Promise<void> {
  const agent = agentKey({ objectType: "Agent", account: frame.actor });
  const state: DocumentOwner = {
    kind: "state",
    activityId: frame.activityId,
    agentKey: agent,
    registration: frame.registration,
  };
  const profile: DocumentOwner = {
    kind: "agent_profile",
    activityId: null,
    agentKey: agent,
    registration: null,
  };
  const write = (owner: DocumentOwner, documentId: string, value: unknown, isFirst: boolean) =>
    writeDocument({ ...deps, sql: poolOf(db) }, product(communeId, deps.baseIri), {
      owner,
      documentId,
      sent: {
        content: Buffer.from(JSON.stringify(value)),
        contentType: "application/json",
      },
      how: "replace",
      guarded: false,
      demanding: false,
      preconditions: { ifMatch: undefined, ifNoneMatch: isFirst ? "*" : undefined },
    });

  const kept = await write(state, LAUNCH_DATA, launchData, false);
  if (!kept.ok) throw new Error(`launch data was refused: ${kept.refusal.code}`);
  // Refused where there are some: they are hers.
  await write(profile, LEARNER_PREFERENCES, FIRST_PREFERENCES, true);
}

/** The product itself as a client of the record store. */
function product(communeId: PlaceId, baseIri: string): RecordClient {
  return {
    id: "nep-hoc",
    authority: platformAgent(baseIri),
    placeId: communeId,
    reach: [communeId],
    scopes: new Set(["all"]),
    requestsPerMinute: Number.MAX_SAFE_INTEGER,
  };
}
