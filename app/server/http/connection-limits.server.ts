import type { Server } from "node:http";
import type { Socket } from "node:net";

const HEAD_MILLISECONDS = 15_000;
/** Of bodies that nobody reads; those that are read have a pace to keep. */
const REQUEST_MILLISECONDS = 15 * 60_000;
const CHECK_MILLISECONDS = 5_000;
const CONNECTIONS_AT_MOST = 4_000;
const HEADERS_AT_MOST = 100;

/**
 * How long a head may take, and how many connections there may be, in all and of one address. Behind
 * proxies all come from the proxy's address, and it has to count them.
 */
export function limitConnections(
  server: Server,
  { perAddress, proxies }: { readonly perAddress: number; readonly proxies: number },
): void {
  server.headersTimeout = HEAD_MILLISECONDS;
  server.requestTimeout = REQUEST_MILLISECONDS;
  server.maxConnections = CONNECTIONS_AT_MOST;
  server.maxHeadersCount = HEADERS_AT_MOST;
  if (proxies > 0) return;
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    const before = open.get(address) ?? 0;
    if (before >= perAddress) {
      socket.destroy();
      return;
    }
    open.set(address, before + 1);
    socket.once("close", () => {
      const now = (open.get(address) ?? 1) - 1;
      if (now === 0) open.delete(address);
      else open.set(address, now);
    });
  });
}

export const SERVER_OPTIONS = { connectionsCheckingInterval: CHECK_MILLISECONDS } as const;
