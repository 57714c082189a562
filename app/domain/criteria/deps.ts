import type { Transact } from "#app/db/index.server.ts";
import type { Clock } from "#app/domain/kernel/index.ts";

import type { Process } from "./process.ts";

/** What whoever goes by the law of a year is given. */
export interface CriteriaDeps extends Clock {
  readonly transact: Transact;
  /** Every year's procedure, as `readCriteriaFiles` gave it. */
  readonly processes: () => readonly Process[];
}
