import type { Db } from "#app/db/index.server.ts";

import { findConsistentThrough, findOne, findPage, findVouchedBy } from "./search.store.server.ts";
import { sqlWithin } from "./statement.store.server.ts";
import type { KeptStatement, Position, StatementQuery } from "./statement-query.ts";

export {
  openConsistency,
  readDefinitions,
  readStatementById,
  receiveStatements,
  searchStatements,
  type FoundPage,
  type RecordDeps,
  type SentFile,
} from "./client-statements.server.ts";
export {
  openCredentials,
  type CredentialDeps,
  type FindClient,
  type TokenClaims,
} from "./credentials.server.ts";
export { openDefinitions, type DefineActivities } from "./define-activities.server.ts";
export {
  listDocuments,
  readOneDocument,
  removeDocument,
  writeDocument,
  type DocumentDeps,
} from "./documents.server.ts";
export { readPerson, type Person } from "./read-person.server.ts";
export { countErasedPeriods } from "./seal.store.server.ts";
export { sealDays, sealKeyOf, verifySeals, type SealKey } from "./seal.server.ts";
export { signatureFault } from "./signature.server.ts";
export { batchInserts } from "./micro-batcher.server.ts";
export { postingKey } from "./posting-keys.server.ts";
export { ensurePartitions } from "./statement.store.server.ts";
export {
  storeStatements,
  storeStatementTexts,
  type StatementBatch,
  type StoreOutcome,
  type VoidingRight,
} from "./store-statements.server.ts";

/** One page of statements, newest first unless the query says otherwise, within the transaction's scope. */
export function findStatements(
  db: Db,
  query: StatementQuery,
  page: { readonly limit: number; readonly after?: Position | undefined },
): Promise<{ readonly statements: readonly KeptStatement[]; readonly more: Position | null }> {
  return findPage(sqlWithin(db), query, page);
}

/** One statement, voided or erased too, within the transaction's scope; null when it is not there. */
export function findStatement(db: Db, id: string): Promise<KeptStatement | null> {
  return findOne(sqlWithin(db), id);
}

/** Of these ids what one authority (as JSON text) vouches for, voided or erased too, within the scope. */
export function findStatementsVouchedBy(
  db: Db,
  authority: string,
  ids: readonly string[],
): Promise<readonly KeptStatement[]> {
  return findVouchedBy(sqlWithin(db), authority, ids);
}

/** Everything stored up to this moment, included, is there for whoever reads after this answer. */
export function consistentThrough(db: Db): Promise<Date> {
  return findConsistentThrough(sqlWithin(db));
}
