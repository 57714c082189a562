import type { IncomingMessage } from "node:http";

/** Whose network address a request comes from: the last that no proxy of ours has added. */
export function clientAddress({ socket, headers }: IncomingMessage, proxies: number): string {
  const told = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  const way = [socket.remoteAddress ?? "", ...told.toReversed()];
  return way[Math.min(proxies, way.length - 1)] ?? "";
}
