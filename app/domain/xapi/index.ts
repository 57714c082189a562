export { attachmentsOf, sha2Algorithm, SIGNATURE, type Attachment } from "./attachment.ts";
export { mayUseDocuments, mayWriteStatements, XapiScope, type RecordClient } from "./client.ts";
export { readCursor, withoutUndefined, writeCursor, type Continued } from "./cursor.ts";
export { Instant, Iri, Uuid } from "./data-types.ts";
export {
  type DocumentKind,
  type DocumentOwner,
  type DocumentRefusal,
  isUnchanged,
  type KeptDocument,
  type Preconditions,
  preconditionsHold,
} from "./document.ts";
export { keptStatement } from "./kept-statement.ts";
export { immutableForm } from "./immutable-form.ts";
export { readJson, readStatements, type Received } from "./received.ts";
export {
  IdentifiedActor,
  Statement,
  type Activity,
  type Agent,
  type StatementInput,
} from "./statement.ts";
export { agentKey } from "./statement-keys.ts";
export { activityIdsIn, canonical, idsOnly, type StatementFormat } from "./statement-format.ts";
export type { KeptStatement, Position, StatementQuery } from "./statement-query.ts";
export { statementText } from "./statement-text.ts";
export {
  demandsPrecondition,
  guardsState,
  hasAlternateSyntax,
  readVersion,
  VERSIONS,
  type XapiVersion,
} from "./versions.ts";
export { ACTIVITY_TYPES, VERBS } from "./vocabulary.ts";
