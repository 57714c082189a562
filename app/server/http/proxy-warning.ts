import type { IncomingMessage } from "node:http";

/**
 * Tells once when requests come through a proxy that nobody counted: every visitor has the proxy's address
 * then, and shares the tries of all others.
 */
export function proxyWarning(
  proxies: number,
  warn: (text: string) => void,
): (request: Pick<IncomingMessage, "headers">) => void {
  let isTold = proxies > 0;
  return ({ headers }) => {
    if (isTold || headers["x-forwarded-for"] === undefined) return;
    isTold = true;
    warn(
      "X-Forwarded-For comes with requests, and NEPHOC_PROXIES is 0: all visitors count as one address. Set it to the number of proxies in front",
    );
  };
}
