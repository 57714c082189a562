export { ensurePartitions, findStatements, type KeptStatement } from "./statement.store.server.ts";
export { storeStatements, type StoreOutcome } from "./store-statements.server.ts";
