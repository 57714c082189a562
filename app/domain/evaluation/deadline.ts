import type { Day } from "#app/domain/kernel/index.ts";

import { isWritable, type AssessmentState } from "./states.ts";

/**
 * Whether an assessment may be written and handed in on a day. A first hand-in has until one day; the
 * repair of what was returned, as long as reviews go on.
 */
export function isOpen(
  state: AssessmentState,
  cycle: { readonly submitUntil: Day; readonly decideUntil: Day },
  today: Day,
): boolean {
  if (!isWritable(state)) return false;
  return today <= (state === "returned" ? cycle.decideUntil : cycle.submitUntil);
}
