import { request } from "node:http";
import { createServer } from "node:net";

import { href } from "#app/routes.ts";

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** A browser as far as a drill needs one: as if it came through the proxy by the product's own address. */
export class DrillVisitor {
  readonly #port: number;
  readonly #origin: URL;
  #cookies = new Map<string, string>();

  constructor(port: number, origin: string) {
    this.#port = port;
    this.#origin = new URL(origin);
  }

  get(path: string): Promise<Answer> {
    return this.#ask("GET", path, null);
  }

  /** Whether the card and PIN open the door. */
  async signIn(card: string, pin: string): Promise<boolean> {
    const form = new URLSearchParams({ login: card, pin });
    const { status } = await this.#ask("POST", href("account/sign-in"), form.toString());
    return status === 302;
  }

  #ask(method: string, path: string, body: string | null): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = {
      host: this.#origin.host,
      "x-forwarded-host": this.#origin.host,
      "x-forwarded-for": "127.0.0.1",
      origin: this.#origin.origin,
      ...(cookie === "" ? {} : { cookie }),
      ...(body === null
        ? {}
        : {
            "content-type": "application/x-www-form-urlencoded",
            "content-length": Buffer.byteLength(body),
          }),
    };
    return new Promise((resolve, reject) => {
      const asked = request(
        { host: "127.0.0.1", port: this.#port, path, method, headers },
        (answer) => {
          for (const line of answer.headers["set-cookie"] ?? []) this.#remember(line);
          const parts: Buffer[] = [];
          answer.on("data", (part: Buffer) => parts.push(part));
          answer.on("end", () =>
            resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts) }),
          );
          answer.on("error", reject);
        },
      );
      asked.on("error", reject);
      asked.end(body ?? undefined);
    });
  }

  #remember(line: string): void {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("no port"));
      });
    });
  });
}
