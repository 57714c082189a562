import {
  attachmentsOf,
  mayWriteStatements,
  type Received,
  type RecordClient,
  readStatements,
  SIGNATURE,
} from "#app/domain/xapi/index.ts";
import { receiveStatements, type SentFile, signatureFault } from "#app/domain/xapi/index.server.ts";

import { readFilePart, readParts } from "./multipart.server.ts";
import { onlyParams, optionalUuid, required } from "./params.server.ts";
import { json, type Reply, refusal } from "./reply.server.ts";
import { type XapiRequest, utf8 } from "./request.server.ts";
import type { Resources } from "./resources.server.ts";

const MEBIBYTE = 1024 * 1024;
/** A batch of some thousand statements; one of a hundred has about 100 kB. */
const JSON_BYTES_AT_MOST = 8 * MEBIBYTE;

interface Sent {
  readonly single: boolean;
  readonly statements: readonly Received[];
  readonly files: readonly SentFile[];
}

/** POST: one statement or several, all or none; answers their ids. */
export async function postStatements(
  resources: Resources,
  client: RecordClient,
  ask: XapiRequest,
): Promise<Reply> {
  onlyParams(ask.params, []);
  const sent = await readSent(resources, ask);
  await keep(resources, client, ask, sent);
  return json(
    200,
    sent.statements.map(({ id }) => id),
  );
}

/** PUT: one statement under the id of the address. */
export async function putStatement(
  resources: Resources,
  client: RecordClient,
  ask: XapiRequest,
): Promise<Reply> {
  onlyParams(ask.params, ["statementId"]);
  required(ask.params, "statementId");
  const id = optionalUuid(ask.params, "statementId") ?? "";
  const sent = await readSent({ newId: () => id }, ask);
  const [only] = sent.statements;
  if (!sent.single || only === undefined) throw refusal(400, "PUT takes one statement");
  if (only.id !== id) throw refusal(400, "the statement has another id than the address");
  await keep(resources, client, ask, sent);
  return { status: 204 };
}

async function keep(
  resources: Resources,
  client: RecordClient,
  { version }: XapiRequest,
  { statements, files }: Sent,
): Promise<void> {
  if (!mayWriteStatements(client)) {
    throw refusal(403, "these credentials may not write statements");
  }
  const named = files.map((file) => ({ ...file, sha2: file.sha2.toLowerCase() }));
  for (const file of named) await resources.files.put(file);
  const sent = { version, statements, files: named };
  const received = await (resources.receive?.(client, sent) ??
    receiveStatements(resources, client, sent));
  if (received.ok) return;
  switch (received.refusal.code) {
    case "forbidden":
      throw refusal(403, received.refusal.why ?? "these credentials may not write statements");
    case "conflict":
      throw refusal(409, `another statement is kept under the id ${received.refusal.id}`);
  }
}

async function readSent(resources: Pick<Resources, "newId">, ask: XapiRequest): Promise<Sent> {
  const contentType = ask.headers["content-type"] ?? "";
  if (/^multipart\/mixed\s*(;|$)/iu.test(contentType))
    return readMixed(resources, ask, contentType);
  if (!/^application\/json\s*(;|$)/iu.test(contentType)) {
    throw refusal(400, "Content-Type: neither application/json nor multipart/mixed");
  }
  const bytes = await ask.body.bytes(JSON_BYTES_AT_MOST);
  const read = readJsonPart(resources, ask, bytes);
  for (const { statement } of read.statements) {
    if (attachmentsOf(statement).some(({ fileUrl }) => fileUrl === undefined)) {
      throw refusal(
        400,
        "an attachment has neither a fileUrl nor, in multipart/mixed, its content",
      );
    }
  }
  return { ...read, files: [] };
}

function readJsonPart(
  { newId }: Pick<Resources, "newId">,
  { version, body }: Pick<XapiRequest, "version" | "body">,
  bytes: Uint8Array,
) {
  body.weigh(bytes);
  const read = readStatements(utf8(bytes), { newId, version });
  if (!read.ok) throw refusal(400, read.refusal.fault);
  return read.value;
}

async function readMixed(
  resources: Pick<Resources, "newId">,
  ask: XapiRequest,
  contentType: string,
): Promise<Sent> {
  let read: ReturnType<typeof readJsonPart> | null = null;
  const expected = new Set<string>();
  const files: SentFile[] = [];
  for await (const part of readParts(ask.body, contentType)) {
    if (read === null) {
      if (!/^application\/json\s*(;|$)/iu.test(part.headers["content-type"] ?? "")) {
        throw refusal(400, "multipart/mixed: the first part is not application/json");
      }
      read = readJsonPart(resources, ask, part.bytes);
      for (const { statement } of read.statements) {
        for (const { sha2 } of attachmentsOf(statement)) expected.add(sha2.toLowerCase());
      }
      continue;
    }
    const file = readFilePart(part);
    if (!expected.has(file.sha2.toLowerCase())) {
      throw refusal(400, `no statement has an attachment with the hash ${file.sha2}`);
    }
    files.push(file);
  }
  if (read === null) throw refusal(400, "multipart/mixed: there is no part");
  await checkAttachments(read.statements, files);
  return { ...read, files };
}

/** Every attachment is here or has a fileUrl, and every signature signs its statement. */
async function checkAttachments(
  statements: readonly Received[],
  files: readonly SentFile[],
): Promise<void> {
  const byHash = new Map(files.map((file) => [file.sha2.toLowerCase(), file]));
  for (const { statement } of statements) {
    for (const { sha2, fileUrl, usageType, contentType } of attachmentsOf(statement)) {
      const file = byHash.get(sha2.toLowerCase());
      if (file === undefined && fileUrl === undefined) {
        throw refusal(400, `the content of the attachment ${sha2} is missing`);
      }
      if (usageType !== SIGNATURE || file === undefined) continue;
      const fault =
        contentType === "application/octet-stream"
          ? await signatureFault(statement, file.bytes)
          : "the contentType of a signature is application/octet-stream";
      if (fault !== null) throw refusal(400, fault);
    }
  }
}
