export type { AuditActor, AuditFact } from "./chain.ts";
