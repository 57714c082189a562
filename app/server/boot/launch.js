// npm start: builds what is older than its sources, then keeps the process running that serves people. It is
// plain JavaScript, and what it starts is built: neither holds a compiler.
import "./run-as-owner.js";
import "./env-file.js";

import { spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

import { supervise } from "./supervise.js";
import { superviseMany } from "./supervise-many.js";

const SOURCES = ["app", "vite.config.ts", "remix.config.js", "package.json"];
/** Each thing to build: what it is, its newest file, and the script of Node that makes it. */
const BUILDS = [
  {
    what: "các trang, mất khoảng nửa phút",
    built: "build/server/index.js",
    script: ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"],
  },
  {
    what: "phần học không cần mạng",
    built: "build/client/may-hoc.js",
    script: ["app/compile/build-phone.js"],
  },
  { what: "máy chủ", built: "build/start/start.js", script: ["app/compile/build-start.js"] },
  {
    what: "hình của các khóa học",
    built: "build/pictures/made",
    script: ["--import", "tsx", "app/compile/build-pictures.ts"],
  },
];

process.env["NODE_ENV"] ??= "production";
const newest = Math.max(...(await Promise.all(SOURCES.map((source) => newestIn(source)))));
for (const [index, { what, built, script }] of BUILDS.entries()) {
  if ((await changedAt(built)) > newest) continue;
  process.stdout.write(`Đang dựng chương trình (${index + 1}/${BUILDS.length}): ${what}…\n`);
  await run(script);
}
const START = "build/start/start.js";
const processes = askedProcesses();
process.env["NEPHOC_PROCESSES"] = String(processes);
process.exitCode = await (processes === 1 ? supervise(START) : superviseMany(START, processes));

/** `--processes 2`, or NEPHOC_PROCESSES. */
function askedProcesses() {
  const at = process.argv.indexOf("--processes");
  const asked = at === -1 ? process.env["NEPHOC_PROCESSES"] : process.argv[at + 1];
  const count = asked === undefined || asked === "" ? 1 : Number(asked);
  if (!Number.isInteger(count) || count < 1 || count > 64) {
    process.stderr.write("--processes: một số từ 1 đến 64\n");
    process.exit(2);
  }
  if (count > 1 && (process.env["DATABASE_URL"] ?? "") === "") {
    process.stderr.write(
      "Nhiều tiến trình cần PostgreSQL của máy chủ (DATABASE_URL): bản nhúng chỉ phục vụ một tiến trình.\n",
    );
    process.exit(2);
  }
  return count;
}

/** @param {readonly string[]} script */
async function run(script) {
  const builder = spawn(process.execPath, script, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const code = await new Promise((resolve) => {
    builder.once("exit", resolve);
  });
  if (code !== 0) throw new Error(`the build ended with ${String(code)}`);
}

/**
 * @param {string} path
 * @returns {Promise<number>}
 */
async function newestIn(path) {
  const own = await changedAt(path);
  const inside = await readdir(path, { withFileTypes: true }).catch(() => []);
  // The database client is generated at install and is not part of a page.
  const paths = inside
    .filter(({ name }) => name !== "generated")
    .map(({ name }) => newestIn(join(path, name)));
  return Math.max(own, ...(await Promise.all(paths)));
}

/** @param {string} path */
async function changedAt(path) {
  const found = await stat(path).catch(() => null);
  return found?.mtimeMs ?? 0;
}
