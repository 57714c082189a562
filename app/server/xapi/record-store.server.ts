import type { IncomingMessage, ServerResponse } from "node:http";

import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

import { isDatabaseAway } from "#app/db/index.server.ts";
import { type RecordClient, VERSIONS } from "#app/domain/xapi/index.ts";
import { type FindClient, readDefinitions, readPerson } from "#app/domain/xapi/index.server.ts";

import type { DatabaseWatch } from "#app/server/adapters/database-watch.server.ts";
import {
  type BodyBudget,
  type BodyReservation,
  openBodyBudget,
} from "#app/server/http/body-budget.server.ts";
import { clientAddress } from "#app/server/http/client-address.server.ts";
import { discardBody } from "#app/server/http/discard-body.server.ts";
import { writeSlowly } from "#app/server/http/write-slowly.server.ts";
import { isDiskFull, refusedBodyStatus } from "#app/server/http/faults.server.ts";
import { headFault } from "#app/server/http/head-limits.server.ts";
import { DOCUMENT_RESOURCES, documents } from "./documents.server.ts";
import { onlyParams, readActor, required, requiredIri } from "./params.server.ts";
import { postStatements, putStatement } from "./receive.server.ts";
import { json, type Reply, Refused, refusal } from "./reply.server.ts";
import {
  type XapiRequest,
  type IdentifiedRequest,
  PREFIX,
  readRawRequest,
  readIdentified,
} from "./request.server.ts";
import type { Resources } from "./resources.server.ts";
import { getStatements } from "./statements.server.ts";

export interface RecordStoreOptions {
  readonly resources: Resources;
  readonly findClient: FindClient;
  /** Of all bodies that the process reads; unset: one of its own. */
  readonly bodies?: BodyBudget;
  /** In front, whose X-Forwarded-For is believed; unset: none. */
  readonly proxies?: number;
  /** Null in place of an outcome when the database does not answer; unset: it is waited for. */
  readonly guard?: DatabaseWatch["guard"];
  /** What must not happen, for the log. */
  readonly report: (error: unknown) => void;
  /** Where launched course packages come from; null when there are none. */
  readonly contentOrigin: string | null;
}

/** Answers everything below `/xapi`; no cookie is ever read. */
export type RecordStore = (message: IncomingMessage, response: ServerResponse) => void;

/** Bodies that are being read at once; beyond it a client is asked to come again. */
const REQUESTS_AT_ONCE = 64;
const MINUTE_SECONDS = 60;
const STRANGER_TRIES = 300;

export function isRecordStorePath(url: string | undefined): boolean {
  return url !== undefined && /^\/xapi(\/|\?|$)/u.test(url);
}

export function openRecordStore(options: RecordStoreOptions): RecordStore {
  const { contentOrigin } = options;
  const limits = new Map<number, RateLimiterMemory>();
  const strangers = new RateLimiterMemory({ points: STRANGER_TRIES, duration: MINUTE_SECONDS });
  const { bodies = openBodyBudget(), guard = (work) => work } = options;
  let underWay = 0;

  const admit = async (
    { authorization }: IdentifiedRequest,
    address: string,
  ): Promise<RecordClient> => {
    const client = await options.findClient(authorization);
    if (client === null) {
      await counted(strangers, address);
      throw refusal(401, "these credentials are not known, or no longer valid", {
        "www-authenticate": 'Basic realm="Nep Hoc xAPI", charset="UTF-8"',
      });
    }
    const limit = limits.get(client.requestsPerMinute) ?? limiterOf(client.requestsPerMinute);
    limits.set(client.requestsPerMinute, limit);
    await counted(limit, client.id);
    return client;
  };

  /** Who sends it is known before any more of it is read; null: it is for anybody. */
  const open = async (message: IncomingMessage, intake: BodyReservation) => {
    const fault = headFault(message);
    if (fault !== null) throw refusal(fault, "more parameters or cookies than any client sends");
    if (underWay > REQUESTS_AT_ONCE) {
      throw refusal(429, "too many at once", { "retry-after": "1" });
    }
    const asking = await readIdentified(readRawRequest(message, intake));
    const address = clientAddress(message, options.proxies ?? 0);
    const client = asking.path === "/about" ? null : await admit(asking, address);
    return { client, ask: await asking.whole() };
  };

  const answer = async (message: IncomingMessage, intake: BodyReservation): Promise<Answer> => {
    let version = "2.0.0";
    let through: Date | null = null;
    try {
      const { client, ask } = await open(message, intake);
      ({ version } = ask);
      if (client === null) return { reply: about(ask), version, through };
      // Before anything is read, or it would promise what came in between.
      if (ask.path.startsWith("/statements")) through = await options.resources.consistentThrough();
      const reply = await dispatch(options.resources, client, ask);
      // What was read out waits in memory for its reader; what was written has been acknowledged.
      if (ask.method === "GET") intake.take(reply.body?.length ?? 0);
      return { reply, version, through };
    } catch (error) {
      // Whoever hung up is told nothing, and nothing is wrong.
      if (message.errored !== null) return { reply: { status: 400 }, version, through };
      return { reply: replyTo(error, options.report), version, through };
    }
  };

  const respond = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const intake = bodies();
    // What a slow reader has not taken yet is in memory too.
    response.once("close", () => intake.close());
    try {
      const answered = (await guard(answer(message, intake))) ?? LOST;
      const isHead = message.method === "HEAD";
      await send(response, answered, isHead, originsFor(message, contentOrigin));
    } catch (error) {
      options.report(error);
      response.destroy();
    }
    discardBody(message);
  };

  return (message, response) => {
    if (message.method === "OPTIONS") {
      const reply = { status: 204, headers: PREFLIGHT };
      const origins = originsFor(message, contentOrigin);
      void send(response, { reply, version: null, through: null }, false, origins);
      return;
    }
    underWay += 1;
    void respond(message, response).finally(() => {
      underWay -= 1;
    });
  };
}

function replyTo(error: unknown, report: (error: unknown) => void): Reply {
  if (error instanceof Refused) return error.reply;
  const status = refusedBodyStatus(error);
  if (status !== null) return json(status, { error: BODIES[status] }, LATER);
  report(error);
  if (isDiskFull(error)) return json(507, { error: "no room on the disk; tell its owner" }, LATER);
  if (isDatabaseAway(error)) return AWAY;
  return json(500, { error: "a fault of the store; it was written down" });
}

const LATER = { "retry-after": "5" };
const AWAY = json(503, { error: "the database is away, or took too long; try again" }, LATER);
const BODIES = {
  408: "the body came too slowly",
  413: "the body is too large",
  503: "too much is being read at once; try again",
} as const;

function limiterOf(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
}

async function counted(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = String(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
    throw refusal(429, "too many requests in a minute", { "retry-after": seconds });
  }
}

const EXPOSED =
  "ETag, Last-Modified, Retry-After, X-Experience-API-Version, X-Experience-API-Consistent-Through";
const PREFLIGHT = {
  "access-control-allow-methods": "GET, HEAD, POST, PUT, DELETE, OPTIONS",
  "access-control-allow-headers":
    "Authorization, Content-Type, Content-Length, If-Match, If-None-Match, Accept-Language, X-Experience-API-Version, X-Experience-API-Hash",
  "access-control-max-age": "86400",
};

type Origins = Readonly<Record<string, string>>;

const ANY_ORIGIN: Origins = { "access-control-allow-origin": "*" };

/**
 * Content may run anywhere: what it shows is its key, never a cookie. Some packages ask for credentials
 * to be sent all the same, and a browser then gives them no answer that is for everybody.
 */
function originsFor(message: IncomingMessage, contentOrigin: string | null): Origins {
  const { origin } = message.headers;
  if (origin === undefined || origin !== contentOrigin) return ANY_ORIGIN;
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    vary: "Origin",
  };
}

const LOST: Answer = { reply: AWAY, version: "2.0.0", through: null };

interface Answer {
  readonly reply: Reply;
  readonly version: string | null;
  /** Of whatever concerns statements, well or badly asked: up to when nothing more will come. */
  readonly through: Date | null;
}

async function send(
  response: ServerResponse,
  { reply: { status, headers = {}, body = "" }, version, through }: Answer,
  isHead: boolean,
  origins: Origins,
): Promise<void> {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const isBare = status === 204 || status === 304;
  response.writeHead(status, {
    ...origins,
    "access-control-expose-headers": EXPOSED,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    // A document is whatever a client put there: no browser may take it for a page of ours.
    "content-security-policy": "default-src 'none'; sandbox",
    ...(version === null ? {} : { "x-experience-api-version": version }),
    ...(through === null ? {} : { "x-experience-api-consistent-through": through.toISOString() }),
    ...headers,
    ...(isBare ? {} : { "content-length": String(bytes.length) }),
  });
  if (isHead || isBare) response.end();
  else if (Buffer.isBuffer(bytes)) response.end(bytes);
  else await writeSlowly(response, bytes.chunks);
}

async function dispatch(
  resources: Resources,
  client: RecordClient,
  ask: XapiRequest,
): Promise<Reply> {
  const document = DOCUMENT_RESOURCES[ask.path];
  if (document !== undefined) return documents(resources, client, document, ask);
  if (ask.path === "/statements") return statements(resources, client, ask);
  if (ask.path.startsWith("/statements/more/")) {
    onlyGet(ask);
    return getStatements(resources, client, ask);
  }
  if (ask.path === "/activities") return activity(resources, ask);
  if (ask.path === "/agents") return agents(resources, client, ask);
  throw refusal(404, `there is no resource ${PREFIX}${ask.path.slice(0, 200)}`);
}

function statements(resources: Resources, client: RecordClient, ask: XapiRequest): Promise<Reply> {
  switch (ask.method) {
    case "GET":
      return getStatements(resources, client, ask);
    case "POST":
      return postStatements(resources, client, ask);
    case "PUT":
      return putStatement(resources, client, ask);
    default:
      throw refusal(405, "GET, HEAD, PUT and POST are known here", {
        allow: "GET, HEAD, PUT, POST",
      });
  }
}

function onlyGet({ method }: XapiRequest): void {
  if (method !== "GET") throw refusal(405, "GET and HEAD are known here", { allow: "GET, HEAD" });
}

/** xAPI 2.0 §4.1.6.7: for anybody. */
function about(ask: XapiRequest): Reply {
  onlyGet(ask);
  onlyParams(ask.params, []);
  return json(200, { version: VERSIONS });
}

/** The activity as it is canonically defined; one that nobody defined has its id alone. */
async function activity(resources: Resources, ask: XapiRequest): Promise<Reply> {
  onlyGet(ask);
  onlyParams(ask.params, ["activityId"]);
  const id = requiredIri(ask.params, "activityId");
  const definition = (await readDefinitions(resources, [id])).get(id);
  return json(200, {
    objectType: "Activity",
    id,
    ...(definition === undefined ? {} : { definition }),
  });
}

async function agents(
  resources: Resources,
  client: RecordClient,
  ask: XapiRequest,
): Promise<Reply> {
  onlyGet(ask);
  onlyParams(ask.params, ["agent"]);
  const agent = readActor("agent", required(ask.params, "agent"));
  return json(200, await readPerson(resources, client, agent));
}
