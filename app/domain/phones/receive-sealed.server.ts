import { findActor } from "#app/domain/identity/index.server.ts";
import type { Carried, HandInItem } from "#app/domain/learning/index.ts";

import type { HandInOf, PhonesDeps } from "./deps.ts";
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

type Answered = readonly Pick<EnvelopeReceipt, "id" | "outcome">[];

async function handInBundle(
  deps: ReceiveSealedDeps,
  { phoneId, accountId, items }: Bundle,
  carried: Carried,
): Promise<Answered> {
  const inOrder = items.toSorted((a, b) => a.sequence - b.sequence);
  const actor = await deps.transact("everywhere", (db) =>
    findActor(db, { accountId, helper: null }, deps.now()),
  );
  if (actor === null) return inOrder.map(({ id }) => ({ id, outcome: "closed" }));
  const handIn = (some: readonly HandInItem[]) =>
    deps.handInOf(actor, { phoneId, carried, items: some });
  const together = await tried(deps, () => handIn(inOrder));
  if (together !== null) return together;
  return oneByOne(deps, handIn, inOrder);
}

/** One act that no code of ours can take must not hold up those behind it. */
async function oneByOne(
  deps: ReceiveSealedDeps,
  handIn: (some: readonly HandInItem[]) => ReturnType<HandInOf>,
  items: readonly HandInItem[],
): Promise<Answered> {
  const answered: Pick<EnvelopeReceipt, "id" | "outcome">[] = [];
  for (const item of items) {
    const alone = await tried(deps, () => handIn([item]));
    answered.push(...(alone ?? [{ id: item.id, outcome: "later" as const }]));
  }
  return answered;
}

async function tried<Value>(
  deps: ReceiveSealedDeps,
  act: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await act();
  } catch (error) {
    deps.report(error);
    return null;
  }
}
