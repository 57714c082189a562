import type { Day, PlaceId } from "#app/domain/kernel/index.ts";

import type { CriteriaSet } from "./criteria-set.ts";

/** One year's evaluation in one province, with the criteria it goes by. */
export interface Cycle {
  readonly id: string;
  readonly provinceId: PlaceId;
  readonly year: number;
  readonly criteria: CriteriaSet;
  readonly submitUntil: Day;
  readonly decideUntil: Day;
}
