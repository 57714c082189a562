// npx tsx tests/bench/upgrade-rounds.ts [commit…]
// Takes data that earlier programs made to today: each commit's own program (out of git) fills a database and signs
// somebody in; today's migrates it, verifies it, reads her session, copies it and proves the copy by the restore
// drill. Unset: the last commit before each migration.
import { execFileSync, spawn } from "node:child_process";
import { chmod, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { migrate } from "#app/db/migrate.server.ts";
import { connect } from "#app/db/postgres-words.server.ts";
import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { packageActs } from "#app/domain/cmi5/index.server.ts";
import { checkRecognition } from "#app/domain/evaluation/index.server.ts";
import { rebuildProgress } from "#app/domain/learning/index.server.ts";
import { verifySeals } from "#app/domain/xapi/index.server.ts";
import { openServer } from "#app/server/boot/database.server.ts";
import { readEnv } from "#app/server/boot/env.server.ts";
import { openLog } from "#app/server/boot/log.server.ts";
import { prepare } from "#app/server/boot/prepare.server.ts";
import { sealRecords } from "#app/server/boot/seal-records.server.ts";

const FIRST = "d76df64";
const BARE = { PATH: "/usr/bin:/bin", NODE_ENV: "production" } as const;
const MARK = "COOKIE ";

/** Run inside the earlier program's folder: its own start, and a session of its own. */
const MAKE_DATA = `
const at = (file) => import(new URL(process.argv[2] + "/" + file, "file://" + encodeURI(process.cwd()) + "/").href);
const { readEnv } = await at("env.server.ts");
const { openLog } = await at("log.server.ts");
const { prepare } = await at("prepare.server.ts");
const prepared = await prepare({ ...readEnv(), sampleWanted: true }, openLog("error"), "here");
const account = await prepared.deps.transact("everywhere", (db) => db.account.findFirst({ where: { closedAt: null } }));
const cookie = await prepared.deps.sessions.begin({ id: account.id, communeId: account.communeId }, null);
process.stdout.write("${MARK}" + cookie + "\\n");
await at("seal-records.server.ts").then(({ sealRecords }) => sealRecords(prepared.deps), () => undefined);
await prepared.stop();
`;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function git(...args: readonly string[]): string {
  return execFileSync("git", args, { encoding: "utf8", maxBuffer: 1e9 }).trim();
}

/** The last commit before each migration, and what is there now. */
function lastBeforeEachMigration(): readonly string[] {
  const since = `${FIRST}..HEAD`;
  const paths = "prisma/migrations/*/migration.sql";
  const format = "--format=%h";
  const added = git(
    "log",
    "--first-parent",
    "--reverse",
    "--diff-filter=A",
    format,
    since,
    "--",
    paths,
  );
  return [...added.split("\n").map((commit) => git("rev-parse", "--short", `${commit}^`)), "HEAD"];
}

/** What a program of that commit leaves behind; answers the session's cookie. */
async function makeData(commit: string, place: string, data: string): Promise<string> {
  const tree = join(place, "tree");
  execFileSync("sh", ["-c", `mkdir "$1" && git archive "$0" | tar -x -C "$1"`, commit, tree]);
  await symlink(resolve("node_modules"), join(tree, "node_modules"));
  execFileSync(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
    cwd: tree,
    stdio: "ignore",
  });
  await writeFile(join(tree, "make-data.ts"), MAKE_DATA);
  const boot = existsSync(join(tree, "app/server/boot")) ? "app/server/boot" : "app/server";
  const env = { ...BARE, NEPHOC_DATA: data };
  const maker = spawn(process.execPath, ["--import", "tsx", "make-data.ts", boot], {
    cwd: tree,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  maker.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const code = await new Promise((done) => {
    maker.once("exit", done);
  });
  const cookie = said.split("\n").find((line) => line.startsWith(MARK));
  if (code !== 0 || cookie === undefined) throw new Error(`${commit} made no data:\n${said}`);
  return cookie.slice(MARK.length).split(";")[0] ?? "";
}

async function countRows(url: string): Promise<ReadonlyMap<string, number>> {
  const client = await connect(url, "DATABASE_URL");
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT oid::regclass::text AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`,
    );
    const counts = new Map<string, number>();
    await client.query("BEGIN; SELECT set_config('app.communes', '*', true)");
    for (const { name } of rows) {
      const counted = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`);
      counts.set(name, counted.rows[0]?.n ?? 0);
    }
    return counts;
  } finally {
    await client.end();
  }
}

/** What today's program finds wrong in it. */
async function upgrade(data: string, cookie: string): Promise<readonly string[]> {
  const env = readEnv({ NEPHOC_DATA: data, NEPHOC_SAMPLE: "no" });
  const faults: string[] = [];
  const server = await openServer(env, openLog("error"));
  const before = await countRows(server.ownerUrl);
  const begun = performance.now();
  const applied = await migrate(server.ownerUrl);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const after = await countRows(server.ownerUrl);
  await server.stop();
  let rows = 0;
  for (const [table, count] of before) {
    rows += count;
    const now = after.get(table);
    if (now !== undefined && now < count) faults.push(`${table}: ${count} → ${now} rows`);
  }
  const prepared = await prepare(env, openLog("error"));
  const { deps } = prepared;
  try {
    const audit = await deps.transact("everywhere", (db) => verifyAudit(db));
    if (audit.faults.length > 0) faults.push(`audit: ${audit.faults.length} faults`);
    await sealRecords(deps);
    const seals = await deps.transact("everywhere", (db) => verifySeals(db, deps.sealCheckKeys));
    const { gone, unlisted, unaccounted } = seals.strays;
    const wrong = seals.faults.length + gone + unlisted + unaccounted;
    if (wrong > 0) faults.push(`seals: ${wrong} faults`);
    const rebuilt = await deps.transact("everywhere", (db) =>
      rebuildProgress(db, deps.baseIri, packageActs(db, deps)),
    );
    if (!rebuilt.ok) faults.push("progress cannot be rebuilt");
    if ((await deps.sessions.read(cookie)) === null) faults.push("the session has ended");
    const codes = await deps.transact("everywhere", (db) =>
      db.registerEntry.findMany({ select: { publicCode: true } }),
    );
    for (const { publicCode } of codes) {
      const checked = await checkRecognition(deps, publicCode);
      if (checked.status === "unknown") faults.push(`check link ${publicCode} is dead`);
    }
    say(
      `  ${rows} rows, ${applied.length} migrations in ${seconds} s; ${audit.entries} audit entries, ` +
        `${seals.statements} statements sealed in ${seals.days} days, ${codes.length} check links`,
    );
  } finally {
    await prepared.stop();
  }
  return faults;
}

/** Copies it and proves the copy: the product itself, signed in, a photograph, a paper. */
function proveCopy(data: string, place: string): boolean {
  const env = {
    ...BARE,
    NEPHOC_DATA: data,
    NEPHOC_SAMPLE: "no",
    NEPHOC_BACKUP_TO: join(place, "copy"),
    NEPHOC_BACKUP_PASSPHRASE: "a passphrase of the round",
  };
  for (const command of ["backup", "restore:drill"]) {
    try {
      execFileSync(process.execPath, ["--import", "tsx", "app/server/cli/command.ts", command], {
        env,
        stdio: ["ignore", "inherit", "inherit"],
      });
    } catch {
      return false;
    }
  }
  return true;
}

async function playRound(commit: string): Promise<boolean> {
  const place = await mkdtemp(join(tmpdir(), "nep-hoc-upgrade-"));
  await chmod(place, 0o755);
  const data = join(place, "var");
  try {
    say(`${commit} ${git("log", "-1", "--format=%s", commit)}`);
    const cookie = await makeData(commit, place, data);
    const faults = [...(await upgrade(data, cookie))];
    if (!proveCopy(data, place)) faults.push("the restore drill failed");
    for (const fault of faults) say(`  WRONG ${fault}`);
    return faults.length === 0;
  } finally {
    await rm(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

const asked = process.argv.slice(2);
const commits = asked.length > 0 ? asked : lastBeforeEachMigration();
let sound = 0;
for (const commit of commits) {
  if (await playRound(commit)) sound += 1;
}
say(`${sound} of ${commits.length} upgrades passed`);
process.exitCode = sound === commits.length ? 0 : 1;
