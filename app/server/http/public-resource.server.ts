import { createHash } from "node:crypto";

interface PublicResource {
  readonly type: string;
  /** How long it may be kept without asking again. */
  readonly seconds: number;
  /** The same as long as the body says the same. */
  readonly version: string;
  readonly body: () => string | Promise<string>;
}

/** What everybody may read and keep, from any page: no cookie is asked for and none is set. */
export async function publicResource(
  request: Request,
  { type, seconds, version, body }: PublicResource,
): Promise<Response> {
  // Weak: the bytes differ by compression, and by the chance that is in a signature.
  const etag = `W/"${version}"`;
  const headers = {
    etag,
    "cache-control": `public, max-age=${seconds}`,
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  };
  const known = (request.headers.get("if-none-match") ?? "").split(/\s*,\s*/u);
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(await body(), { headers: { ...headers, "content-type": type } });
}

/** The same of a value that is JSON. */
export function publicJson(request: Request, value: object, seconds: number): Promise<Response> {
  const text = JSON.stringify(value);
  return publicResource(request, {
    type: "application/json",
    seconds,
    version: createHash("sha256").update(text).digest("base64url"),
    body: () => text,
  });
}
