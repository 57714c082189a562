import { z } from "zod";

import { clean, type FaultOf, PlaceId } from "#app/domain/kernel/index.ts";

/** So that "needs" means something: a village that needs everything is told nothing. */
export const NEEDS_AT_MOST = 3;

const TICKS_AT_MOST = 100;

/** What a village needs to learn, by the words of the courses; unknown ones are left out later. */
export const VillageNeedsForm = z.object({
  villageId: PlaceId,
  needs: z.array(z.string().transform(clean)).max(TICKS_AT_MOST),
});

export const VILLAGE_NEEDS_FAULTS = { needs: ["too-many"] } as const;
export type VillageNeedsFault = FaultOf<typeof VILLAGE_NEEDS_FAULTS>;
