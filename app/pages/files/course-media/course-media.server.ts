import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

import { makePicture, type MediaFile, PICTURE_WIDTHS } from "#app/domain/content/index.server.ts";

interface MediaAsked {
  readonly request: Request;
  readonly course: string;
  /** A name of the course's `media/`, as it was read with the course. */
  readonly file: string;
  readonly media: MediaFile;
  /** Where what was made of photographs is kept. */
  readonly madePictures: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".svg": "image/svg+xml",
  ".mp3": "audio/mpeg",
  ".ogg": "audio/ogg",
  ".opus": "audio/ogg",
  ".m4a": "audio/mp4",
  ".pdf": "application/pdf",
};

/** Whoever asks for the bytes by their hash may keep them; others have to ask again. */
const IMMUTABLE = "public, max-age=31536000, immutable";
const FOR_AN_HOUR = "public, max-age=3600";

/** A file of a course: whole, or the part that a player asks for (RFC 9110 §14). */
export async function courseMedia(asked: MediaAsked): Promise<Response> {
  const { request, file, media } = asked;
  if (!media.usable) return new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const isPhoto = media.kind === "picture" && media.made.length > 0;
  const bytes = await bytesOf(asked, media.hash, isPhoto, searchParams.get("w"));
  if (bytes === null) return new Response(null, { status: 404 });
  const headers = new Headers({
    "content-type": isPhoto ? "image/webp" : (TYPES[extname(file)] ?? "application/octet-stream"),
    "cache-control": searchParams.get("v") === media.hash ? IMMUTABLE : FOR_AN_HOUR,
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "accept-ranges": "bytes",
  });
  if (media.kind === "paper") {
    headers.set("content-disposition", `attachment; filename="${file}"`);
  }
  return partOf(bytes, request.headers.get("range"), headers);
}

async function bytesOf(
  { course, file, madePictures }: MediaAsked,
  hash: string,
  isPhoto: boolean,
  width: string | null,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await readFile(join("content", "courses", course, "media", file)).catch(() => null);
  // Taken away since the courses were read.
  if (bytes === null) return null;
  if (!isPhoto) return new Uint8Array(bytes);
  const asked = PICTURE_WIDTHS.find((each) => String(each) === width) ?? PICTURE_WIDTHS[1];
  return new Uint8Array(await makePicture({ bytes, hash }, asked, madePictures));
}

const RANGE = /^bytes=(?<from>\d{0,12})-(?<to>\d{0,12})$/u;

/** One range is answered with 206, one that lies outside with 416; several, or none, with the whole. */
function partOf(bytes: Uint8Array<ArrayBuffer>, range: string | null, headers: Headers): Response {
  const size = bytes.byteLength;
  const { from = "", to = "" } = RANGE.exec(range ?? "")?.groups ?? {};
  if (from === "" && to === "") return new Response(bytes, { headers });
  const first = from === "" ? Math.max(size - Number(to), 0) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (first > last) {
    headers.set("content-range", `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set("content-range", `bytes ${first}-${last}/${size}`);
  return new Response(bytes.slice(first, last + 1), { status: 206, headers });
}
