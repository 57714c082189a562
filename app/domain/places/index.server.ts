export { loadPlaces } from "./load-places.server.ts";
export {
  communesOf,
  findPlace,
  holdPlace,
  listProvinces,
  villagesOf,
} from "./place.store.server.ts";
export { searchPlaces } from "./search-places.server.ts";
export { findVillageNamed, findVillagesAlike, insertVillage } from "./village.store.server.ts";
