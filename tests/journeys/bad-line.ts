import { once } from "node:events";
import { createServer, request as open, type ServerResponse } from "node:http";

/** What stands on a line instead of the product. */
export type Stranger =
  | { readonly kind: "says"; readonly status: number }
  /** A Wi-Fi that wants her to sign in: by a page of its own, or by leading there. */
  | { readonly kind: "portal"; readonly status: 200 | 302 }
  | { readonly kind: "cut" | "hangs" };

/** A line to the product on which somebody else may answer. */
export interface BadLine {
  readonly origin: string;
  /** Null: the product itself is reached. */
  readonly put: (stranger: Stranger | null) => void;
  readonly close: () => Promise<void>;
}

export const PORTAL = "Đăng nhập WiFi chợ";

export async function openBadLine(origin: string): Promise<BadLine> {
  const { hostname, port } = new URL(origin);
  let stranger: Stranger | null = null;
  const server = createServer((asked, answered) => {
    // A portal's own page is not the product's.
    const isPortal = asked.url?.startsWith("/portal") === true;
    if (stranger !== null || isPortal) {
      answerAs(isPortal ? { kind: "portal", status: 200 } : stranger, answered);
      return;
    }
    const { method, url: path, headers } = asked;
    const passed = open({ hostname, port, method, path, headers }, (answer) => {
      answered.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(answered);
    });
    passed.on("error", () => answered.destroy());
    asked.pipe(passed);
  });
  server.listen(0);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the line has no port");
  return {
    origin: `http://localhost:${address.port}`,
    put: (put) => {
      stranger = put;
      server.closeIdleConnections();
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function answerAs(stranger: Stranger | null, answered: ServerResponse): void {
  switch (stranger?.kind) {
    case "says":
      answered.writeHead(stranger.status, { "content-type": "text/html; charset=utf-8" });
      answered.end(`<!DOCTYPE html><title>${stranger.status}</title><h1>${stranger.status}</h1>`);
      return;
    case "portal":
      answered.writeHead(stranger.status, {
        "content-type": "text/html; charset=utf-8",
        ...(stranger.status === 302 ? { location: "/portal" } : {}),
      });
      answered.end(`<!DOCTYPE html><title>${PORTAL}</title><h1>${PORTAL}</h1>`);
      return;
    case "cut":
      answered.destroy();
      return;
    case "hangs":
    case undefined:
  }
}
