import { FILES, isFileOf } from "./course-downloads.ts";

const RANGE = /^bytes=(\d+)-(\d*)$/u;

/** A file of a course that is on the phone is never paid for again. */
export async function serveFile(request: Request): Promise<Response> {
  const kept = await keptFile(request.url).catch(() => null);
  if (kept === null) return fetch(request);
  const [, from, to] = RANGE.exec(request.headers.get("range") ?? "") ?? [];
  if (from === undefined) return kept;
  const bytes = await kept.blob();
  const start = Number(from);
  const end = Math.min(to === "" || to === undefined ? bytes.size - 1 : Number(to), bytes.size - 1);
  if (start > end) return new Response(null, { status: 416 });
  return new Response(bytes.slice(start, end + 1, bytes.type), {
    status: 206,
    headers: {
      "content-type": kept.headers.get("content-type") ?? "",
      "content-range": `bytes ${start}-${end}/${bytes.size}`,
      "content-length": String(end + 1 - start),
      "accept-ranges": "bytes",
    },
  });
}

/** Null: it is not here, or something else lies in its place. */
async function keptFile(url: string): Promise<Response | null> {
  const cache = await caches.open(FILES);
  const kept = await cache.match(url);
  return kept !== undefined && isFileOf(url, kept) ? kept : null;
}
