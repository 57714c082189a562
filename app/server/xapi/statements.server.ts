import { randomUUID } from "node:crypto";

import {
  agentKey,
  type KeptStatement,
  readCursor,
  type RecordClient,
  type StatementFormat,
  type StatementQuery,
  withoutUndefined,
  writeCursor,
} from "#app/domain/xapi/index.ts";
import { readStatementById, searchStatements } from "#app/domain/xapi/index.server.ts";

import {
  onlyParams,
  optionalBoolean,
  optionalInstant,
  optionalIri,
  optionalUuid,
  type Params,
  readActor,
} from "./params.server.ts";
import { type Reply, refusal } from "./reply.server.ts";
import type { XapiRequest } from "./request.server.ts";
import type { Resources } from "./resources.server.ts";
import { type Printing, printStatements } from "./print-statements.server.ts";
import { takeWithFiles } from "./statement-files.server.ts";
import { type SentPart, writeParts } from "./multipart.server.ts";

const SINGLE = ["statementId", "voidedStatementId", "format", "attachments"];
const SEARCH = [
  "agent",
  "verb",
  "activity",
  "registration",
  "related_activities",
  "related_agents",
  "since",
  "until",
  "limit",
  "format",
  "attachments",
  "ascending",
];
const FORMATS: readonly StatementFormat[] = ["ids", "exact", "canonical"];
/** What `limit=0`, or none, asks for: the store's most. */
const STATEMENTS_AT_MOST = 500;

/** GET of one statement, of a search, or of the next page of one. */
export function getStatements(
  resources: Resources,
  client: RecordClient,
  ask: XapiRequest,
): Promise<Reply> {
  const { params, path } = ask;
  const [, cursor] = /^\/statements\/more\/(.+)$/u.exec(path) ?? [];
  if (cursor !== undefined) return nextPage(resources, client, ask, cursor);
  const isSingle = params.has("statementId") || params.has("voidedStatementId");
  return isSingle ? oneStatement(resources, client, ask) : firstPage(resources, client, ask);
}

async function oneStatement(
  resources: Resources,
  client: RecordClient,
  ask: XapiRequest,
): Promise<Reply> {
  const { params } = ask;
  if (params.has("statementId") && params.has("voidedStatementId")) {
    throw refusal(400, "statementId and voidedStatementId exclude each other");
  }
  onlyParams(params, SINGLE);
  const wantsVoided = params.has("voidedStatementId");
  const id = optionalUuid(params, wantsVoided ? "voidedStatementId" : "statementId") ?? "";
  const printing = readPrinting(ask);
  const found = await readStatementById(resources, client, id);
  if (!found.ok) throw refusal(403, "these credentials may not read statements");
  const kept = found.value;
  if (kept === null || kept.voided !== wantsVoided)
    throw refusal(404, "there is no such statement");
  const [text = ""] = await printStatements(resources, [kept], printing);
  const { files } = await takeWithFiles(resources, [kept], printing);
  return answered(text, { statements: [kept], printing, files });
}

async function firstPage(
  resources: Resources,
  client: RecordClient,
  ask: XapiRequest,
): Promise<Reply> {
  onlyParams(ask.params, SEARCH);
  const query = readQuery(ask.params);
  return onePage(resources, client, {
    query,
    limit: readLimit(ask.params.get("limit")),
    printing: readPrinting(ask),
  });
}

async function nextPage(
  resources: Resources,
  client: RecordClient,
  ask: XapiRequest,
  cursor: string,
): Promise<Reply> {
  onlyParams(ask.params, []);
  const read = readCursor(cursor);
  if (!read.ok) throw refusal(400, `more: ${read.refusal.fault}`);
  const { query, limit, after, format, attachments } = read.value;
  const printing = { format, attachments, acceptLanguage: ask.headers["accept-language"] };
  return onePage(resources, client, { query, limit, after, printing });
}

async function onePage(
  resources: Resources,
  client: RecordClient,
  { query, limit, after, printing }: SearchPage,
): Promise<Reply> {
  const found = await searchStatements(resources, client, query, { limit, after });
  if (!found.ok) throw refusal(403, "these credentials may not read statements");
  const { statements, files } = await takeWithFiles(resources, found.value.statements, printing);
  const last = statements.at(-1);
  const isWhole = statements.length === found.value.statements.length || last === undefined;
  const more = isWhole ? found.value.more : { stored: last.stored, sequence: last.sequence };
  const { format, attachments } = printing;
  const next =
    more === null
      ? ""
      : `/xapi/statements/more/${writeCursor({ query, format, attachments, limit, after: more })}`;
  const texts = await printStatements(resources, statements, printing);
  const text = `{"statements":[${texts.join(",")}],"more":${JSON.stringify(next)}}`;
  return answered(text, { statements, printing, files });
}

interface SearchPage {
  readonly query: StatementQuery;
  readonly limit: number;
  readonly after?: { readonly stored: Date; readonly sequence: bigint };
  readonly printing: Printing;
}

function readQuery(params: Params): StatementQuery {
  const agent = params.get("agent");
  return withoutUndefined({
    agent: agent === undefined ? undefined : agentKey(readActor("agent", agent)),
    verb: optionalIri(params, "verb"),
    activity: optionalIri(params, "activity"),
    registration: optionalUuid(params, "registration"),
    since: optionalInstant(params, "since"),
    until: optionalInstant(params, "until"),
    relatedAgents: optionalBoolean(params, "related_agents"),
    relatedActivities: optionalBoolean(params, "related_activities"),
    ascending: optionalBoolean(params, "ascending"),
  });
}

function readLimit(limit: string | undefined): number {
  if (limit === undefined) return STATEMENTS_AT_MOST;
  if (!/^\d{1,9}$/u.test(limit)) throw refusal(400, "limit: not a number from 0");
  const asked = Number(limit);
  return asked === 0 ? STATEMENTS_AT_MOST : Math.min(asked, STATEMENTS_AT_MOST);
}

function readPrinting({ params, headers }: XapiRequest): Printing {
  const named = params.get("format") ?? "exact";
  const format = FORMATS.find((known) => known === named);
  if (format === undefined) throw refusal(400, `format: none of ${FORMATS.join(", ")}`);
  return {
    format,
    attachments: optionalBoolean(params, "attachments"),
    acceptLanguage: headers["accept-language"],
  };
}

interface Answered {
  readonly statements: readonly (KeptStatement & { readonly payload: string })[];
  readonly printing: Printing;
  /** The files that go with them; none unless they were asked for. */
  readonly files: readonly SentPart[];
}

/** JSON, or with `attachments=true` multipart/mixed with every file that the store has. */
function answered(text: string, { statements, printing, files }: Answered): Reply {
  const newest = statements.reduce((latest, { stored }) => Math.max(latest, stored.getTime()), 0);
  const modified = newest === 0 ? {} : { "last-modified": new Date(newest).toUTCString() };
  if (!printing.attachments) {
    const headers = { "content-type": "application/json", ...modified };
    return { status: 200, headers, body: text };
  }
  const boundary = `nephoc-${randomUUID()}`;
  return {
    status: 200,
    headers: { "content-type": `multipart/mixed; boundary=${boundary}`, ...modified },
    body: writeParts(text, files, boundary),
  };
}
