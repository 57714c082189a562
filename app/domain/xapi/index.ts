export { immutableForm } from "./immutable-form.ts";
export { Statement, type Activity, type StatementInput } from "./statement.ts";
export { agentKey } from "./statement-keys.ts";
export { ACTIVITY_TYPES, VERBS } from "./vocabulary.ts";
