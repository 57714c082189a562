import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";

/** Whole pages at once: they are small, and a phone on a weak signal gains nothing from pieces. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
): Response {
  const markup = renderToString(<RemixServer context={remixContext} url={request.url} />);
  headers.set("content-type", "text/html; charset=utf-8");
  // A phone that saves data gets its pictures when it asks for them.
  headers.append("vary", "Save-Data");
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  return new Response(`<!DOCTYPE html>${markup}`, { status, headers });
}

/** Remix calls this for what a loader, an action or a page threw and no boundary of ours expected. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  // An answer such as 404 or 405 is no fault, whether a route of ours gave it or Remix.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.report(error);
}
