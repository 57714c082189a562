import type { LoaderFunctionArgs } from "@remix-run/node";

import { packFor } from "./course-packs.server.ts";

/** A course as a phone keeps it; the same for everybody. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const course = context.deps.catalogue().find(({ id }) => id === params["course"]);
  if (course === undefined) throw new Response(null, { status: 404 });
  const { pack, json } = packFor(course);
  const etag = `"${pack.version}"`;
  const headers = { etag, "cache-control": "no-cache" };
  const known = (request.headers.get("if-none-match") ?? "").replaceAll("W/", "");
  return known === etag
    ? new Response(null, { status: 304, headers })
    : new Response(json, {
        headers: { ...headers, "content-type": "application/json; charset=utf-8" },
      });
}
