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
export { VILLAGE_TYPES, VillageForm, type VillageType } from "./village-form.ts";
