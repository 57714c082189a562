import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

import { hasAlternateSyntax, readVersion, type XapiVersion } from "#app/domain/xapi/index.ts";

import type { BodyReservation } from "#app/server/http/body-budget.server.ts";
import { type Body, bodyOf, givenBody } from "./body.server.ts";
import { refusal } from "./reply.server.ts";

/** One request to the record store, whichever syntax it came in. */
export interface XapiRequest {
  readonly method: string;
  /** Behind `/xapi`, decoded: "/statements". */
  readonly path: string;
  readonly params: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly version: XapiVersion;
  readonly body: Body;
}

/** What arrives, before it is known which syntax it is in. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Body;
}

export const PREFIX = "/xapi";
/** A form of the alternate syntax holds a statement batch and little else. */
const FORM_BYTES_AT_MOST = 10 * 1024 * 1024;
/** What is read of a form before it is known who sends it. */
const STRANGER_BYTES_AT_MOST = 64 * 1024;
/** All that xAPI knows, and as many again. */
const FORM_FIELDS_AT_MOST = 40;
const AMPERSAND = 0x26;
const FORM_HEADERS = new Set([
  "authorization",
  "x-experience-api-version",
  "content-type",
  "content-length",
  "if-match",
  "if-none-match",
]);

/** A request of which only as much was read as tells who sends it. */
export interface IdentifiedRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  /** Reads the rest, once whoever sends it is known. */
  readonly whole: () => Promise<XapiRequest>;
}

export function readRawRequest(message: IncomingMessage, intake: BodyReservation): RawRequest {
  refuseEncoded(message.headers);
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

/** What is compressed would be kept as if it were plain; bodies come as they are (RFC 9110 §15.5.16). */
function refuseEncoded({ "content-encoding": encoding = "identity" }: IncomingHttpHeaders): void {
  if (/^\s*(identity\s*)?$/iu.test(encoding)) return;
  throw refusal(415, "Content-Encoding: send the body as it is", { "accept-encoding": "identity" });
}

/** The request in the one form that the resources know. */
export async function readIdentified(arrival: RawRequest): Promise<IdentifiedRequest> {
  const params = readParams(arrival.query);
  const inForm = arrival.method === "POST" && params.has("method");
  if (inForm) return readForm(arrival, params);
  const headers = singleHeaders(arrival.headers);
  const ask: XapiRequest = {
    method: arrival.method === "HEAD" ? "GET" : arrival.method,
    path: arrival.path,
    params,
    headers,
    version: versionOf(headers, arrival.path),
    body: arrival.body,
  };
  return { path: ask.path, authorization: headers["authorization"], whole: async () => ask };
}

/** xAPI 1.0.3 §1.3: method in the query, everything else in a form. */
async function readForm(
  arrival: RawRequest,
  query: ReadonlyMap<string, string>,
): Promise<IdentifiedRequest> {
  if (query.size > 1) throw refusal(400, "alternate syntax: no parameter but method in the query");
  const bytes = new FormBytes(arrival.body);
  const { path, headers } = arrival;
  const authorization = headers.authorization ?? (await bytes.authorization());
  return {
    path,
    authorization,
    whole: async () => {
      const most = path === "/about" ? STRANGER_BYTES_AT_MOST : FORM_BYTES_AT_MOST;
      return readWholeForm(arrival, query.get("method") ?? "", await bytes.all(most));
    },
  };
}

/** The bytes of a form as far as they were read; refused with 413 when it has too many fields or bytes. */
class FormBytes {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #read: Uint8Array[] = [];
  #length = 0;
  #fields = 1;

  constructor(body: Body) {
    this.#chunks = body.stream()[Symbol.asyncIterator]();
  }

  /** False at the end. */
  async #more(most: number): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#length += next.value.length;
    for (const byte of next.value) if (byte === AMPERSAND) this.#fields += 1;
    if (this.#fields > FORM_FIELDS_AT_MOST) {
      throw refusal(413, `alternate syntax: more than ${FORM_FIELDS_AT_MOST} fields`);
    }
    if (this.#length > most) throw refusal(413, `more than ${most} bytes`);
    this.#read.push(next.value);
    return true;
  }

  async all(most: number): Promise<Buffer> {
    while (await this.#more(most));
    return Buffer.concat(this.#read, this.#length);
  }

  /** What stands for the header, when it is among the first bytes or the form has no more than those. */
  async authorization(): Promise<string | undefined> {
    for (;;) {
      const isMore = await this.#more(STRANGER_BYTES_AT_MOST).catch((error: unknown) => {
        if (this.#length <= STRANGER_BYTES_AT_MOST) throw error;
        const advice = "alternate syntax: put Authorization in front of a long content";
        throw refusal(413, advice);
      });
      const text = Buffer.concat(this.#read, this.#length).toString("latin1");
      const [, value] = (isMore ? AUTHORIZATION : AUTHORIZATION_AT_END).exec(text) ?? [];
      if (value !== undefined) return decoded(value.replaceAll("+", " "));
      if (!isMore) return undefined;
    }
  }
}

const AUTHORIZATION = /(?:^|&)\s*authorization=([^&]*)&/iu;
const AUTHORIZATION_AT_END = /(?:^|&)\s*authorization=([^&]*)(?:&|$)/iu;

function readWholeForm(arrival: RawRequest, method: string, bytes: Buffer): XapiRequest {
  const form = readParams(utf8(bytes).trim());
  const { headers, params } = sorted(arrival, form);
  const { authorization = headers["authorization"] } = arrival.headers;
  if (authorization !== headers["authorization"]) {
    throw refusal(400, "alternate syntax: the header and the form name different credentials");
  }
  const version = versionOf(headers, arrival.path);
  if (!hasAlternateSyntax(version)) {
    throw refusal(400, `the parameter method is not known to ${version}`);
  }
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
    body: givenBody(Buffer.from(content ?? ""), arrival.body),
  };
}

/** The members of the form that stand for headers, and those that stand for parameters. */
function sorted(arrival: RawRequest, form: ReadonlyMap<string, string>) {
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
function versionOf(headers: XapiRequest["headers"], path: string): XapiVersion {
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
