import { hash } from "node:crypto";

import type { SqlPool } from "#app/db/index.server.ts";
import { accept, type Clock, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { RecordClient } from "./client.ts";
import {
  type DocumentOwner,
  type DocumentRefusal,
  type KeptDocument,
  mergedDocument,
  type Preconditions,
  preconditionsHold,
  readDocument,
  type SentDocument,
} from "./document.ts";
import * as store from "./document.store.server.ts";
import { READ_LIMIT } from "./read-limit.ts";

export interface DocumentDeps extends Clock {
  readonly sql: SqlPool;
}

interface Named {
  readonly owner: DocumentOwner;
  readonly documentId: string;
}

const at = (client: RecordClient, owner: DocumentOwner): store.OwnerAt => ({
  ...owner,
  placeId: client.placeId,
});

export function readOneDocument(
  { sql }: DocumentDeps,
  client: RecordClient,
  { owner, documentId }: Named,
): Promise<KeptDocument | null> {
  return sql.transact(
    [client.placeId],
    (within) => store.findDocument(within, at(client, owner), documentId),
    READ_LIMIT,
  );
}

/** Ids of the documents that changed after `since`. */
export function listDocuments(
  { sql }: DocumentDeps,
  client: RecordClient,
  { owner, since }: { readonly owner: DocumentOwner; readonly since: Date | null },
): Promise<{ readonly ids: readonly string[]; readonly updatedAt: Date | null }> {
  return sql.transact(
    [client.placeId],
    (within) => store.findDocumentIds(within, at(client, owner), since),
    READ_LIMIT,
  );
}

/**
 * Keeps a document: whole, or merged into the one that is there. With `guarded`, one that is there is
 * replaced only by whoever names its ETag.
 */
export async function writeDocument(
  deps: DocumentDeps,
  client: RecordClient,
  input: Named & {
    readonly sent: SentDocument;
    readonly how: "replace" | "merge";
    readonly guarded: boolean;
    /** Also the first one needs a precondition. */
    readonly demanding: boolean;
    readonly preconditions: Preconditions;
  },
): Promise<Result<null, DocumentRefusal>> {
  const { documentId, preconditions } = input;
  const owner = at(client, input.owner);
  const read = readDocument(input.sent);
  if (!read.ok) return read;
  return deps.sql.transact([client.placeId], async (within) => {
    await store.lockOwner(within, owner);
    const kept = await store.findDocument(within, owner, documentId);
    if (!preconditionsHold(preconditions, kept?.etag ?? null)) {
      return refuse({ code: "precondition-failed" });
    }
    const isGuarded =
      preconditions.ifMatch !== undefined || preconditions.ifNoneMatch !== undefined;
    if (input.guarded && kept !== null && !isGuarded) return refuse({ code: "unguarded" });
    if (input.demanding && !isGuarded) return refuse({ code: "precondition-missing" });
    const next = input.how === "replace" ? accept(read.value) : mergedDocument(kept, read.value);
    if (!next.ok) return next;
    const { content, contentType } = next.value;
    await store.saveDocument(within, owner, {
      id: deps.newId(),
      documentId,
      content,
      contentType,
      etag: hash("sha1", content, "hex"),
      updatedAt: deps.now(),
    });
    return accept(null);
  });
}

/** Removes one document, or with null every one of the owner. What is not there is gone already. */
export async function removeDocument(
  { sql }: DocumentDeps,
  client: RecordClient,
  input: {
    readonly owner: DocumentOwner;
    readonly documentId: string | null;
    readonly preconditions: Preconditions;
  },
): Promise<Result<null, DocumentRefusal>> {
  const owner = at(client, input.owner);
  const { documentId, preconditions } = input;
  return sql.transact([client.placeId], async (within) => {
    await store.lockOwner(within, owner);
    if (documentId !== null) {
      const kept = await store.findDocument(within, owner, documentId);
      if (!preconditionsHold(preconditions, kept?.etag ?? null)) {
        return refuse({ code: "precondition-failed" });
      }
    }
    await store.removeDocuments(within, owner, documentId);
    return accept(null);
  });
}
