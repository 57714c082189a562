import type { IncomingMessage, ServerResponse } from "node:http";

import type { BodyReservation } from "./body-budget.server.ts";
import { readChunks } from "./body-chunks.server.ts";
import { chunksOf } from "./stream-chunks.server.ts";
import { writeSlowly } from "./write-slowly.server.ts";

/** As Express tells it: behind proxies that are believed, what they say. */
interface Addressed extends IncomingMessage {
  readonly protocol: string;
  readonly hostname: string;
  readonly originalUrl: string;
}

/** The request as pages read it. Its body is read when somebody asks for it, within `intake`. */
export function pageRequest(
  message: Addressed,
  response: ServerResponse,
  intake: BodyReservation,
): Request {
  const { method = "GET" } = message;
  const port = /:(\d{1,5})$/u.exec(
    String(message.headers["x-forwarded-host"] ?? message.headers.host),
  );
  const host = port === null ? message.hostname : `${message.hostname}:${port[1]}`;
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  return new Request(`${message.protocol}://${host}${message.originalUrl}`, {
    method,
    headers: headersOf(message),
    signal: gone.signal,
    ...(method === "GET" || method === "HEAD"
      ? {}
      : { body: bodyOf(message, intake), duplex: "half" as const }),
  });
}

function headersOf({ headers }: IncomingMessage): Headers {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) all.append(name, each);
    }
  }
  return all;
}

function bodyOf(message: IncomingMessage, intake: BodyReservation): ReadableStream<Uint8Array> {
  const chunks = readChunks(message, intake);
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Sends what a page answered, as fast as it is taken: a long export waits for a slow reader. */
export async function sendPage(response: ServerResponse, page: Response): Promise<void> {
  response.statusCode = page.status;
  for (const [name, value] of page.headers) response.appendHeader(name, value);
  if (page.body === null) {
    response.end();
    return;
  }
  await writeSlowly(response, chunksOf(page.body));
}
