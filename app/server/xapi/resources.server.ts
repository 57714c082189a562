import type { DocumentRequest } from "#app/domain/cmi5/index.ts";
import type { Result } from "#app/domain/kernel/index.ts";
import type { RecordClient } from "#app/domain/xapi/index.ts";
import type {
  DocumentDeps,
  receiveStatements,
  RecordDeps,
  SentFile,
} from "#app/domain/xapi/index.server.ts";

type Reception = Awaited<ReturnType<typeof receiveStatements>>;
type ReceptionRefusal = Reception extends Result<null, infer Refusal> ? Refusal : never;

/** Where the files of attachments lie, by the hash of their bytes. */
export interface AttachmentFiles {
  /** Kept for good when it answers; the same file again changes nothing. */
  readonly put: (file: SentFile) => Promise<void>;
  readonly find: (sha2: string) => Promise<FoundFile | null>;
}

export interface FoundFile {
  readonly bytes: number;
  readonly read: () => AsyncIterable<Uint8Array>;
}

/** What the resources of the record store work with. */
export interface Resources extends RecordDeps, DocumentDeps {
  readonly files: AttachmentFiles;
  readonly consistentThrough: () => Promise<Date>;
  /** How the statements of a launched session are taken in; null for other clients. */
  readonly receive:
    | ((
        client: RecordClient,
        input: Parameters<typeof receiveStatements>[2],
      ) => Promise<Result<null, ReceptionRefusal>> | null)
    | null;
  /** What a launched session may not do to documents beyond xAPI; null for no launched sessions. */
  readonly sessionDocuments: SessionDocuments | null;
}

export interface SessionDocuments {
  /** Why a request of a session is refused, or null. */
  readonly whyRefused: (client: RecordClient, request: DocumentRequest) => string | null;
  /** Told of what a session reads. */
  readonly noteReading: (client: RecordClient, request: DocumentRequest) => Promise<void>;
}
