import type { AppLoadContext, RequestHandler } from "@remix-run/node";

/** Of no screen: the page for what is lost answers here. */
const NO_SCREEN = "/-";

/**
 * What Remix answers. Where an address without a page (a paper, a photograph) refuses without a word, and a
 * browser is to show it, the page that says why is given in its place, with the same status.
 */
export async function answerOrRefusedPage(
  handle: RequestHandler,
  request: Request,
  context: AppLoadContext,
): Promise<Response> {
  const answer = await handle(request, context);
  const wordless = answer.status >= 400 && answer.body === null;
  if (!wordless || request.headers.get("accept")?.includes("text/html") !== true) return answer;
  const lost = new Request(new URL(NO_SCREEN, request.url), { headers: request.headers });
  const page = await handle(lost, { ...context, refused: answer.status });
  for (const [name, value] of answer.headers) page.headers.append(name, value);
  return page;
}
