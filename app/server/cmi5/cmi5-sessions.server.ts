import { type Cmi5Deps, documentViolation, isPreferencesReading } from "#app/domain/cmi5/index.ts";
import {
  findSessionByToken,
  notePreferences,
  recordSessionStatements,
  type SessionGrant,
} from "#app/domain/cmi5/index.server.ts";
import { refuse } from "#app/domain/kernel/index.ts";
import type { RecordClient } from "#app/domain/xapi/index.ts";

import type { Resources } from "#app/server/xapi/resources.server.ts";

/** What the record store asks about clients that are launched sessions. */
export interface Cmi5Sessions extends Pick<Resources, "sessionDocuments"> {
  readonly findSession: (credentials: string) => Promise<RecordClient | null>;
  readonly receive: NonNullable<Resources["receive"]>;
}

export function openCmi5Sessions(deps: Cmi5Deps): Cmi5Sessions {
  const grants = new WeakMap<RecordClient, SessionGrant>();
  return {
    async findSession(credentials) {
      const found = await findSessionByToken(deps, credentials);
      if (!found.ok) return null;
      grants.set(found.value.client, found.value);
      return found.value.client;
    },
    receive(client, batch) {
      const grant = grants.get(client);
      return grant === undefined ? null : receive(deps, grant, batch);
    },
    sessionDocuments: {
      whyRefused(client, request) {
        const violation = grants.has(client) ? documentViolation(request) : null;
        return violation === null ? null : `${violation.requirement}: ${violation.fault}`;
      },
      async noteReading(client, request) {
        const grant = grants.get(client);
        if (grant !== undefined && isPreferencesReading(request))
          await notePreferences(deps, grant);
      },
    },
  };
}

async function receive(
  deps: Cmi5Deps,
  grant: SessionGrant,
  batch: Parameters<typeof recordSessionStatements>[2],
) {
  const recorded = await recordSessionStatements(deps, grant, batch);
  if (recorded.ok) return recorded;
  switch (recorded.refusal.code) {
    case "conflict":
      return refuse(recorded.refusal);
    case "violation": {
      const { requirement, fault } = recorded.refusal;
      return refuse({ code: "forbidden" as const, why: `${requirement}: ${fault}` });
    }
  }
}
