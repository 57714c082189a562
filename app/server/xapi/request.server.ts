import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

import { hasAlternateSyntax, readVersion, type XapiVersion } from "#app/domain/xapi/index.ts";

import { type Body, bodyOf, givenBody, type Intake } from "./body.server.ts";
import { refusal } from "./reply.server.ts";

/** One request to the record store, whichever syntax it came in. */
export interface Ask {
  readonly method: string;
  /** Behind `/xapi`, decoded: "/statements". */
  readonly path: string;
  readonly params: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly version: XapiVersion;
  readonly body: Body;
}

/** What arrives, before it is known which syntax it is in. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Body;
}

export const PREFIX = "/xapi";
/** A form of the alternate syntax holds a statement batch and little else. */
const FORM_BYTES_AT_MOST = 10 * 1024 * 1024;
const FORM_HEADERS = new Set([
  "authorization",
  "x-experience-api-version",
  "content-type",
  "content-length",
  "if-match",
  "if-none-match",
]);

export function readArrival(message: IncomingMessage, intake: Intake): Arrival {
  const url = message.url ?? "/";
  const mark = url.indexOf("?");
  const rawPath = mark === -1 ? url : url.slice(0, mark);
  return {
    method: message.method ?? "GET",
    path: decoded(rawPath)
      .slice(PREFIX.length)
      .replace(/^\/+(?=\/)|\/$/gu, ""),
    query: mark === -1 ? "" : url.slice(mark + 1),
    headers: message.headers,
    body: bodyOf(message, intake),
  };
}

/** The request in the one form that the resources know. */
export async function readAsk(arrival: Arrival): Promise<Ask> {
  const params = readParams(arrival.query);
  const inForm = arrival.method === "POST" && params.has("method");
  if (inForm) return readForm(arrival, params);
  const headers = singleHeaders(arrival.headers);
  return {
    method: arrival.method === "HEAD" ? "GET" : arrival.method,
    path: arrival.path,
    params,
    headers,
    version: versionOf(headers, arrival.path),
    body: arrival.body,
  };
}

/** xAPI 1.0.3 §1.3: method in the query, everything else in a form. */
async function readForm(arrival: Arrival, query: ReadonlyMap<string, string>): Promise<Ask> {
  if (query.size > 1) throw refusal(400, "alternate syntax: no parameter but method in the query");
  const bytes = await arrival.body.bytes(FORM_BYTES_AT_MOST);
  const form = readParams(utf8(bytes).trim());
  const { headers, params } = sorted(arrival, form);
  const version = versionOf(headers, arrival.path);
  if (!hasAlternateSyntax(version)) {
    throw refusal(400, `the parameter method is not known to ${version}`);
  }
  const method = query.get("method") ?? "";
  const content = form.get("content");
  if (content === undefined && (method === "PUT" || method === "POST")) {
    throw refusal(400, "alternate syntax: the form has no content");
  }
  return {
    method,
    path: arrival.path,
    params,
    headers: { ...headers, "content-type": headers["content-type"] ?? "application/json" },
    version,
    body: givenBody(Buffer.from(content ?? "")),
  };
}

/** The members of the form that stand for headers, and those that stand for parameters. */
function sorted(arrival: Arrival, form: ReadonlyMap<string, string>) {
  // What these two say in the header is of the form, not of what it carries.
  const headers: Record<string, string | undefined> = {
    ...singleHeaders(arrival.headers),
    "content-type": undefined,
    "content-length": undefined,
  };
  const params = new Map<string, string>();
  for (const [name, value] of form) {
    if (FORM_HEADERS.has(name.toLowerCase())) headers[name.toLowerCase()] = value;
    else if (name !== "content") params.set(name, value);
  }
  return { headers, params };
}

/** `about` answers whoever asks; everything else is asked in a version. */
function versionOf(headers: Ask["headers"], path: string): XapiVersion {
  const header = headers["x-experience-api-version"];
  const version = header === undefined ? null : readVersion(header.trim());
  if (version !== null) return version;
  if (path === "/about") return "2.0.0";
  throw refusal(
    400,
    header === undefined
      ? "the header X-Experience-API-Version is missing"
      : "X-Experience-API-Version: not a version of this store; ask for 1.0.x or 2.0.x",
  );
}

function singleHeaders(headers: IncomingHttpHeaders): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : value,
    ]),
  );
}

/** The parameters of a query or a form, each once. */
function readParams(query: string): ReadonlyMap<string, string> {
  const params = new Map<string, string>();
  if (query === "") return params;
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const sign = pair.indexOf("=");
    const name = decoded((sign === -1 ? pair : pair.slice(0, sign)).replaceAll("+", " "));
    const value = sign === -1 ? "" : decoded(pair.slice(sign + 1).replaceAll("+", " "));
    if (params.has(name)) throw refusal(400, `the parameter ${name.slice(0, 100)} stands twice`);
    params.set(name, value);
  }
  return params;
}

function decoded(text: string): string {
  let plain: string;
  try {
    plain = decodeURIComponent(text);
  } catch {
    throw refusal(400, "the address or the form is not percent-encoded UTF-8");
  }
  if (plain.includes("\0")) throw refusal(400, "the address or the form holds a zero character");
  return plain;
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The bytes as text; refused when they are not UTF-8 or begin with a byte order mark. */
export function utf8(bytes: Uint8Array): string {
  let text: string;
  try {
    text = strictUtf8.decode(bytes);
  } catch {
    throw refusal(400, "the body is not UTF-8");
  }
  if (text.startsWith("\uFEFF")) throw refusal(400, "the body begins with a byte order mark");
  return text;
}
