import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, type QueryResultRow } from "pg";
import { afterEach, expect, test, vi } from "vitest";
import {
  openCluster,
  programPath,
  spawnOptions,
} from "#app/server/embedded-postgres/programs.server.ts";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from "#app/server/embedded-postgres/supervisor.server.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const cleanings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const clean of cleanings.splice(0).toReversed()) await clean();
});

async function newDirectory(): Promise<string> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "nep-hoc-pg-"));
  await fs.chmod(folder, 0o755);
  cleanings.push(() => fs.rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return path.join(folder, "postgres");
}

async function start(
  directory: string,
  more: Partial<EmbeddedPostgresOptions> = {},
): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ directory, log: () => undefined, ...more });
  cleanings.push(() => postgres.stop());
  return postgres;
}

/** Another Node process that serves the folder; resolves when its database is ready. */
async function startElsewhere(directory: string): Promise<{ node: ChildProcess; said: string }> {
  const node = spawnElsewhere(directory);
  for await (const line of createInterface({ input: node.stdout })) {
    if (/^(ready|refused)/.test(line)) return { node, said: line };
  }
  throw new Error("the other process ended without a word");
}

function spawnElsewhere(directory: string) {
  const file = new URL("../../app/server/embedded-postgres/supervisor.server.ts", import.meta.url)
    .href;
  const options = `{ directory: ${JSON.stringify(directory)}, log: () => undefined }`;
  const code = `import { startEmbeddedPostgres } from ${JSON.stringify(file)};
    startEmbeddedPostgres(${options}).then(
      ({ url }) => console.log("ready " + url), ({ message }) => console.log("refused " + message));`;
  const node = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  cleanings.push(() => kill(node));
  return node;
}

async function kill(node: ChildProcess): Promise<void> {
  if (node.exitCode !== null || node.signalCode !== null) return;
  node.kill("SIGKILL");
  await once(node, "exit");
}

async function ask<Row extends QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url }).on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(directory: string): Promise<number> {
  return Number.parseInt(await fs.readFile(path.join(directory, "postmaster.pid"), "utf8"), 10);
}

async function until(holds: () => Promise<boolean> | boolean, limitMs = 30_000): Promise<void> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > limitMs) throw new Error("it did not happen in time");
    await sleep(20);
  }
}

async function startRestartable(directory: string) {
  let restarts = 0;
  const { url } = await start(directory, { onRestart: () => (restarts += 1) });
  const killAndAwait = async (limitMs = 30_000): Promise<void> => {
    process.kill(await postmasterPid(directory), "SIGKILL");
    await until(() => restarts === 1, limitMs);
  };
  return { url, killAndAwait };
}

/** A folder whose database has rows and was stopped in order. */
async function stoppedDatabase(): Promise<{ directory: string; first: EmbeddedPostgres }> {
  const directory = await newDirectory();
  const first = await start(directory);
  await writeThings(first.url);
  await first.stop();
  return { directory, first };
}

/** A folder whose database has rows and whose server outlived its Node. */
async function orphanedDatabase(): Promise<{ directory: string; left: number }> {
  const directory = await newDirectory();
  const { node, said } = await startElsewhere(directory);
  await writeThings(said.replace("ready ", ""));
  await kill(node);
  return { directory, left: await postmasterPid(directory) };
}

async function writeThings(url: string): Promise<void> {
  await ask(url, "CREATE TABLE thing (name text); INSERT INTO thing VALUES ('nếp'), ('học')");
}

async function things(url: string): Promise<string[]> {
  const sql = "SELECT name FROM thing ORDER BY name";
  return (await ask<{ name: string }>(url, sql)).map((row) => row.name);
}

test("a new database sorts as Vietnamese does, checks its pages and forgets nothing it acknowledged", async () => {
  const { url } = await start(await newDirectory());
  const [order] = await ask<{ words: string }>(
    url,
    "SELECT string_agg(word, ' ' ORDER BY word) AS words FROM unnest('{oz,ôi,ăn,đi,an,dù,anh,ơi}'::text[]) word",
  );
  expect(order?.words).toBe("an anh ăn dù đi oz ôi ơi");
  const [settings] = await ask<{ all: string }>(
    url,
    `SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) AS all FROM pg_settings
     WHERE name IN ('data_checksums', 'fsync', 'full_page_writes', 'listen_addresses', 'max_connections', 'server_encoding', 'synchronous_commit')`,
  );
  expect(settings?.all).toBe(
    "data_checksums=on fsync=on full_page_writes=on listen_addresses=127.0.0.1 max_connections=100 server_encoding=UTF8 synchronous_commit=on",
  );
});

test("a visitor without the password is turned away, and only the owner may read the password", async () => {
  const directory = await newDirectory();
  const { url } = await start(directory);
  const guess = new URL(url);
  guess.password = "postgres";
  await expect(ask(guess.href, "SELECT 1")).rejects.toThrow("password authentication failed");
  expect((await fs.stat(`${directory}.secret`)).mode & 0o777).toBe(0o600);
});

test("the second start takes under two seconds, on the same port, and finds the rows of the first", async () => {
  const { directory, first } = await stoppedDatabase();
  const began = performance.now();
  const second = await start(directory);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(second.port).toBe(first.port);
  expect(await things(second.url)).toEqual(["học", "nếp"]);
});

test("stopping twice is the same as stopping once, and nothing answers afterwards", async () => {
  const directory = await newDirectory();
  const postgres = await start(directory);
  await Promise.all([postgres.stop(), postgres.stop()]);
  await expect(ask(postgres.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
  const left = await fs.readdir(path.dirname(directory));
  expect(left.join(" ")).toBe("postgres postgres.port postgres.secret");
});

test("a server that is killed comes back by itself on the same port with its rows", async () => {
  const directory = await newDirectory();
  const { url, killAndAwait } = await startRestartable(directory);
  await writeThings(url);
  await killAndAwait();
  expect(await things(url)).toEqual(["học", "nếp"]);
});

test("a killed server whose backend is busy comes back within the patience of a start", async () => {
  const directory = await newDirectory();
  const { url, killAndAwait } = await startRestartable(directory);
  await writeThings(url);
  const busy = ask(url, "DO $$ BEGIN LOOP NULL; END LOOP; END $$").catch(() => "cut off");
  await sleep(300);
  await killAndAwait(15_000);
  expect(await busy).toBe("cut off");
  expect(await things(url)).toEqual(["học", "nếp"]);
});

test("stopping while the server is coming back leaves no server behind", async () => {
  const directory = await newDirectory();
  const postgres = await start(directory);
  process.kill(await postmasterPid(directory), "SIGKILL");
  await sleep(60);
  await postgres.stop();
  await expect(ask(postgres.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
});

test("the server left by a killed Node is adopted, and stopping stops it too", async () => {
  const { directory, left } = await orphanedDatabase();
  const postgres = await start(directory);
  expect(await postmasterPid(directory)).toBe(left);
  expect(await things(postgres.url)).toEqual(["học", "nếp"]);
  await postgres.stop();
  await expect(ask(postgres.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
});

test("an adopted server that is killed comes back as well", async () => {
  const { directory } = await orphanedDatabase();
  const { url, killAndAwait } = await startRestartable(directory);
  await killAndAwait();
  expect(await things(url)).toEqual(["học", "nếp"]);
});

test("when Node and the server were killed together, the rows are there after the next start", async () => {
  const directory = await newDirectory();
  const { node, said } = await startElsewhere(directory);
  await writeThings(said.replace("ready ", ""));
  const left = await postmasterPid(directory);
  node.kill("SIGKILL");
  process.kill(left, "SIGKILL");
  const { url } = await start(directory);
  expect(await things(url)).toEqual(["học", "nếp"]);
});

test("a server left with other settings is replaced by one with the settings asked for", async () => {
  const { directory } = await orphanedDatabase();
  const { url } = await start(directory, { settings: { max_connections: "17" } });
  expect(await ask(url, "SHOW max_connections")).toEqual([{ max_connections: "17" }]);
  expect(await things(url)).toEqual(["học", "nếp"]);
});

test("a database whose making was cut off is made anew", async () => {
  const directory = await newDirectory();
  const node = spawnElsewhere(directory);
  await until(async () => {
    const names = await fs.readdir(path.dirname(directory), { recursive: true });
    return names.some((name) => /^postgres\.tmp-\w+.PG_VERSION$/.test(name));
  });
  await kill(node);
  const { url } = await start(directory);
  expect(await ask(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a folder with somebody's files in it is refused, not overwritten", async () => {
  const directory = await newDirectory();
  await fs.mkdir(directory);
  await fs.writeFile(path.join(directory, "so-hoc-tap.txt"), "của tôi");
  await expect(start(directory)).rejects.toThrow("không phải dữ liệu PostgreSQL");
  expect(await fs.readdir(directory)).toEqual(["so-hoc-tap.txt"]);
});

test("the number of a dead server that now belongs to another program is no hindrance", async () => {
  const { directory, first } = await stoppedDatabase();
  const other = spawn("sleep", ["600"], { ...spawnOptions(await openCluster(directory)) });
  cleanings.push(() => kill(other));
  await fs.writeFile(
    path.join(directory, "postmaster.pid"),
    `${other.pid}\n${directory}\n1700000000\n${first.port}\n\n127.0.0.1\n  12345     67890\nready   \n`,
  );
  const second = await start(directory);
  expect(await things(second.url)).toEqual(["học", "nếp"]);
  expect(other.exitCode).toBeNull();
});

test("an empty lock file left by a power cut is no hindrance", async () => {
  const { directory } = await stoppedDatabase();
  await fs.writeFile(path.join(directory, "postmaster.pid"), "");
  const second = await start(directory);
  expect(await things(second.url)).toEqual(["học", "nếp"]);
});

test("a dead server that nobody has buried yet is no hindrance", async ({ skip }) => {
  skip(process.platform !== "linux");
  const { directory, first } = await stoppedDatabase();
  const cluster = await openCluster(directory);
  const options = ["-D", directory, "-p", String(first.port), "-c", "unix_socket_directories="];
  const command = [programPath(cluster, "postgres"), ...options];
  // The shell starts the server and becomes `sleep`, which never asks after its children.
  const parent = spawn("sh", ["-c", '"$0" "$@" & exec sleep 600', ...command], {
    ...spawnOptions(cluster),
    stdio: "ignore",
  });
  cleanings.push(() => kill(parent));
  await until(() => things(first.url).then(Boolean, () => false));
  const dead = await postmasterPid(directory);
  process.kill(dead, "SIGKILL");
  const second = await start(directory);
  expect(await fs.readFile(`/proc/${dead}/stat`, "utf8")).toContain(") Z ");
  expect(await things(second.url)).toEqual(["học", "nếp"]);
});

test("a second process is told that the database is running elsewhere", async () => {
  const directory = await newDirectory();
  await start(directory);
  const { said } = await startElsewhere(directory);
  expect(said).toContain(`đang chạy ở tiến trình khác (số ${process.pid})`);
  await expect(start(directory)).rejects.toThrow("đang chạy ở tiến trình khác");
});

test("of four processes that start at once on a new folder, exactly one makes the database", async () => {
  const directory = await newDirectory();
  const all = await Promise.all([1, 2, 3, 4].map(() => startElsewhere(directory)));
  const said = all.map((one) => one.said.slice(0, 5)).toSorted();
  expect(said).toEqual(["ready", "refus", "refus", "refus"]);
  for (const { node } of all) await kill(node);
  await start(directory); // adopts the server, so that it is stopped after the test
});

test("a port taken by another program since the last time is exchanged for a free one", async () => {
  const { directory, first } = await stoppedDatabase();
  const other = createServer().listen(first.port, "127.0.0.1");
  cleanings.push(async () => other.close());
  await once(other, "listening");
  const second = await start(directory);
  expect(second.port).not.toBe(first.port);
  expect(await things(second.url)).toEqual(["học", "nếp"]);
});

test("data restored from a backup without its secret file gets a new password", async () => {
  const { directory, first } = await stoppedDatabase();
  await fs.rm(`${directory}.secret`);
  const second = await start(directory);
  expect(second.url).not.toBe(first.url);
  expect(await things(second.url)).toEqual(["học", "nếp"]);
});
