import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";

import { LanguageProvider, WordsProvider } from "#app/locales/index.ts";

/** Whole pages at once: they are small, and a phone on a weak signal gains nothing from pieces. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  // Around everything, so that a page of an error speaks her language too.
  const { language } = await loadContext.preferences();
  const markup = renderToString(
    <LanguageProvider value={language}>
      <WordsProvider value={language.words}>
        <RemixServer context={remixContext} url={request.url} />
      </WordsProvider>
    </LanguageProvider>,
  );
  headers.set("content-type", "text/html; charset=utf-8");
  headers.append("vary", "accept-language, cookie, save-data");
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
