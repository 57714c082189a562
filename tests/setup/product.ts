import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import type { TestProject } from "vitest/node";

export interface SignIn {
  readonly card: string;
  readonly pin: string;
  readonly name: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    origin: string;
    learners: SignIn[];
    attestor: SignIn;
    official: SignIn;
    officer: SignIn;
  }
}

/** The product as a newcomer starts it: one command, the embedded database, the sample province. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "nep-hoc-"));
  // The embedded database runs as another user when this one is root, and must get in.
  await chmod(folder, 0o755);
  const port = await freePort();
  const product = spawn(process.execPath, ["--import", "tsx", "app/server/start.ts"], {
    env: {
      ...process.env,
      // Vitest's own marks would make the build leave out its plugins.
      VITEST: undefined,
      DATABASE_URL: "",
      NODE_ENV: "production",
      PORT: String(port),
      NEPHOC_DATA: join(folder, "var"),
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: product.stdout })) {
    lines.push(line);
    if (line.startsWith("Dừng")) break;
  }
  if (product.exitCode !== null) throw new Error(`the product ended:\n${lines.join("\n")}`);

  const signIns = (who: string) =>
    lines.flatMap((line) => {
      const match = /^ {2}(\S.*?) {2,}(\S{4}-\S{4}) +PIN (\d{6}) +(.+)$/u.exec(line);
      const [, role, card, pin, name] = match ?? [];
      return role === who && card !== undefined && pin !== undefined && name !== undefined
        ? [{ card, pin, name }]
        : [];
    });
  const one = (who: string): SignIn => {
    const [first] = signIns(who);
    if (first === undefined) throw new Error(`no sign-in of ${who} in:\n${lines.join("\n")}`);
    return first;
  };
  project.provide("origin", `http://localhost:${port}`);
  project.provide("learners", signIns("Người học"));
  project.provide("attestor", one("Trưởng thôn"));
  project.provide("official", one("Cán bộ xã"));
  project.provide("officer", one("Cán bộ tỉnh"));

  return async () => {
    const ended = new Promise((resolve) => {
      product.once("exit", resolve);
    });
    product.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("no port"));
      });
    });
  });
}
