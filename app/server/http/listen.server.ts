import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { constants } from "node:zlib";

import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";

import { OUR_MARK } from "#app/domain/phones/index.ts";
import { builtAssets, builtFiles } from "./built-files.server.ts";
import { isDatabaseAway } from "#app/db/index.server.ts";
import type { Deps } from "#app/server/boot/deps.server.ts";
import { shortAddress } from "./short-address.ts";
import { resolvePreferences } from "./display-preferences.server.ts";
import { type BodyBudget, openBodyBudget } from "./body-budget.server.ts";
import { limitConnections, SERVER_OPTIONS } from "./connection-limits.server.ts";
import { discardBody } from "./discard-body.server.ts";
import { isDiskFull } from "./faults.server.ts";
import { COME_AGAIN, COME_AGAIN_SECONDS, sayFailure } from "./failure-page.server.ts";
import { headFault } from "./head-limits.server.ts";
import { proxyWarning } from "./proxy-warning.ts";
import { pageRequest, sendPage } from "./page-request.server.ts";
import { answerOrRefusedPage } from "./refused-page.server.ts";
import type { Log } from "#app/server/boot/log.server.ts";
import { openHealth } from "#app/server/watch/health.server.ts";
import type { RequestCounter } from "#app/server/watch/request-counter.ts";
import { isRecordStorePath, openRecordStore } from "#app/server/xapi/record-store.server.ts";

const KEEP_ALIVE_MILLISECONDS = 75_000;
/** Of Brotli, which says 4 by itself: a twentieth less to send for the same time. */
const PAGE_QUALITY = 6;

export interface ListenOptions {
  readonly deps: Deps;
  readonly log: Log;
  readonly port: number;
  readonly proxies: number;
  /** Counts what is answered, for /metrics. */
  readonly counter?: RequestCounter;
  readonly connectionsPerAddress: number;
  readonly production: boolean;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** Answers for assets while developing; in production the built files are served. */
  readonly assets?: readonly express.Handler[];
}

/** Serves the product; resolves when it accepts connections. */
export function listen(options: ListenOptions): Promise<Server> {
  const { proxies, connectionsPerAddress: perAddress } = options;
  const bodies = openBodyBudget();
  const app = express();
  app.disable("x-powered-by");
  // Read by nobody: pages have their own reading of an address.
  app.set("query parser", false);
  app.set("trust proxy", proxies);
  app.use(logged(options));
  app.use(marked);
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: PAGE_QUALITY } } }));
  if (options.assets === undefined) app.use("/assets", builtAssets());
  app.use(headers(options.deps));
  app.use(...(options.assets ?? [builtFiles()]));
  app.use(refuseForeignPosts);
  // Without a pattern: Express would refuse, in English, an address that it cannot decode.
  app.use(pages(options, bodies));
  app.use(errorHandler(options.log));

  const records = openRecordStore({
    contentOrigin: options.deps.contentOrigin,
    bodies,
    proxies,
    guard: options.deps.watch.guard,
    resources: options.deps.records,
    findClient: options.deps.findClient,
    report: (error) => options.log.error({ err: error }),
  });
  const write = logLine(options.log, options.counter);
  const health = openHealth(options.deps);
  const lookForProxy = proxyWarning(proxies, (text) => options.log.warn(text));
  return new Promise((resolve, reject) => {
    // The record store does without what pages need: a statement costs less than Express.
    const server = createServer(SERVER_OPTIONS, (request, response) => {
      if (health(request, response)) return;
      lookForProxy(request);
      if (isRecordStorePath(request.url)) {
        write(request, response);
        records(request, response);
      } else {
        app(request, response);
      }
    });
    limitConnections(server, { perAddress, proxies });
    server.listen(options.port, () => resolve(server));
    // Longer than a proxy keeps its side open, or it sends a request into a closing connection.
    server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
    server.once("error", reject);
  });
}

/** So that a phone tells our answers from those of whatever stands between. */
function marked(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader(OUR_MARK, "1");
  next();
}

function headers({ origin, contentOrigin }: Deps): express.Handler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        // A form that opens a course package is led on to where its files are.
        formAction: ["'self'", contentOrigin],
        frameAncestors: ["'none'"],
      },
    },
    // The default, no-referrer, makes a form post of a page without script arrive with Origin: null.
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: origin.startsWith("https:"),
    // For Internet Explorer and Flash, which nobody has.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
}

/**
 * A post comes from a page of ours: Sec-Fetch-Site where the browser has it, Origin where not. There
 * are no form tokens, because an answer that was written in the field and sent three days later
 * must not be refused by a token that died.
 */
function refuseForeignPosts(request: Request, response: Response, next: NextFunction): void {
  const safe = request.method === "GET" || request.method === "HEAD";
  if (safe || isOwn(request)) next();
  else
    response
      .status(403)
      .type("text/plain")
      .send(resolvePreferences(request.headers, null).language.words.failure.foreign);
}

function isOwn(request: Request): boolean {
  const site = request.get("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const origin = request.get("origin");
  if (origin === undefined) return true;
  const host = request.get("x-forwarded-host") ?? request.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}

function pages(
  { build, deps, log, production }: ListenOptions,
  bodies: BodyBudget,
): express.Handler {
  const handle = createRequestHandler(build, production ? "production" : "development");
  const answer = async (request: Request, response: Response) => {
    const intake = bodies();
    response.once("close", () => intake.close());
    let asked: ReturnType<Deps["sessions"]["read"]> | undefined;
    const actor = async () => {
      asked ??= deps.sessions.read(request.get("cookie") ?? null);
      const session = await asked;
      if (session !== null && session.renewed !== null && !response.headersSent) {
        response.setHeader("set-cookie", session.renewed);
      }
      return session?.actor ?? null;
    };
    let failed: 503 | 507 | null = null;
    const loadContext = {
      deps,
      intake,
      address: request.ip ?? "",
      report: (error: unknown) => {
        failed ??= statusOfFault(error);
        log.error({ err: error, path: request.path });
      },
      actor,
      preferences: async () => resolvePreferences(request.headers, await actor().catch(() => null)),
    };
    const asking = answerOrRefusedPage(handle, pageRequest(request, response, intake), loadContext);
    const page = await deps.watch.guard(asking);
    if (page === null || (page.status === 500 && failed !== null)) {
      sayFailure(request, response, failed ?? 503);
      return;
    }
    if (COME_AGAIN.has(page.status) && !page.headers.has("retry-after"))
      response.setHeader("retry-after", COME_AGAIN_SECONDS);
    await sendPage(response, page);
  };
  return (request, response, next) => {
    response.once("finish", () => discardBody(request));
    const refused = refusalOf(request);
    if (refused !== null) sayFailure(request, response, refused);
    else if (deps.sessions.isAmbiguous(request.get("cookie") ?? null)) {
      // Every path's: which of them is hers cannot be told, and she signs in again.
      response.setHeader("clear-site-data", '"cookies"');
      sayFailure(request, response, 400, "twoSessions");
    } else void tried(answer(request, response), next);
  };
}

/** For what is no fault of a page; else null. */
function statusOfFault(error: unknown): 503 | 507 | null {
  if (isDatabaseAway(error)) return 503;
  return isDiskFull(error) ? 507 : null;
}

/** Express 4 does not wait for promises. */
async function tried(answered: Promise<void>, next: NextFunction): Promise<void> {
  try {
    await answered;
  } catch (error) {
    next(error);
  }
}

/** The status for what cannot become a `Request` and would look like a fault of ours; else null. */
function refusalOf(request: Request): 400 | 405 | 414 | 431 | null {
  if (request.method === "TRACE") return 405;
  const fault = headFault(request);
  if (fault !== null) return fault;
  const hosts = [request.get("host"), request.get("x-forwarded-host")?.split(",")[0]];
  const readable = hosts.every((host) => host === undefined || URL.canParse(`http://${host}`));
  return readable && request.originalUrl.startsWith("/") ? null : 400;
}

/** For what fails outside of the pages: the range of a file that is shorter, a bug of the shell. */
function errorHandler(log: Log): express.ErrorRequestHandler {
  return (error: { readonly status?: number }, request, response, next) => {
    const status = error.status ?? statusOfFault(error) ?? 500;
    if (status >= 500 && !response.destroyed) log.error(error);
    if (response.headersSent) next(error);
    else sayFailure(request, response, status);
  };
}

function logged({ log, counter }: ListenOptions): express.Handler {
  const write = logLine(log, counter);
  return (request, response, next) => {
    write(request, response);
    next();
  };
}

/** One line when it is answered. */
function logLine(
  log: Log,
  counter: RequestCounter | undefined,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const begun = performance.now();
    const id = randomUUID();
    // Without the query, or what goes on from one: it may hold what somebody searched for.
    const path = (request.url ?? "").replace(/\?.*|(?<=\/more\/).*/su, "");
    response.on("finish", () => {
      const ms = performance.now() - begun;
      counter?.add(response.statusCode, ms);
      log.info({
        id,
        method: request.method,
        path,
        status: response.statusCode,
        ms: Math.round(ms),
        from: shortened(request),
      });
    });
  };
}

/** Enough of an address to see where an attack comes from, and too little to name a household. */
function shortened(request: IncomingMessage): string {
  const whole =
    "ip" in request && typeof request.ip === "string" ? request.ip : request.socket.remoteAddress;
  return shortAddress(whole ?? "");
}
