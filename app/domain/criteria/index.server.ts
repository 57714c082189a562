export { cycleById, openCycle } from "./cycle.store.server.ts";
export { findCurrentCycle } from "./find-current-cycle.server.ts";
export { loadCriteria, readCriteriaFiles } from "./load-criteria.server.ts";
