import { sendReminders } from "#app/domain/guidance/index.server.ts";
import { vi } from "#app/locales/index.ts";

import type { Deps } from "./deps.server.ts";
import type { Log } from "./log.server.ts";

const FIVE_MINUTES_MILLISECONDS = 5 * 60 * 1000;

/** Reminds people of their plans as long as the product runs. Answers how to stop it. */
export function startReminders(deps: Deps, log: Log): () => void {
  let busy = false;
  const once = async () => {
    if (busy) return;
    busy = true;
    try {
      const sent = await sendReminders(deps, vi.finding.reminders.text);
      if (Object.values(sent).some((phones) => phones > 0)) log.info(sent, "reminders");
    } catch (error) {
      log.error(error, "reminding broke; it is tried again");
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void once(), FIVE_MINUTES_MILLISECONDS);
  timer.unref();
  void once();
  return () => clearInterval(timer);
}
