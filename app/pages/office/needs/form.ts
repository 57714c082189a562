import {
  NEEDS_AT_MOST,
  VILLAGE_NEEDS_FAULTS,
  type VillageNeedsFault,
  VillageNeedsForm,
} from "#app/domain/guidance/index.ts";
import { defineForm } from "#app/kit/form.ts";
import type { Words } from "#app/locales/index.ts";

export const needsForm = defineForm(VillageNeedsForm, VILLAGE_NEEDS_FAULTS, { needs: "can" });

/** A village whose needs were not kept, with what was ticked. */
export interface RefusedNeeds {
  readonly villageId: string;
  readonly typed: typeof needsForm.blank;
  readonly faults: readonly VillageNeedsFault[];
}

interface ShownVillage {
  readonly villageId: string;
  readonly villageName: string;
  /** What stands. */
  readonly needs: readonly string[];
}

/** The form of one village: the page has one for each. */
export function viewNeeds(
  { villageId, villageName, needs }: ShownVillage,
  refused: RefusedNeeds | undefined,
  words: Words["finding"]["villageNeeds"],
) {
  const mine = refused?.villageId === villageId ? refused : { typed: { needs } };
  const told = { "too-many": words.tooMany(villageName, NEEDS_AT_MOST) };
  return needsForm.view(mine, told, { ids: { needs: `can-${villageId}` } });
}
