export { cycleById, latestCycle, openCycle } from "./cycle.store.server.ts";
export { findCurrentCycle, findLatestCycle } from "./find-current-cycle.server.ts";
export { loadCriteria, readCriteriaFiles } from "./load-criteria.server.ts";
