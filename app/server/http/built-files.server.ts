import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

import express from "express";

const BUILT = "build/client";
/** What is worth packing, and what a browser is told that it is. */
const TYPES: ReadonlyMap<string, string> = new Map([
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".webmanifest", "application/manifest+json"],
]);
/** A year: their names change with what is in them. */
const IMMUTABLE = "public, max-age=31536000, immutable";
/**
 * Names that stay. A phone shows the page with what it has and asks in the background, so that a second
 * visit over a slow link waits for one answer alone, the page itself.
 */
const STALE_WHILE_REVALIDATE = "public, max-age=600, stale-while-revalidate=31536000";
/** Service workers, which a browser compares by itself and must find changed at once. */
const FRESH = "no-cache";

/** Files with hashed names. They go out before the heads of a page, which say nothing to a style. */
export function builtAssets(): express.Handler {
  return files(join(BUILT, "assets"), () => IMMUTABLE);
}

/** What has the same name after each build: scripts, icons, the manifest, service workers. */
export function builtFiles(): express.Handler {
  return files(BUILT, (name) => {
    const isShown = name === "enhance.js" || /\.(?:svg|png|webmanifest)$/u.test(name);
    return isShown ? STALE_WHILE_REVALIDATE : FRESH;
  });
}

function files(folder: string, keptFor: (name: string) => string): express.Handler {
  const router = express.Router();
  const packs = new Map<string, Compressed>();
  const pack = async (
    request: express.Request,
    response: express.Response,
    next: express.NextFunction,
  ): Promise<void> => {
    const { path } = request;
    const isPlain = /^\/[\w.-]+$/u.test(path) && TYPES.has(extname(path));
    const mayPack = isPlain && request.method === "GET" && request.acceptsEncodings("br") !== false;
    try {
      const found = mayPack ? await packOf(packs, join(folder, path)) : null;
      if (found === null) next();
      else answer(found, keptFor(basename(path)), request, response);
    } catch (error) {
      next(error);
    }
  };
  router.use((request, response, next) => void pack(request, response, next));
  router.use(
    express.static(folder, {
      // "/hoc/..%2f" is no folder to be led to.
      redirect: false,
      index: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        response.setHeader("cache-control", keptFor(basename(path)));
        response.setHeader("x-content-type-options", "nosniff");
      },
    }),
  );
  return router;
}

interface Compressed {
  readonly bytes: Buffer;
  readonly type: string;
  readonly etag: string;
}

function answer(
  packed: Compressed,
  kept: string,
  request: express.Request,
  response: express.Response,
): void {
  response.set({
    "cache-control": kept,
    "content-encoding": "br",
    "content-type": packed.type,
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
  });
  if (kept !== IMMUTABLE) response.set("etag", packed.etag);
  if (request.fresh) response.status(304).end();
  else response.set("content-length", String(packed.bytes.length)).end(packed.bytes);
}

const brotli = promisify(brotliCompress);

/** As small as Brotli makes it, once for all who ask; null where there is no such file. */
async function packOf(packs: Map<string, Compressed>, path: string): Promise<Compressed | null> {
  const known = packs.get(path);
  if (known !== undefined) return known;
  const plain = await readFile(path).catch(() => null);
  const type = TYPES.get(extname(path));
  if (plain === null || type === undefined) return null;
  const bytes = await brotli(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  });
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 16)}"`;
  const packed = { bytes, type, etag };
  packs.set(path, packed);
  return packed;
}
