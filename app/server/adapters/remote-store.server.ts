import XAPI from "@xapi/xapi";
import { z } from "zod";

import type {
  AddressPolicy,
  Delivery,
  FaultCode,
  RemoteAddress,
  RemoteCopy,
  RemoteStore,
} from "#app/domain/exchange/index.ts";
import { faultOf } from "#app/domain/exchange/index.ts";

import { type BatchBody, batchBody } from "./batch-body.server.ts";
import {
  type OutboundAnswer,
  type OutboundRequest,
  RefusedAddress,
  requestOutbound,
  TooSlow,
} from "./outbound-request.server.ts";

type Client = XAPI;
type Adapter = Extract<
  NonNullable<ConstructorParameters<typeof XAPI>[0]["adapter"]>,
  (...parameters: never[]) => unknown
>;
type Versions = NonNullable<ConstructorParameters<typeof XAPI>[0]["version"]>;

/** What was answered, whatever the status; or what went wrong on the way. */
type Exchange =
  | { readonly kind: "answered"; readonly answer: OutboundAnswer }
  | { readonly kind: "failed"; readonly error: unknown };

/**
 * Another record store through @xapi/xapi. Its own fetch adapter forgets the status and the headers
 * of what is refused, follows redirects, and writes numbers anew; so it is given one of ours.
 */
export function openRemoteStore(
  { policy, fileOf }: RemoteWays,
  address: RemoteAddress,
): RemoteStore {
  const ask = (body: BatchBody | null, call: (client: Client) => Promise<unknown>) =>
    exchangeWith(policy, address, body, call);
  return {
    async send(batch) {
      const body = await batchBody(batch, fileOf, BODY_BYTES_AT_MOST);
      // Fewer statements may fit.
      if (body === "too-large") return { kind: "refused", fault: faultOf("too-large") };
      return deliveryOf(await ask(body, (client) => client.sendStatements({ statements: [] })));
    },
    async find(id) {
      const kept = copyOf(await ask(null, (client) => client.getStatement({ statementId: id })));
      if (kept.kind !== "unread") return kept;
      return copyOf(
        await ask(null, (client) => client.getVoidedStatement({ voidedStatementId: id })),
      );
    },
    async versions() {
      const exchange = await ask(null, (client) => client.getAbout());
      if (exchange.kind === "failed" || exchange.answer.status !== 200) return null;
      const about = About.safeParse(jsonOf(exchange.answer.text));
      return about.success ? about.data.version : null;
    },
  };
}

export interface RemoteWays {
  readonly policy: AddressPolicy;
  /** The file of an attachment, by the hash of its bytes; null when it is not kept here. */
  readonly fileOf: (sha2: string) => Promise<Uint8Array | null>;
}

const BODY_BYTES_AT_MOST = 8 * 1024 * 1024;

const About = z.object({ version: z.array(z.string()).min(1) });

/** @param body sent as it stands instead of what the client would write */
async function exchangeWith(
  policy: AddressPolicy,
  { endpoint, user, secret, version }: RemoteAddress,
  body: BatchBody | null,
  call: (client: Client) => Promise<unknown>,
): Promise<Exchange> {
  const made: { exchange: Exchange | null } = { exchange: null };
  const adapter: Adapter = async ({ url, method, headers = {} }) => {
    const request: OutboundRequest = {
      url,
      method,
      headers: { ...textHeaders(headers), ...(body === null ? {} : { "Content-Type": body.type }) },
      body: body?.bytes ?? null,
    };
    const answer = await requestOutbound(policy, request);
    made.exchange = { kind: "answered", answer };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody reads it; the answer is kept above
    return { data: null as never, headers: answer.headers, status: answer.status };
  };
  const client = new XAPI({
    endpoint,
    auth: `Basic ${Buffer.from(`${user}:${secret}`, "utf8").toString("base64")}`,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types know 1.0.x only
    version: version as Versions,
    adapter,
  });
  try {
    await call(client);
  } catch (error) {
    // The network's faults are many and not ours; each is told to a person and tried again.
    made.exchange ??= { kind: "failed", error };
  }
  return made.exchange ?? { kind: "failed", error: new Error("the client asked nothing") };
}

function textHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function deliveryOf(exchange: Exchange): Delivery {
  if (exchange.kind === "failed") return awayFor(exchange.error);
  const { status, text } = exchange.answer;
  if (status === 200 || status === 204) return { kind: "stored" };
  const code = REFUSALS[status];
  if (code !== undefined) return { kind: "refused", fault: faultOf(code, status, text) };
  return awayAfter(exchange.answer);
}

/** What will be refused again, however often it is sent. */
const REFUSALS: Readonly<Partial<Record<number, FaultCode>>> = {
  400: "refused",
  409: "conflict",
  413: "too-large",
  422: "refused",
};

function copyOf(exchange: Exchange): RemoteCopy {
  if (exchange.kind === "failed") return awayFor(exchange.error);
  const { status, text } = exchange.answer;
  if (status === 200) return { kind: "found", text };
  return [400, 401, 403, 404].includes(status) ? { kind: "unread" } : awayAfter(exchange.answer);
}

function awayAfter({ status, headers, text }: OutboundAnswer) {
  return {
    kind: "away" as const,
    fault: faultOf(codeOf(status), status, text),
    retryAfterSeconds: secondsOf(headers),
  };
}

function codeOf(status: number): FaultCode {
  if (status === 401 || status === 403) return "unauthorised";
  if (status === 404 || status === 405 || status === 410) return "not-found";
  if (status === 429) return "busy";
  if (status >= 300 && status < 400) return "redirect";
  return status >= 500 ? "broken" : "unexpected";
}

function awayFor(error: unknown) {
  const said = error instanceof Error ? error.message : "";
  const slow = error instanceof TooSlow;
  const code = error instanceof RefusedAddress ? "address" : slow ? "timeout" : "unreachable";
  return { kind: "away" as const, fault: faultOf(code, null, said), retryAfterSeconds: null };
}

/** What Retry-After asks for (RFC 9110 §10.2.3); a moment is read by the clock of whoever named it. */
function secondsOf(headers: Readonly<Record<string, string>>): number | null {
  const asked = headers["retry-after"]?.trim() ?? "";
  if (/^\d{1,9}$/u.test(asked)) return Number(asked);
  const milliseconds = Date.parse(asked) - Date.parse(headers["date"] ?? "");
  return Number.isNaN(milliseconds) ? null : Math.ceil(milliseconds / 1000);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // another store may answer with anything
  }
}
