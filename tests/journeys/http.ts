import { Agent, type IncomingHttpHeaders, request as open } from "node:http";
import { connect } from "node:net";

/** A request as it goes over the wire; nothing is corrected on the way. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** Sent in pieces, without saying how long it is. */
  readonly chunked?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const PATIENCE_MS = 30_000;

/** As a browser does: connections are kept, and a kept one that had died is opened again. */
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** The answer to a request, redirects not followed; or in words why there was none within 30 seconds. */
export async function ask(origin: string, asked: Asked): Promise<Answer | string> {
  const answer = await send(origin, asked);
  return answer === "died" ? send(origin, asked) : answer;
}

function send(origin: string, asked: Asked): Promise<Answer | string> {
  const { method, path, body } = asked;
  const { hostname, port } = new URL(origin);
  const length = body === null || asked.chunked === true ? {} : { "content-length": body.length };
  return new Promise((resolve) => {
    const headers = { host: new URL(origin).host, ...length, ...asked.headers };
    const request = open({ hostname, port, method, path, agent, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("error", ({ message }) => finish(`broke off: ${message}`));
      response.on("end", () =>
        finish({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(pieces),
        }),
      );
    });
    const patience = setTimeout(() => {
      finish("no answer within 30 seconds");
      request.destroy();
    }, PATIENCE_MS);
    const finish = (outcome: Answer | string) => {
      clearTimeout(patience);
      resolve(outcome);
    };
    request.on("error", ({ message }) => finish(request.reusedSocket ? "died" : message));
    if (asked.chunked === true && body !== null) request.write(body);
    request.end(asked.chunked === true ? null : body);
  });
}

export function get(path: string, cookie: string | null): Asked {
  const headers = { accept: "text/html", ...(cookie === null ? {} : { cookie }) };
  return { method: "GET", path, headers, body: null };
}

export type Fields = readonly (readonly [name: string, value: string])[];

/** A form as a page of ours sends it. */
export function post(path: string, cookie: string | null, fields: Fields): Asked {
  const headers = { ...get(path, cookie).headers, "content-type": FORM };
  return { method: "POST", path, headers, body: urlencoded(fields) };
}

export const FORM = "application/x-www-form-urlencoded";

export function urlencoded(fields: Fields): Uint8Array {
  const text = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return new TextEncoder().encode(text);
}

/** Writes bytes on one line; answers the statuses that come back. With `andLeave` the line is cut. */
export function write(origin: string, text: string, andLeave: boolean): Promise<readonly number[]> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(text, () => {
        if (andLeave) socket.destroy();
      });
    });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error("no answer within 30 seconds")));
    let said = "";
    socket.on("data", (piece) => {
      said += piece.toString("latin1");
    });
    socket.on("error", reject);
    socket.on("close", () => {
      resolve([...said.matchAll(/^HTTP\/1\.1 (\d{3})/gmu)].map(([, status]) => Number(status)));
    });
  });
}
