import { z } from "zod";

import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { GuidanceDeps, Push } from "./deps.ts";
import {
  countSubscriptions,
  keepSubscription,
  removeSubscriptions,
} from "./subscription.store.server.ts";

/** What a browser tells of its subscription: an uncompressed point of P-256 and 16 bytes, base64url. */
const Subscription = z.object({
  endpoint: z.url().max(1000),
  p256dh: z.string().regex(/^[\w-]{87}$/u),
  auth: z.string().regex(/^[\w-]{22}$/u),
});

const PHONES_AT_MOST = 4;

export type SubscribeRemindersRefusal =
  { readonly code: "unreadable" } | { readonly code: "address-refused" };

/** This phone is to remind her, and nobody else any more. */
export async function subscribeReminders(
  deps: Pick<GuidanceDeps, "transact" | "now" | "newId"> & { readonly push: Push },
  actor: Actor,
  sent: Readonly<Record<keyof z.infer<typeof Subscription>, string>>,
): Promise<Result<null, SubscribeRemindersRefusal>> {
  const padless = { ...sent, p256dh: withoutPadding(sent.p256dh), auth: withoutPadding(sent.auth) };
  const read = Subscription.safeParse(padless);
  if (!read.success) return refuse({ code: "unreadable" });
  if (!deps.push.mayReach(read.data.endpoint)) return refuse({ code: "address-refused" });
  const subscription = { ...read.data, id: deps.newId(), createdAt: deps.now() };
  await deps.transact("everywhere", (db) =>
    keepSubscription(db, actor, subscription, PHONES_AT_MOST),
  );
  return accept(null);
}

function withoutPadding(text: string): string {
  return text.replace(/=+$/u, "");
}

/** One phone of hers, or all, remind her no more. */
export function unsubscribeReminders(
  deps: Pick<GuidanceDeps, "transact">,
  actor: Actor,
  { endpoint }: { readonly endpoint: string | null },
): Promise<void> {
  return deps.transact(actor.reach, (db) => removeSubscriptions(db, actor, endpoint));
}

/** How many phones remind her. */
export function countReminded(deps: Pick<GuidanceDeps, "transact">, actor: Actor): Promise<number> {
  return deps.transact(actor.reach, (db) => countSubscriptions(db, actor));
}
