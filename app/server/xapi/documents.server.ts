import type { DocumentRequest } from "#app/domain/cmi5/index.ts";
import {
  type DocumentKind,
  type DocumentOwner,
  type DocumentRefusal,
  demandsPrecondition,
  guardsState,
  isUnchanged,
  mayUseDocuments,
  preconditionsHold,
  type RecordClient,
} from "#app/domain/xapi/index.ts";
import {
  listDocuments,
  readOneDocument,
  removeDocument,
  writeDocument,
} from "#app/domain/xapi/index.server.ts";

import {
  onlyParams,
  optionalInstant,
  optionalUuid,
  requiredAgentKey,
  requiredIri,
} from "./params.server.ts";
import { json, type Reply, refusal } from "./reply.server.ts";
import { type XapiRequest, utf8 } from "./request.server.ts";
import type { Resources } from "./resources.server.ts";

const DOCUMENT_BYTES_AT_MOST = 4 * 1024 * 1024;

interface DocumentResource {
  readonly kind: DocumentKind;
  readonly scope: "state" | "profile";
  readonly id: "stateId" | "profileId";
  readonly owner: readonly string[];
}

export const DOCUMENT_RESOURCES: Readonly<Record<string, DocumentResource>> = {
  "/activities/state": {
    kind: "state",
    scope: "state",
    id: "stateId",
    owner: ["activityId", "agent", "registration"],
  },
  "/activities/profile": {
    kind: "activity_profile",
    scope: "profile",
    id: "profileId",
    owner: ["activityId"],
  },
  "/agents/profile": {
    kind: "agent_profile",
    scope: "profile",
    id: "profileId",
    owner: ["agent"],
  },
};

/** State, activity profile and agent profile: one document, or the list of their ids. */
export function documents(
  resources: Resources,
  client: RecordClient,
  resource: DocumentResource,
  ask: XapiRequest,
): Promise<Reply> {
  const access = ask.method === "GET" ? "read" : "write";
  const owner = readOwner(resource, ask);
  if (!mayUseDocuments(client, resource.scope, access) || !isOfSession(client, owner)) {
    throw refusal(403, `these credentials may not ${access} these documents`);
  }
  switch (ask.method) {
    case "GET":
      return getDocument(resources, client, resource, owner, ask);
    case "PUT":
    case "POST":
      return putDocument(resources, client, resource, owner, ask);
    case "DELETE":
      return deleteDocument(resources, client, resource, owner, ask);
    default:
      throw refusal(405, "GET, HEAD, PUT, POST and DELETE are known here", {
        allow: "GET, HEAD, PUT, POST, DELETE",
      });
  }
}

function readOwner({ kind, owner }: DocumentResource, { params }: XapiRequest): DocumentOwner {
  return {
    kind,
    activityId: owner.includes("activityId") ? requiredIri(params, "activityId") : null,
    agentKey: owner.includes("agent") ? requiredAgentKey(params, "agent") : null,
    registration: owner.includes("registration")
      ? (optionalUuid(params, "registration") ?? null)
      : null,
  };
}

/** A launched session sees what is its learner's and its lesson's. */
function isOfSession({ session }: RecordClient, owner: DocumentOwner): boolean {
  if (session === undefined) return true;
  return (
    (owner.agentKey === null || owner.agentKey === session.agentKey) &&
    (owner.activityId === null || owner.activityId === session.activityId) &&
    (owner.registration === null || owner.registration === session.registration)
  );
}

async function getDocument(
  resources: Resources,
  client: RecordClient,
  { id, owner: names }: DocumentResource,
  owner: DocumentOwner,
  { params, headers }: XapiRequest,
): Promise<Reply> {
  const documentId = params.get(id);
  if (documentId === undefined) {
    onlyParams(params, [...names, "since"]);
    const since = optionalInstant(params, "since") ?? null;
    const { ids, updatedAt } = await listDocuments(resources, client, { owner, since });
    return json(200, ids, updatedAt === null ? {} : { "last-modified": updatedAt.toUTCString() });
  }
  onlyParams(params, [...names, id]);
  await resources.sessionDocuments?.noteReading(client, requestOf(owner, "GET", documentId));
  const kept = await readOneDocument(resources, client, { owner, documentId });
  if (kept === null) throw refusal(404, "there is no such document");
  const validators = { etag: `"${kept.etag}"`, "last-modified": kept.updatedAt.toUTCString() };
  const { ifMatch, ifNoneMatch } = preconditionsOf(headers);
  if (!preconditionsHold({ ifMatch, ifNoneMatch: undefined }, kept.etag)) {
    throw refused({ code: "precondition-failed" });
  }
  if (isUnchanged(ifNoneMatch, kept.etag)) return { status: 304, headers: validators };
  return {
    status: 200,
    headers: { "content-type": kept.contentType, ...validators },
    body: kept.content,
  };
}

async function putDocument(
  resources: Resources,
  client: RecordClient,
  { kind, id, owner: names }: DocumentResource,
  owner: DocumentOwner,
  ask: XapiRequest,
): Promise<Reply> {
  onlyParams(ask.params, [...names, id]);
  const documentId = readDocumentId(ask, id);
  const content = await ask.body.bytes(DOCUMENT_BYTES_AT_MOST);
  const contentType = ask.headers["content-type"] ?? "application/octet-stream";
  if (/^application\/json\b/iu.test(contentType)) {
    ask.body.weigh(content);
    utf8(content);
  }
  refuseOfSession(resources, client, {
    ...requestOf(owner, ask.method === "PUT" ? "PUT" : "POST", documentId),
    contentType,
    content: content.toString("utf8"),
  });
  const isState = kind === "state";
  const written = await writeDocument(resources, client, {
    owner,
    documentId,
    sent: { content, contentType },
    how: ask.method === "PUT" ? "replace" : "merge",
    guarded: ask.method === "PUT" && (!isState || guardsState(ask.version)),
    demanding: ask.method === "PUT" && !isState && demandsPrecondition(ask.version),
    preconditions: preconditionsOf(ask.headers),
  });
  if (!written.ok) throw refused(written.refusal);
  return { status: 204 };
}

async function deleteDocument(
  resources: Resources,
  client: RecordClient,
  { kind, id, owner: names }: DocumentResource,
  owner: DocumentOwner,
  ask: XapiRequest,
): Promise<Reply> {
  onlyParams(ask.params, [...names, id]);
  const isAll = kind === "state" && !ask.params.has(id);
  const documentId = isAll ? null : readDocumentId(ask, id);
  refuseOfSession(resources, client, requestOf(owner, "DELETE", documentId));
  const removed = await removeDocument(resources, client, {
    owner,
    documentId,
    preconditions: preconditionsOf(ask.headers),
  });
  if (!removed.ok) throw refused(removed.refusal);
  return { status: 204 };
}

function requestOf(
  { kind }: DocumentOwner,
  method: DocumentRequest["method"],
  documentId: string | null,
): DocumentRequest {
  return { kind, method, documentId, contentType: "", content: "" };
}

function refuseOfSession(
  { sessionDocuments }: Resources,
  client: RecordClient,
  request: DocumentRequest,
): void {
  const why = sessionDocuments?.whyRefused(client, request) ?? null;
  if (why !== null) throw refusal(403, why);
}

function readDocumentId({ params }: XapiRequest, name: string): string {
  const id = params.get(name);
  if (id === undefined || id === "") throw refusal(400, `the parameter ${name} is missing`);
  if (Buffer.byteLength(id) > 1_000) throw refusal(400, `${name}: longer than 1000 bytes`);
  return id;
}

function preconditionsOf(headers: XapiRequest["headers"]) {
  return { ifMatch: headers["if-match"], ifNoneMatch: headers["if-none-match"] };
}

function refused(reason: DocumentRefusal) {
  switch (reason.code) {
    case "precondition-failed":
      return refusal(412, "the document is not the one that If-Match or If-None-Match means");
    case "unguarded":
      return refusal(
        409,
        "there is a document already: read it, then send its ETag as If-Match, or If-None-Match: *",
      );
    case "precondition-missing":
      return refusal(400, "PUT of a profile needs If-Match or If-None-Match");
    case "not-json":
      return refusal(400, reason.fault);
  }
}
