// The product under test as a newcomer starts it, and the ways in which its processes are killed.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Where one installation keeps everything. */
export interface Installation {
  readonly folder: string;
  readonly data: string;
  readonly port: number;
}

export interface Running {
  /** As it was printed. */
  readonly origin: string;
  /** Everything it printed, for whoever must find out why it failed. */
  readonly said: () => string;
  /** Whether the processes are gone. */
  readonly hasEnded: () => boolean;
  /** SIGKILL to Node and what wraps it; PostgreSQL leads a process group of its own and lives on. */
  readonly killNode: () => Promise<void>;
  /** SIGKILL to the process that serves alone; what keeps it running starts it again. */
  readonly killServer: () => Promise<void>;
  /** What Ctrl-C does. */
  readonly stop: () => Promise<void>;
}

const FIRST_START_MS = 600_000;
const SAID_AT_MOST = 20_000;
/** What a newcomer has not set. */
const UNSET = [
  "DATABASE_URL",
  "DATABASE_APP_URL",
  "NEPHOC_SECRET",
  "NEPHOC_ORIGIN",
  "NEPHOC_BASE_IRI",
  "NEPHOC_SAMPLE",
  "NEPHOC_PROXIES",
  "NODE_ENV",
];

export async function makeInstallation(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), "nep-hoc-kill-"));
  // PostgreSQL runs as a user of its own when Node is root, and must pass through.
  await chmod(folder, 0o755);
  return { folder, data: join(folder, "data"), port: await freePort() };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

/** `node app/server/boot/launch.js`; resolves when the address is printed. */
export async function start({ data, port }: Installation): Promise<Running> {
  const child = spawn(
    "env",
    [
      ...UNSET.flatMap((name) => ["-u", name]),
      `NEPHOC_DATA=${data}`,
      `PORT=${port}`,
      "LOG_LEVEL=warn",
      "node",
      "app/server/boot/launch.js",
    ],
    { detached: true, stdio: ["ignore", "pipe", "pipe"] },
  );
  const said = listenTo(child);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const hasEnded = () => (child.exitCode ?? child.signalCode) !== null || child.pid === undefined;
  const killNode = async () => {
    if (child.pid !== undefined) signal(-child.pid, "SIGKILL");
    await ended;
  };
  const begun = performance.now();
  for (;;) {
    const [, origin] = /đang chạy: (\S+)/u.exec(said()) ?? [];
    if (origin !== undefined) {
      const stop = async () => {
        signal(await nodePid(data), "SIGTERM");
        await ended;
      };
      const killServer = async () => signal(await nodePid(data), "SIGKILL");
      return { origin, said, hasEnded, killNode, killServer, stop };
    }
    if (hasEnded() || performance.now() - begun > FIRST_START_MS) {
      await killNode();
      throw new Error(`the product did not start:\n${said()}`);
    }
    await sleep(20);
  }
}

function listenTo(child: ChildProcess): () => string {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-SAID_AT_MOST);
    });
  }
  return () => said;
}

/** The process that serves the data folder: its mark is `postgres.owner.<pid>.<birth>`. */
async function nodePid(data: string): Promise<number> {
  const marks = (await readdir(data)).filter((name) => name.startsWith("postgres.owner."));
  const alive = marks
    .map((name) => Number(name.split(".")[2]))
    .filter((pid) => existsSync(`/proc/${pid}`));
  const [pid] = alive;
  if (pid === undefined || alive.length > 1) throw new Error(`marks of owners: ${marks.join(" ")}`);
  return pid;
}

export interface Postmaster {
  readonly pid: number;
  readonly ready: boolean;
}

/** As postmaster.pid has it; null while there is none. */
export async function findPostmaster({ data }: Installation): Promise<Postmaster | null> {
  const text = await readFile(join(data, "postgres", "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, ready: (lines[7] ?? "").trim() === "ready" } : null;
}

export async function killPostmaster(installation: Installation): Promise<number> {
  const postmaster = await findPostmaster(installation);
  if (postmaster === null) throw new Error("there is no postmaster to kill");
  signal(postmaster.pid, "SIGKILL");
  return postmaster.pid;
}

/** Ends whatever a failed run left behind. */
export async function killAll(installation: Installation, product: Running): Promise<void> {
  if (!product.hasEnded()) await product.killNode();
  const postmaster = await findPostmaster(installation);
  if (postmaster !== null) signal(postmaster.pid, "SIGINT");
}

/** URL of the product's database, as the owner of the tables. */
export async function databaseUrl({ data }: Installation): Promise<string> {
  const [secret, port] = await Promise.all(
    ["secret", "port"].map((name) => readFile(join(data, `postgres.${name}`), "utf8")),
  );
  return `postgresql://postgres:${secret?.trim()}@127.0.0.1:${port?.trim()}/nephoc`;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    const gone = error instanceof Error && "code" in error && error.code === "ESRCH";
    if (!gone) throw error;
  }
}
