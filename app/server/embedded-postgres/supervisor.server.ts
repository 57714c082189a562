import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

import { OperatorError } from "#app/db/operator-error.ts";

import {
  claimDirectory,
  findPostmaster,
  prepareData,
  processBirth,
  readSecret,
  type Postmaster,
} from "./cluster.server.ts";
import { choosePort } from "./ports.server.ts";
import {
  type Cluster,
  codeOf,
  explainBlockedFolder,
  openCluster,
  programPath,
  runProgram,
  spawnOptions,
} from "./programs.server.ts";

export interface EmbeddedPostgres {
  /** postgresql:// URL of the superuser on the `postgres` database, loopback only. */
  readonly url: string;
  readonly port: number;
  /** Fast shutdown; resolves when the server is gone. May be called more than once. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Absolute path of the data folder; its secret, port and owner files stand beside it. */
  readonly directory: string;
  /** Settings of postgresql.conf, passed as `-c name=value`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  /** Called when the server died by itself and was started again, or could not be at first. */
  readonly onRestart?: () => void;
}

/** What every start of one supervisor shares. */
interface Plan extends Required<Pick<EmbeddedPostgresOptions, "settings" | "log">> {
  readonly cluster: Cluster;
  readonly stopping: AbortSignal;
  readonly password: string;
}

/** A server that was ready once: started by this process, or left by one that was killed. */
interface Server {
  readonly pid: number;
  readonly port: number;
  readonly ended: Promise<void>;
  hasEnded(): boolean;
}

const patienceMs = 15_000;
const recoveryMs = 300_000;
const shutdownMs = 20_000;

/** Starts the database in the data folder (making it the first time), or adopts the server a killed
 *  process left there, and keeps it running until `stop()`. Throws when another living process
 *  serves the folder, or when the server cannot be brought up. */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(options.directory);
  if (cluster.directory !== options.directory) options.log(`data is kept in ${cluster.directory}`);
  const release = await claimDirectory(cluster.directory);
  try {
    return await startClaimed(options, cluster, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function startClaimed(
  { log, settings = {}, onRestart = () => undefined }: EmbeddedPostgresOptions,
  cluster: Cluster,
  release: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  const { directory } = cluster;
  const stopping = new AbortController();
  const left = await findPostmaster(directory);
  let password = left === null ? null : await readSecret(cluster);
  if (password === null) {
    // Without the secret we cannot speak to a server left here; it ends and gets a new password.
    if (left !== null) await stopServer(cluster, adopt(left), log);
    password = await prepareData(cluster, log);
  }
  const plan = { cluster, settings, log, password, stopping: stopping.signal };
  const server = await bringUp(plan);
  await fs.writeFile(`${directory}.port`, `${server.port}\n`);
  const endServer = supervise(plan, server, onRestart);
  const shutDown = async (): Promise<void> => {
    stopping.abort();
    await endServer();
    await release();
  };
  let stopped: Promise<void> | undefined;
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${server.port}/postgres`,
    port: server.port,
    stop: () => (stopped ??= shutDown()),
  };
}

/** Restarts the server whenever it dies, until the plan is stopping; answers how to end it. */
function supervise(plan: Plan, first: Server, onRestart: () => void): () => Promise<void> {
  const { log, stopping } = plan;
  let server = first;

  const restart = async (pauseMs: number): Promise<void> => {
    for (let wait = pauseMs, failures = 0; !stopping.aborted; wait = backOff(wait)) {
      try {
        await sleep(wait, undefined, { signal: stopping });
        server = await bringUp(plan, first.port);
        return queueMicrotask(onRestart);
      } catch (error) {
        if (stopping.aborted) return;
        log(`the database could not be restarted: ${String(error)}`);
        failures += 1;
        if (failures === 1) queueMicrotask(onRestart);
      }
    }
  };
  const watch = async (): Promise<void> => {
    let pauseMs = 0;
    while (!stopping.aborted) {
      const since = performance.now();
      await server.ended;
      if (stopping.aborted) return;
      pauseMs = performance.now() - since > 10_000 ? 0 : backOff(pauseMs);
      log("the database server died, restarting it");
      await restart(pauseMs);
    }
  };
  const watching = watch();
  return async () => {
    await stopServer(plan.cluster, server, log);
    await watching;
    await stopServer(plan.cluster, server, log); // one that became ready at this very moment
  };
}

function backOff(pauseMs: number): number {
  return Math.min(pauseMs * 2 + 50, 2_000);
}

/** Adopts the living server of the data folder or launches one. Tries again while a dying server or
 *  its orphans stand in the way, for 15 s (longer while one replays its log after a crash). */
async function bringUp(plan: Plan, fixedPort?: number): Promise<Server> {
  const { cluster, log, stopping } = plan;
  const began = performance.now();
  for (;;) {
    const left = await findPostmaster(cluster.directory);
    let problem: unknown;
    try {
      if (left !== null) return await takeOver(plan, left, fixedPort);
      await endOrphans(cluster.directory);
      return await launch(plan, fixedPort ?? (await choosePort(cluster.directory)));
    } catch (error) {
      problem = error;
    }
    if (stopping.aborted || problem instanceof LastingProblem) throw problem;
    const limitMs = left?.status === "starting" ? recoveryMs : patienceMs;
    if (performance.now() - began > limitMs) {
      throw new OperatorError(
        `Không khởi động được cơ sở dữ liệu ở ${cluster.directory}. (The database could not be started: ${String(problem)})`,
        { cause: problem },
      );
    }
    if (left === null) log(`the database did not start, trying again: ${String(problem)}`);
    await sleep(150);
  }
}

/** A problem that waiting will not cure. */
class LastingProblem extends OperatorError {}

async function takeOver(plan: Plan, left: Postmaster, fixedPort?: number): Promise<Server> {
  const { cluster, log, settings } = plan;
  if (left.status !== "ready" || !(await answers(left.port, plan.password))) {
    throw new Error(`process ${left.pid} holds the folder and is ${left.status || "starting"}`);
  }
  const options = await fs.readFile(path.join(cluster.directory, "postmaster.opts"), "utf8");
  const wanted = serverArguments(cluster, fixedPort ?? left.port, settings);
  const server = adopt(left);
  if (options.includes(wanted.map((argument) => ` "${argument}"`).join(""))) {
    log(`adopted the database server ${left.pid} left by a killed process`);
    return server;
  }
  await stopServer(cluster, server, log);
  throw new Error(`server ${left.pid} ran with other settings and was stopped`);
}

function adopt(left: Postmaster): Server {
  let over = false;
  const watch = async (): Promise<void> => {
    while ((await processBirth(left.pid)) === left.birth) await sleep(100);
    over = true;
  };
  return { pid: left.pid, port: left.port, ended: watch(), hasEnded: () => over };
}

function serverArguments(cluster: Cluster, port: number, settings: Plan["settings"]): string[] {
  const all = {
    max_connections: "100",
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    ...settings,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    logging_collector: "off",
    cluster_name: clusterName(cluster.directory),
  };
  const pairs = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", cluster.directory, "-p", String(port), ...pairs];
}

/** Stands in the title of every backend, where anyone may read it: how its orphans are known. */
function clusterName(directory: string): string {
  return `nep-hoc-${createHash("sha256").update(directory).digest("hex").slice(0, 16)}`;
}

async function launch(plan: Plan, port: number): Promise<Server> {
  const { cluster, log, stopping } = plan;
  const words = serverArguments(cluster, port, plan.settings);
  const child = spawn(programPath(cluster, "postgres"), words, {
    ...spawnOptions(cluster),
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    log(line);
    said.push(line);
    if (said.length > 8) said.shift();
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", (error) => resolve(void said.push(error.message)));
  });
  const hasEnded = (): boolean => !child.pid || (child.exitCode ?? child.signalCode) !== null;
  const server = { pid: child.pid ?? 0, port, ended, hasEnded };
  const began = performance.now();
  try {
    while (!server.hasEnded()) {
      const now = await findPostmaster(cluster.directory);
      const ready = now?.pid === server.pid && now.status === "ready";
      if (ready && (await answers(port, plan.password))) return server;
      stopping.throwIfAborted();
      if (performance.now() - began > recoveryMs) throw new LastingProblem("it never became ready");
      await Promise.race([ended, sleep(30)]);
    }
  } catch (error) {
    await stopServer(cluster, server, log);
    throw error;
  }
  await sleep(50); // its last words may still be in the pipe
  const blocked = await explainBlockedFolder(cluster, said.join("\n"));
  if (blocked !== null) throw new LastingProblem(blocked);
  throw new Error(`postgres ended: ${said.join(" | ")}`);
}

/** Fast shutdown, by force after 20 s. */
async function stopServer(cluster: Cluster, server: Server, log: Plan["log"]): Promise<void> {
  if (server.hasEnded()) return;
  if (process.platform === "win32") {
    const words = ["stop", "-m", "fast", "-W", "-D", cluster.directory];
    await runProgram(cluster, "pg_ctl", words).catch(() => undefined);
  } else {
    send(server.pid, "SIGINT");
  }
  const forced = sleep(shutdownMs, "late", { ref: false });
  if ((await Promise.race([server.ended, forced])) === "late") {
    log("the database server did not stop in time, killing it");
    send(server.pid, "SIGKILL");
    await server.ended;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error;
  }
}

/** Backends of a killed server leave by themselves unless they are busy; while one lives, no new
 *  server may start. Elsewhere than on Linux we only wait for them. */
async function endOrphans(directory: string): Promise<void> {
  for (let round = 0; round < 40; round += 1) {
    const orphans: number[] = [];
    for (const pid of (await fs.readdir("/proc").catch(() => [])).map(Number).filter(Boolean)) {
      const title = await fs.readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      if (title.startsWith(`postgres: ${clusterName(directory)}: `)) orphans.push(pid);
    }
    if (orphans.length === 0) return;
    if (round >= 20) for (const pid of orphans) send(pid, "SIGKILL");
    await sleep(50);
  }
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({
    connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    ssl: false,
    connectionTimeoutMillis: 3_000,
    query_timeout: 3_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch (error) {
    if (codeOf(error) === "28P01") {
      throw new LastingProblem(
        "mật khẩu trong tệp .secret không khớp với dữ liệu: hãy xoá tệp ấy rồi khởi động lại (the password in the .secret file does not fit the data: delete that file and start again)",
      );
    }
    return codeOf(error) === "53300"; // every connection is taken: it is alive
  } finally {
    await client.end().catch(() => undefined);
  }
}
