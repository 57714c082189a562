import { VILLAGE_FAULTS, VillageForm } from "#app/domain/places/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const villageForm = defineForm(VillageForm, VILLAGE_FAULTS, { type: "loai", name: "ten" });
