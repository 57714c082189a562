import { dayOf } from "#app/domain/kernel/index.ts";

import type { GuidanceDeps, Push, PushOutcome } from "./deps.ts";
import { findPlanWeeks } from "./read-plan.server.ts";
import { dueHours, isReminderDue, startOfToday } from "./reminder.ts";
import {
  claimSubscription,
  findWaiting,
  forgetSubscription,
  type Waiting,
} from "./subscription.store.server.ts";

/** What was done with the phones that were due. */
export type RemindersSent = Readonly<Record<PushOutcome, number>>;

/**
 * Reminds whoever planned to learn at this hour, each phone once a day at most, and nobody in a week
 * of rest or whose week's goal is reached. Several products on one database share the work.
 * @param text says nothing of anybody: a neighbour may hold the phone
 */
export async function sendReminders(
  deps: Pick<GuidanceDeps, "transact" | "now"> & { readonly push: Push },
  text: string,
): Promise<RemindersSent> {
  const now = deps.now();
  const since = startOfToday(now);
  const waiting = await deps.transact("everywhere", (db) => findWaiting(db, since, dueHours(now)));
  const sent = { sent: 0, gone: 0, failed: 0 };
  for (const phone of waiting) {
    // One after another: reminders are not urgent, learners' pages are.
    // oxlint-disable-next-line no-await-in-loop
    if (!(await isClaimed(deps, phone, since, now))) continue;
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await deps.push.send(phone, text);
    sent[outcome] += 1;
    // oxlint-disable-next-line no-await-in-loop
    if (outcome === "gone") await forget(deps, phone);
  }
  return sent;
}

/** Claimed before it is sent: a reminder that gets lost is better than two. */
function isClaimed(
  deps: Pick<GuidanceDeps, "transact">,
  phone: Waiting,
  since: Date,
  now: Date,
): Promise<boolean> {
  return deps.transact([phone.communeId], async (db) => {
    const { plan, weeks } = await findPlanWeeks(db, phone, dayOf(now));
    if (plan === null || !isReminderDue(plan, weeks.at(-1), now)) return false;
    return claimSubscription(db, phone, { since, now });
  });
}

function forget(deps: Pick<GuidanceDeps, "transact">, phone: Waiting): Promise<void> {
  return deps.transact([phone.communeId], (db) => forgetSubscription(db, phone));
}
