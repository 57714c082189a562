import type { Db } from "#app/db/index.server.ts";
import type { AccountId, PersonId, PlaceId } from "#app/domain/kernel/index.ts";

import type { Cmi5Deps, KeptVersion } from "./deps.ts";
import {
  findRegistrationById,
  insertRegistration,
  type Registration,
} from "./registration.store.server.ts";
import { settle } from "./settle.server.ts";

/**
 * Registers a learner in a version and says at once what asks nothing of her (§9.6.1: moveOn is
 * evaluated at registration). The caller has locked the learner.
 */
export async function registerLearner(
  db: Db,
  deps: Cmi5Deps,
  learner: {
    readonly communeId: PlaceId;
    readonly personId: PersonId;
    readonly accountId: AccountId;
  },
  version: KeptVersion,
): Promise<Registration> {
  const { communeId, personId, accountId } = learner;
  const registration: Registration = {
    communeId,
    personId,
    accountId,
    id: deps.newId(),
    packageId: version.packageId,
    versionId: version.id,
    createdAt: deps.now(),
    satisfiedBlocks: [],
    satisfiedAt: null,
  };
  await insertRegistration(db, registration);
  await settle(db, deps, registration, version, { sessionId: deps.newId(), facts: [] });
  return (await findRegistrationById(db, communeId, registration.id)) ?? registration;
}
