import { findActor } from "#app/domain/identity/index.server.ts";
import type { Carried, HandInItem } from "#app/domain/learning/index.ts";

import type { PhonesDeps } from "./deps.ts";
import { type Envelope, type EnvelopeReceipt, SealedContent } from "./envelope.ts";
import { findPhoneTokens } from "./phone.store.server.ts";
import { tokenHash } from "./token-hash.server.ts";

export type ReceiveSealedDeps = Pick<
  PhonesDeps,
  "transact" | "now" | "openSealed" | "handInOf" | "report"
>;

/** Acts of one learner from one phone. */
interface Bundle {
  readonly phoneId: string;
  readonly accountId: string;
  readonly items: HandInItem[];
}

/**
 * Opens what phones sealed and hands it in for those who did it. It takes no actor: each envelope
 * carries a token that its phone was given for its learner, and whoever brings it can neither read nor
 * change it. Every envelope gets one answer, in the order in which they were given.
 */
export async function receiveSealed(
  deps: ReceiveSealedDeps,
  { carried, envelopes }: { readonly carried: Carried; readonly envelopes: readonly Envelope[] },
): Promise<readonly EnvelopeReceipt[]> {
  const outcomes = new Map<string, EnvelopeReceipt["outcome"]>();
  for (const bundle of await bundlesOf(deps, envelopes)) {
    // An act that gets no receipt is to be sent again.
    for (const { id } of bundle.items) outcomes.set(id, "later");
    for (const { id, outcome } of await handInBundle(deps, bundle, carried)) {
      outcomes.set(id, outcome);
    }
  }
  return envelopes.map(({ id }) => ({ id, outcome: outcomes.get(id) ?? "unreadable" }));
}

async function bundlesOf(
  deps: ReceiveSealedDeps,
  envelopes: readonly Envelope[],
): Promise<readonly Bundle[]> {
  const opened: SealedContent[] = [];
  for (const { id, sealed } of envelopes) {
    const content = SealedContent.safeParse(await deps.openSealed(sealed));
    // Named otherwise on the outside, it would be receipted for something else.
    if (content.success && content.data.item.id === id) opened.push(content.data);
  }
  const hashes = new Map(opened.map(({ token }) => [token, tokenHash(token)]));
  if (hashes.size === 0) return [];
  const found = await deps.transact("everywhere", (db) =>
    findPhoneTokens(db, [...hashes.values()]),
  );
  const bundles = new Map<string, Bundle>();
  for (const { token, item } of opened) {
    const hash = Buffer.from(hashes.get(token) ?? []).toString("hex");
    const owner = found.find((each) => each.hash === hash);
    if (owner === undefined) continue;
    const { phoneId, accountId } = owner;
    const key = `${phoneId} ${accountId}`;
    const bundle = bundles.get(key) ?? { phoneId, accountId, items: [] };
    bundle.items.push(item);
    bundles.set(key, bundle);
  }
  return [...bundles.values()];
}

async function handInBundle(
  deps: ReceiveSealedDeps,
  { phoneId, accountId, items }: Bundle,
  carried: Carried,
): Promise<readonly EnvelopeReceipt[]> {
  const actor = await deps.transact("everywhere", (db) =>
    findActor(db, { accountId, helper: null }, deps.now()),
  );
  if (actor === null) return items.map(({ id }) => ({ id, outcome: "closed" }));
  try {
    return await deps.handInOf(actor, { phoneId, carried, items });
  } catch (error) {
    // What one learner did must not hold up what the others on the phone did.
    deps.report(error);
    return [];
  }
}
