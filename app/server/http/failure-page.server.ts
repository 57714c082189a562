import type { Request, Response } from "express";

import { resolvePreferences } from "./display-preferences.server.ts";

/** Of what may be asked for again: Remix leaves out what a thrown answer says beside its status. */
export const COME_AGAIN: ReadonlySet<number> = new Set([408, 429, 503, 507]);
export const COME_AGAIN_SECONDS = "10";

/** A page by hand, where Remix cannot be asked for one. */
export function sayFailure(
  request: Request,
  response: Response,
  status: number,
  why?: "twoSessions",
): void {
  const { words, pageLang } = resolvePreferences(request.headers, null).language;
  const { byStatus, asked, broken, home } = words.failure;
  const said = why === undefined ? byStatus[status] : words.failure[why];
  const { title, advice } = said ?? (status < 500 ? asked : broken);
  if (COME_AGAIN.has(status)) response.set("retry-after", COME_AGAIN_SECONDS);
  response.status(status).type("html").send(`<!DOCTYPE html>
<html lang="${pageLang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<h1>${title}</h1>
<p>${advice}</p>
<p><a href="/">${home}</a></p>
</html>
`);
}
