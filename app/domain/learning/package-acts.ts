import type { PersonId, PlaceId } from "#app/domain/kernel/index.ts";

import type { LearningAct } from "./acts.ts";

/** One learner's acts in one course of another maker, in the order in which they were stored. */
export interface PackageActs {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
  readonly acts: readonly LearningAct[];
}
