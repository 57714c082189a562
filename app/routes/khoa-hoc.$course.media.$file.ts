import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { LoaderFunctionArgs } from "@remix-run/node";

const PICTURE = /^[a-z0-9-]+\.(?<kind>svg|webp)$/u;

const TYPES: Readonly<Record<string, string>> = { svg: "image/svg+xml", webp: "image/webp" };

/** A picture of a course. Names hold no dot but the last, so none leads out of the folder. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const course = context.deps.catalogue().find(({ id }) => id === params["course"]);
  const file = params["file"] ?? "";
  const kind = PICTURE.exec(file)?.groups?.["kind"];
  if (course === undefined || kind === undefined) throw new Response(null, { status: 404 });
  const bytes = await readPicture(join("content", "courses", course.id, "media", file));
  return new Response(bytes, {
    headers: {
      "content-type": TYPES[kind] ?? "",
      "cache-control": "public, max-age=86400",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}

async function readPicture(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new Response(null, { status: 404 });
    }
    throw error;
  }
}
