export { appendAudit, auditHeadHash, verifyAudit, type AuditFault } from "./audit.store.server.ts";
