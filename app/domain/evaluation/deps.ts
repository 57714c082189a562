import type { Transact } from "#app/db/index.server.ts";
import type { Catalogue } from "#app/domain/content/index.ts";
import type { Clock } from "#app/domain/kernel/index.ts";

import type { Process } from "./process.ts";

/** What the use cases of the evaluation are given. */
export interface EvaluationDeps extends Clock {
  readonly transact: Transact;
  readonly catalogue: () => Catalogue;
  /** Every year's procedure, as `readCriteriaFiles` gave it. */
  readonly processes: () => readonly Process[];
  /** A fresh public code, as `newPublicCode` makes it. */
  readonly newCode: () => string;
}
