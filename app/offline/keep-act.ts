import type { HandInAct } from "#app/domain/learning/index.ts";
import type { Envelope, SealedContent, SealKey } from "#app/domain/phones/index.ts";

import type { OwnPart } from "./own-part.ts";
import type { Locked } from "./pin-lock.ts";
import type { PhonePort, Profile } from "./phone-port.ts";

export interface KeepDeps {
  readonly port: Pick<PhonePort, "readProfile" | "commit" | "nextSequence" | "readSending">;
  /** The phone's clock. */
  readonly now: () => Date;
  readonly newId: () => string;
  readonly seal: (key: SealKey, content: SealedContent) => Promise<Envelope>;
  readonly lock: (key: CryptoKey, own: OwnPart) => Promise<Locked>;
  readonly unlock: (key: CryptoKey, locked: Locked) => Promise<OwnPart | null>;
}

/** A change of what is hers, and what of it the server is to know. */
export interface Change<Value> {
  readonly own: OwnPart;
  readonly act: HandInAct | null;
  readonly value: Value;
}

/** What an act is marked with on the phone. */
export interface Stamp {
  readonly itemId: string;
  readonly at: Date;
}

const TRIES = 8;

/**
 * Changes what is hers on this phone. What the server is to know is sealed and queued in the very
 * transaction of the change: either both stand, or neither, and she is told. Null: nobody learns here now.
 */
export async function keepAct<Value>(
  deps: KeepDeps,
  opened: { readonly accountId: string; readonly key: CryptoKey },
  change: (own: OwnPart, stamp: Stamp) => Change<Value>,
): Promise<{ readonly value: Value } | null> {
  for (let turn = 0; turn < TRIES; turn += 1) {
    const profile = await deps.port.readProfile(opened.accountId);
    if (profile === null || profile.own === null) return null;
    const own = await deps.unlock(opened.key, profile.own);
    if (own === null) return null;
    const stamp = { itemId: deps.newId(), at: deps.now() };
    const changed = change(own, stamp);
    if (changed.own === own && changed.act === null) return { value: changed.value };
    const envelope =
      changed.act === null ? null : await sealed(deps, own, { ...stamp, act: changed.act });
    const next: Profile = {
      ...profile,
      own: await deps.lock(opened.key, changed.own),
      revision: profile.revision + 1,
    };
    if (await deps.port.commit(next, envelope)) return { value: changed.value };
  }
  throw new Error("what is kept of a learner changes faster than it can be written");
}

async function sealed(
  { port, seal }: KeepDeps,
  { token, sealKey, helper }: OwnPart,
  { itemId, at, act }: Stamp & { readonly act: HandInAct },
): Promise<Envelope> {
  const sequence = await port.nextSequence();
  const { offsetMs } = await port.readSending();
  const phoneTime = at.toISOString();
  return seal(sealKey, {
    token,
    item: { id: itemId, sequence, phoneTime, offsetMs, helper, act },
  });
}
