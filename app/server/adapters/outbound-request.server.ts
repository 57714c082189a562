import { type LookupAddress, lookup as lookupName } from "node:dns";
import { type ClientRequest, type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { LookupFunction } from "node:net";

import { type AddressPolicy, bareHost, mayConnect } from "#app/domain/exchange/index.ts";

/** The address, or the one that a name was resolved to, lies where nothing of ours may go. */
export class RefusedAddress extends Error {
  override readonly name = "RefusedAddress";
}

/** It took longer than it may. */
export class TooSlow extends Error {
  override readonly name = "TooSlow";
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface OutboundRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

const REQUEST_MILLISECONDS = 20_000;
const ANSWER_BYTES_AT_MOST = 4 * 1024 * 1024;

/**
 * One request to a host that an official named. Every address that the name resolves to is checked,
 * and the connection goes to one of those, so that the name cannot lead elsewhere a moment later.
 * Redirects are answers like any other.
 */
export function requestOutbound(
  policy: AddressPolicy,
  { url, method, headers, body }: OutboundRequest,
): Promise<OutboundAnswer> {
  const target = new URL(url);
  const host = bareHost(target.hostname);
  // A numeric address is connected to without being looked up.
  if (/^[\d.]+$|:/u.test(host) && !mayConnect(host, host, policy)) {
    return Promise.reject(new RefusedAddress(host));
  }
  const send = target.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(REQUEST_MILLISECONDS);
    const begun: ClientRequest = send(
      target,
      {
        method,
        headers:
          body === null ? headers : { ...headers, "Content-Length": Buffer.byteLength(body) },
        lookup: lookupWithin(host, policy),
        signal,
      },
      (answer) => {
        readAnswer(answer).then(resolve, (error: unknown) => reject(faultOf(error, signal)));
      },
    );
    // Not once: what breaks while it is being broken off has nobody else to tell.
    begun.on("error", (error) => reject(faultOf(error, signal)));
    begun.end(body ?? undefined);
  });
}

function faultOf(error: unknown, signal: AbortSignal): Error {
  if (signal.aborted) return new TooSlow(`more than ${REQUEST_MILLISECONDS} ms`);
  return error instanceof Error ? error : new Error(String(error));
}

function lookupWithin(host: string, policy: AddressPolicy): LookupFunction {
  return (hostname, options, done) => {
    lookupName(hostname, { ...options, all: true }, (error, found: readonly LookupAddress[]) => {
      if (error !== null) return done(error, "");
      const refused = found.find(({ address }) => !mayConnect(host, address, policy));
      const [first] = found;
      if (refused !== undefined) return done(new RefusedAddress(refused.address), "");
      if (options.all === true) return done(null, [...found]);
      return done(null, first?.address ?? "", first?.family);
    });
  };
}

async function readAnswer(answer: IncomingMessage): Promise<OutboundAnswer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no encoding was set
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > ANSWER_BYTES_AT_MOST) {
      answer.destroy();
      throw new Error(`an answer of more than ${ANSWER_BYTES_AT_MOST} bytes`);
    }
    chunks.push(bytes);
  }
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value] as const],
  );
  return {
    status: answer.statusCode ?? 0,
    headers: Object.fromEntries(headers),
    text: Buffer.concat(chunks).toString("utf8"),
  };
}
