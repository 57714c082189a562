import type { Server } from "node:http";
import { extname } from "node:path";

import compression from "compression";
import express, { type Request, type Response } from "express";

import { DatabaseAway, isDatabaseAway } from "#app/db/index.server.ts";
import type { Cmi5Deps } from "#app/domain/cmi5/index.ts";
import { fetchToken, launchOfCode } from "#app/domain/cmi5/index.server.ts";

import { resolvePreferences } from "#app/server/http/display-preferences.server.ts";
import type { Log } from "#app/server/boot/log.server.ts";
import type { DatabaseWatch } from "#app/server/adapters/database-watch.server.ts";
import type { PackageFolder } from "#app/server/adapters/package-folder.server.ts";

const KEEP_ALIVE_MILLISECONDS = 75_000;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

export interface ContentOptions {
  readonly deps: Cmi5Deps & {
    readonly packageFiles: PackageFolder;
    readonly watch: DatabaseWatch;
  };
  readonly log: Log;
  readonly port: number;
}

/**
 * Serves the files of course packages, and the fetch URLs of their launches, on an origin of their own:
 * whatever a package does there, no page of the product can be read or posted to by it. No cookie is
 * read or set here. Resolves when it accepts connections.
 */
export function listenContent({ deps, log, port }: ContentOptions): Promise<Server> {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(headers(deps));
  app.use(compression());
  app.all(
    "/xapi-fetch/:code",
    awaited((asked) => answerFetch(deps, asked.request, asked.response)),
  );
  app.get(
    /^\/goi\/[0-9a-f]{64}\//u,
    awaited((asked) => answerFile(deps, asked.request, asked.response)),
  );
  app.use((_request, response) => notThere(response));
  app.use(errorHandler(log));
  return new Promise((resolve, reject) => {
    const server = app.listen(port, () => resolve(server));
    server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
    server.once("error", reject);
  });
}

interface Asked {
  readonly request: Request;
  readonly response: Response;
}

/** Express 4 does not wait for promises. */
function awaited(answer: (asked: Asked) => Promise<void>): express.Handler {
  const tried = async (asked: Asked, next: express.NextFunction) => {
    try {
      await answer(asked);
    } catch (error) {
      next(error);
    }
  };
  return (request, response, next) => void tried({ request, response }, next);
}

/**
 * A unit runs as its tool wrote it, inline scripts too, and speaks to its own files and to the record
 * store, to nobody else: what a learner does is told to no third party, and a village without the
 * rest of the internet misses nothing.
 */
function headers({ origin, contentOrigin }: Cmi5Deps): express.Handler {
  const own = "'self' data: blob:";
  const policy = [
    `default-src ${own} 'unsafe-inline' 'unsafe-eval'`,
    `connect-src ${own} ${origin}`,
    `frame-ancestors 'self' ${origin}`,
    "form-action 'self'",
    "base-uri 'self'",
  ].join("; ");
  return (_request, response, next) => {
    response.set({
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      // The address of a launch holds its code.
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
      ...(contentOrigin.startsWith("https:")
        ? { "strict-transport-security": `max-age=${YEAR_SECONDS}` }
        : {}),
    });
    next();
  };
}

/** What the database was asked for; it is not waited for when it does not answer. */
async function guarded<Value>(
  { watch }: ContentOptions["deps"],
  asked: Promise<Value>,
): Promise<Value> {
  const answered = await watch.guard(asked);
  if (answered === null) throw new DatabaseAway("the database does not answer");
  return answered;
}

/** §8.2 of cmi5: POST alone, 200 also for its errors, to whatever origin a unit has. */
async function answerFetch(
  deps: ContentOptions["deps"],
  request: Request,
  response: Response,
): Promise<void> {
  response.set({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": "*",
    "access-control-max-age": "86400",
    "cross-origin-resource-policy": "cross-origin",
    "cache-control": "no-store",
  });
  // What comes along is read by nobody, and must not hold the connection.
  request.resume();
  if (request.method === "OPTIONS") {
    response.status(204).end();
    return;
  }
  if (request.method !== "POST") {
    response.status(405).set("allow", "POST, OPTIONS").end();
    return;
  }
  const fetched = await guarded(deps, fetchToken(deps, String(request.params["code"])));
  response.json(
    fetched.ok ? { "auth-token": fetched.value.token } : FETCH_ERRORS[fetched.refusal.code],
  );
}

const FETCH_ERRORS = {
  "used-or-over": {
    "error-code": "1",
    "error-text": "The authorization token has already been returned, or the session is over.",
  },
  unknown: { "error-code": "2", "error-text": "There is no such launch." },
} as const;

async function answerFile(
  deps: ContentOptions["deps"],
  request: Request,
  response: Response,
): Promise<void> {
  // A worker of one package would answer for all others, and go on after its course is over.
  if (request.get("service-worker") !== undefined) {
    response.status(403).set("cache-control", "no-store").end();
    return;
  }
  const [, sha256 = "", path = ""] = /^\/goi\/([0-9a-f]{64})\/(.*)$/u.exec(request.path) ?? [];
  const name = decoded(path);
  if (name === null) {
    notThere(response);
    return;
  }
  const code = launchCodeIn(request, deps.contentOrigin);
  if (code !== null) {
    // Each loading asks here, or a page that is loaded again would have a token that is spent.
    response.set("cache-control", "no-store");
    if (await guarded(deps, isLoadedAgain(deps, request, { sha256, path, code }))) {
      // Browsers say so when a page is asked for anew, and not when one comes back to it.
      const isReload = /max-age=0|no-cache/u.test(request.get("cache-control") ?? "");
      const query = isReload ? "?tai-lai=co" : "";
      response.redirect(303, `${deps.origin}/hoc/goi/mo-lai/${encodeURIComponent(code)}${query}`);
      return;
    }
  } else response.set("cache-control", `public, max-age=${YEAR_SECONDS}, immutable`);
  response.type(extname(name) || "application/octet-stream");
  await sendFile(response, deps.packageFiles.pathOf(sha256, name));
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** The code of the fetch URL that the address was launched with, or null. */
function launchCodeIn({ query }: Request, contentOrigin: string): string | null {
  const url = query["fetch"];
  const prefix = `${contentOrigin}/xapi-fetch/`;
  return typeof url === "string" && url.startsWith(prefix) ? url.slice(prefix.length) : null;
}

/** Whether a browser opens the launched page itself again whose token was given. */
async function isLoadedAgain(
  deps: ContentOptions["deps"],
  request: Request,
  { sha256, path, code }: { readonly sha256: string; readonly path: string; readonly code: string },
): Promise<boolean> {
  const as = request.get("sec-fetch-dest") ?? "document";
  if (as !== "document" && as !== "iframe" && as !== "frame") return false;
  const launch = await launchOfCode(deps, code);
  if (launch === null || !launch.isUsed || launch.sha256 !== sha256) return false;
  return decoded(launch.url.replace(/[?#].*$/su, "")) === decoded(path);
}

function sendFile(response: Response, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Its own headers stay; ranges are answered, as videos need.
    response.sendFile(file, { cacheControl: false, dotfiles: "allow" }, (error) => {
      if (!isError(error)) resolve();
      else if (isMissing(error)) {
        notThere(response);
        resolve();
      } else if (response.headersSent) resolve();
      else reject(error);
    });
  });
}

function isError(error: unknown): error is Error {
  return error instanceof Error;
}

function isMissing(error: Error): boolean {
  return "code" in error && (error.code === "ENOENT" || error.code === "EISDIR");
}

function notThere(response: Response): void {
  response
    .status(404)
    .set("cache-control", "no-store")
    .type("text/plain")
    .send(wordsFor(response).notThere);
}

/** In a language that the browser reads; cookies are none of this origin's business. */
function wordsFor({ req }: Response) {
  const { "accept-language": asked } = req.headers;
  return resolvePreferences(asked === undefined ? {} : { "accept-language": asked }, null).language
    .words.packages.content;
}

function errorHandler(log: Log): express.ErrorRequestHandler {
  return (error: { readonly status?: number }, _request, response, next) => {
    const status = error.status ?? (isDatabaseAway(error) ? 503 : 500);
    if (status >= 500) log.error(error);
    if (status === 503) response.set("retry-after", "10");
    if (response.headersSent) next(error);
    else response.status(status).type("text/plain").send(wordsFor(response).broken);
  };
}
