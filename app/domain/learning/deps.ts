import type { Transact } from "#app/db/index.server.ts";
import type { Catalogue } from "#app/domain/content/index.ts";
import type { Clock } from "#app/domain/kernel/index.ts";

import type { StatementIds } from "./statement-ids.ts";

/** What the use cases of learning are given. */
export interface LearningDeps extends Clock {
  readonly transact: Transact;
  readonly catalogue: () => Catalogue;
  /** The IRI that activity ids begin with; no slash at its end. */
  readonly baseIri: string;
  readonly statementIds: StatementIds;
}
