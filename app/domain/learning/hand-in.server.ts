import type { Actor } from "#app/domain/identity/index.ts";

import { applyItem, type HandInDeps } from "./apply-item.server.ts";
import type { Carried, HandInItem, HandInReceipt } from "./hand-in.ts";
import { findEntry, insertEntry, lockItem } from "./hand-in.store.server.ts";
import { idOf } from "./learning-statements.ts";
import { attemptIdOf } from "./tries.ts";

export interface HandInInput {
  /** Of the phone on which it was done. */
  readonly phoneId: string;
  readonly carried: Carried;
  readonly items: readonly HandInItem[];
}

/**
 * Takes over what a person did on a phone without signal, act by act in the order of the phone's
 * count. Each act is a transaction of its own and counts once by its id, however often and from
 * wherever it comes; one that fails stops no other. Whoever has a receipt may forget the act: it is in
 * the record or, as `set-aside`, in the ledger. An act without a receipt is to be sent again.
 */
export async function handIn(
  deps: HandInDeps & {
    /** Told of what went wrong with an act that gets no receipt. */
    readonly report?: (error: unknown) => void;
  },
  actor: Actor,
  { items, ...how }: HandInInput,
): Promise<readonly HandInReceipt[]> {
  const receipts: HandInReceipt[] = [];
  const faults: unknown[] = [];
  const inOrder = items.toSorted((a, b) => a.sequence - b.sequence || (a.id < b.id ? -1 : 1));
  for (const item of inOrder) {
    try {
      receipts.push(await handInOne(deps, actor, { ...how, item }));
    } catch (error) {
      faults.push(error);
      deps.report?.(error);
    }
  }
  if (receipts.length === 0 && faults.length > 0) throw faults[0];
  return receipts;
}

async function handInOne(
  deps: HandInDeps,
  actor: Actor,
  { item, phoneId, carried }: Omit<HandInInput, "items"> & { readonly item: HandInItem },
): Promise<HandInReceipt> {
  const { id } = item;
  const { communeId, personId, accountId } = actor;
  return deps.transact(actor.reach, async (db): Promise<HandInReceipt> => {
    await lockItem(db, id);
    const first = await findEntry(db, communeId, id);
    const isForeign = first !== null && first.personId !== personId;
    const key = isForeign ? foreignKey(id, accountId) : id;
    const known = isForeign ? await findEntry(db, communeId, key) : first;
    if (known !== null) {
      const again = await findEntry(db, communeId, secondKey(key));
      return receiptAgain(actor, item, (again ?? known).outcome);
    }

    const receivedAt = deps.now();
    const learner = { communeId, personId, accountId, helper: item.helper };
    const entry = { communeId, personId, accountId, id: key, phoneId, carried, receivedAt, item };
    if (isForeign) {
      // Whose it is stands in the ledger already; this copy is kept, and counts for nobody.
      await insertEntry(db, { ...entry, happenedAt: receivedAt, outcome: "set-aside" });
      return { id, outcome: "set-aside", attemptId: null };
    }
    const { outcome, attemptId, happenedAt } = await applyItem(db, deps, {
      learner,
      item,
      receivedAt,
    });
    await insertEntry(db, { ...entry, happenedAt, outcome });
    return { id, outcome, attemptId };
  });
}

/** Where the ledger keeps an act whose name is another person's. */
function foreignKey(id: string, accountId: string): string {
  return idOf("hand-in of another", id, accountId);
}

/** Where the ledger keeps what became, later, of an act that was set aside. */
export function secondKey(id: string): string {
  return idOf("hand-in again", id);
}

function receiptAgain(
  { accountId }: Pick<Actor, "accountId">,
  { id, act }: HandInItem,
  outcome: HandInReceipt["outcome"],
): HandInReceipt {
  const attemptId = act.kind === "quiz" ? attemptIdOf(accountId, act.token) : null;
  switch (outcome) {
    case "recorded":
    case "same":
      return { id, outcome: "same", attemptId };
    case "already-judged":
      return { id, outcome, attemptId };
    case "set-aside":
      return { id, outcome, attemptId: null };
  }
}
