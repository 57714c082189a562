import { execFile } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import * as fs from "node:fs/promises";
import * as path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

import { OperatorError } from "#app/db/operator-error.ts";

import { type Cluster, codeOf, onWindows, runProgram } from "./programs.server.ts";

const execute = promisify(execFile);

/** The superuser's password; when the data folder is new, it is made. A data folder that came
 *  without its secret file (from a backup) is given a new password. No server may be running. */
export async function prepareData(cluster: Cluster, log: (line: string) => void): Promise<string> {
  const { directory } = cluster;
  const initialised = existsSync(path.join(directory, "PG_VERSION"));
  const known = await readSecret(cluster);
  const password = known ?? randomBytes(24).toString("base64url");
  if (!initialised) {
    if (known === null) await writeSecret(cluster, password);
    await initialise(cluster, log);
  }
  await giveToAccount(cluster);
  if (initialised && known === null) {
    log("the secret file is missing: setting a new superuser password");
    const sql = `ALTER ROLE postgres PASSWORD '${password}';\n`;
    await runProgram(cluster, "postgres", ["--single", "-D", directory, "postgres"], sql);
    await writeSecret(cluster, password);
  }
  return password;
}

export async function readSecret(cluster: Cluster): Promise<string | null> {
  const file = `${cluster.directory}.secret`;
  return existsSync(file) ? (await fs.readFile(file, "utf8")).trim() || null : null;
}

async function writeSecret(cluster: Cluster, password: string): Promise<void> {
  const { uid, gid } = cluster.account;
  const draft = `${cluster.directory}.secret.${randomBytes(4).toString("hex")}`;
  const file = await fs.open(draft, "wx", 0o600);
  try {
    await file.writeFile(`${password}\n`);
    // initdb reads the file itself, as the server's user.
    if (uid !== undefined && gid !== undefined) await file.chown(uid, gid);
    await file.sync();
  } finally {
    await file.close();
  }
  await fs.rename(draft, `${cluster.directory}.secret`);
  await syncFolder(path.dirname(cluster.directory));
}

/** Fills a draft folder beside the data folder and renames it when it is whole, so an initdb killed
 *  in the middle leaves nothing that looks like a database. Each draft has its own name, because the
 *  initdb of a killed Node may still be writing to the last one. */
async function initialise(cluster: Cluster, log: (line: string) => void): Promise<void> {
  const { directory, account } = cluster;
  const parent = path.dirname(directory);
  const left = await fs.readdir(directory).catch(() => []);
  if (left.length > 0) {
    throw new OperatorError(
      `Thư mục ${directory} có tệp lạ, không phải dữ liệu PostgreSQL: hãy dời chúng đi hoặc chọn thư mục khác. (The folder holds files that are not a PostgreSQL database: move them or choose another folder.)`,
    );
  }
  for (const name of await fs.readdir(parent)) {
    if (!name.startsWith(`${path.basename(directory)}.tmp-`)) continue;
    log(`removing an unfinished database: ${name}`);
    await fs.rm(path.join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
  const draft = `${directory}.tmp-${randomBytes(4).toString("hex")}`;
  await fs.mkdir(draft, { mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) {
    await fs.chown(draft, account.uid, account.gid);
  }
  log("creating the database");
  const choices = [
    "--encoding=UTF8 --data-checksums --locale-provider=icu --icu-locale=vi".split(" "),
    "--auth=scram-sha-256 --username=postgres --lc-messages=C --no-instructions".split(" "),
    [`--pwfile=${directory}.secret`, `--pgdata=${draft}`],
  ].flat();
  // With the C locale text search and trigrams would not take "ế" for a letter.
  const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  await runProgram(cluster, "initdb", [...choices, `--locale=${locale}`]).catch(async (error) => {
    log(`initdb with the locale ${locale} failed, trying C: ${String(error)}`);
    await runProgram(cluster, "initdb", [...choices, "--locale=C"]);
  });
  await fs.rename(draft, directory).catch((error: unknown) => {
    throw new OperatorError(
      `Không đổi tên được ${draft} thành ${directory}; nếu đó là điểm gắn đĩa, hãy dùng một thư mục con của nó. (Cannot rename the new database into place; if that folder is a mount point, use a folder inside it.)`,
      { cause: error },
    );
  });
  await syncFolder(parent);
}

/** A folder copied or once used by somebody else is handed to the server's user; PostgreSQL also
 *  refuses one that others may read. */
async function giveToAccount(cluster: Cluster): Promise<void> {
  const { directory, account } = cluster;
  const { uid, gid } = account;
  if (onWindows) return;
  const { uid: owner, mode } = await fs.stat(directory);
  if (uid !== undefined && gid !== undefined && owner !== uid) {
    const names = await fs.readdir(directory, { recursive: true });
    for (const name of [...names, "."]) await fs.lchown(path.join(directory, name), uid, gid);
  }
  if ((mode & 0o027) !== 0) await fs.chmod(directory, 0o700);
}

async function syncFolder(folder: string): Promise<void> {
  if (onWindows) return;
  const handle = await fs.open(folder, "r");
  await handle.sync();
  await handle.close();
}

/** When the process with this id was born, as a word fit for a file name: together with the id it
 *  names one process for good. Null when there is none, or only a zombie. */
export async function processBirth(pid: number): Promise<string | null> {
  if (!processExists(pid)) return null;
  if (onWindows) return "alive";
  if (existsSync("/proc/self/stat")) {
    const stat = await fs.readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
    if (stat === null) return null;
    // After the name in brackets: the state is the 3rd field, the start time the 22nd.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    const boot = await fs.readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
    return `${fields[19] ?? ""}-${boot.slice(0, 8)}`;
  }
  const ps = await execute("ps", ["-o", "stat=,lstart=", "-p", String(pid)]).catch(() => null);
  const line = ps?.stdout.trim() ?? "";
  return line === "" || line.startsWith("Z")
    ? null
    : line.replace(/^\S+\s+/, "").replace(/\W+/g, "-");
}

function processExists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** What postmaster.pid says about a living server of the data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly birth: string;
  readonly port: number;
  /** "starting", "ready", "stopping", or empty in its first moments. */
  readonly status: string;
}

export async function findPostmaster(directory: string): Promise<Postmaster | null> {
  const file = path.join(directory, "postmaster.pid");
  const read = (): Promise<string | null> => fs.readFile(file, "utf8").catch(() => null);
  let text = await read();
  if (text?.trim() === "") {
    await sleep(300); // a server that is just starting fills it at once; a power cut left it empty
    text = await read();
    if (text?.trim() === "") await fs.rm(file, { force: true });
  }
  const lines = (text ?? "").split("\n");
  const pid = Math.abs(Number.parseInt(lines[0] ?? "", 10)); // negative in single-user mode
  if (!(pid > 0)) return null;
  const birth = await processBirth(pid);
  if (birth !== null && (await serves(pid, directory))) {
    return { pid, birth, port: Number(lines[3]), status: (lines[7] ?? "").trim() };
  }
  // PostgreSQL itself gets over a number nobody has; a zombie, or another program that was given
  // the number, would keep it from starting.
  if (processExists(pid)) await fs.rm(file, { force: true });
  return null;
}

/** Whether the process is a server started on this folder, by its command line. */
async function serves(pid: number, directory: string): Promise<boolean> {
  const line = await fs.readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  if (line === null) return process.platform !== "linux" || !processExists(pid);
  const words = line.split("\0");
  return path.basename(words[0] ?? "") === "postgres" && words.includes(directory);
}

/** Whether a living process, perhaps this one, serves the data folder. */
export async function isServed(directory: string): Promise<boolean> {
  const prefix = `${path.basename(directory)}.owner.`;
  for (const name of await fs.readdir(path.dirname(directory)).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const [pid, birth] = name.slice(prefix.length).split(".");
    if ((await processBirth(Number(pid))) === birth) return true;
  }
  return false;
}

/** Marks the data folder as served by this process, with a file `<directory>.owner.<pid>.<birth>`;
 *  answers how to take the mark away. Everyone writes their own mark before looking for others, so
 *  of two that start at once at least one sees the other; a dead process's mark can be removed by
 *  anyone, since its name will never mean a living one again. */
export async function claimDirectory(directory: string): Promise<() => Promise<void>> {
  const parent = path.dirname(directory);
  const prefix = `${path.basename(directory)}.owner.`;
  const own = `${prefix}${process.pid}.${await processBirth(process.pid)}`;
  const release = (): Promise<void> => fs.rm(path.join(parent, own), { force: true });
  let other: string | undefined = String(process.pid);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (attempt > 0) await sleep(randomInt(10, 250));
    const file = await fs.open(path.join(parent, own), "wx").catch(() => null);
    if (file === null) break; // this very process serves the folder already
    await file.close();
    other = undefined;
    for (const name of await fs.readdir(parent)) {
      if (!name.startsWith(prefix) || name === own) continue;
      const [pid, birth] = name.slice(prefix.length).split(".");
      if ((await processBirth(Number(pid))) === birth) other = pid;
      else await fs.rm(path.join(parent, name), { force: true });
    }
    if (other === undefined) return release;
    await release();
  }
  throw new OperatorError(
    `Cơ sở dữ liệu ở ${directory} đang chạy ở tiến trình khác (số ${other}): hãy dừng tiến trình ấy trước. (The database folder is in use by process ${other}: stop it first.)`,
  );
}
