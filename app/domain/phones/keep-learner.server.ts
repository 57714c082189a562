import type { Actor } from "#app/domain/identity/index.ts";

import type { PhonesDeps } from "./deps.ts";
import {
  findPhoneLearners,
  insertPhoneToken,
  type PhoneLearner,
  removePhoneLearner,
  savePhoneLearner,
} from "./phone.store.server.ts";
import { tokenHash } from "./token-hash.server.ts";

type LearnerDeps = Pick<PhonesDeps, "transact" | "now">;

/** Her face is shown on this phone from now on. */
export function keepLearner(
  deps: LearnerDeps,
  account: { readonly id: string; readonly communeId: string },
  phoneId: string,
): Promise<void> {
  const { id: accountId, communeId } = account;
  return deps.transact([communeId], (db) =>
    savePhoneLearner(db, { communeId, phoneId, accountId }, deps.now()),
  );
}

/** Who learns on this phone. Whether the phone may know them is the device cookie's word. */
export function listLearners(
  deps: Pick<PhonesDeps, "transact">,
  phoneId: string,
): Promise<readonly PhoneLearner[]> {
  return deps.transact("everywhere", (db) => findPhoneLearners(db, phoneId));
}

/** Her face is no longer shown; what waits on the phone to be sent is still taken. */
export function dropLearner(
  deps: LearnerDeps,
  of: { readonly phoneId: string; readonly accountId: string },
): Promise<void> {
  return deps.transact("everywhere", (db) => removePhoneLearner(db, of, deps.now()));
}

/**
 * A token by which this phone hands in for her what it seals. It opens no page. An earlier one stays in
 * force: work that was sealed with it may still be waiting.
 */
export async function issueToken(
  deps: LearnerDeps & Pick<PhonesDeps, "newSecret">,
  actor: Actor,
  phoneId: string,
): Promise<{ readonly token: string }> {
  const token = deps.newSecret();
  const { accountId, communeId } = actor;
  await deps.transact([communeId], async (db) => {
    const now = deps.now();
    await savePhoneLearner(db, { communeId, phoneId, accountId }, now);
    await insertPhoneToken(db, { communeId, phoneId, accountId }, tokenHash(token), now);
  });
  return { token };
}
