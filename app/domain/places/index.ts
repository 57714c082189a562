export {
  type Commune,
  communeIdOfCode,
  type OldCommune,
  type Place,
  type PlaceHit,
  placeSearchName,
  placeTitle,
  type Province,
  provinceIdOfCode,
  type Village,
} from "./place.ts";
export {
  VILLAGE_FAULTS,
  VILLAGE_TYPES,
  type VillageFault,
  VillageForm,
  type VillageType,
} from "./village-form.ts";
