import { spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

const BUILT = "build/server/index.js";
const SOURCES = ["app", "vite.config.ts", "remix.config.js", "package.json"];

/** Builds the pages when there is no build, or one that is older than a source. */
export async function ensureBuild(): Promise<void> {
  const built = await changedAt(BUILT);
  const newest = Math.max(...(await Promise.all(SOURCES.map((source) => newestIn(source)))));
  if (built > newest) return;
  process.stdout.write("Đang dựng các trang, mất khoảng nửa phút…\n");
  const builder = spawn(
    process.execPath,
    ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, NODE_ENV: "production" },
    },
  );
  const code = await new Promise((resolve) => {
    builder.once("exit", resolve);
  });
  if (code !== 0) throw new Error(`the build ended with ${String(code)}`);
}

async function newestIn(path: string): Promise<number> {
  const own = await changedAt(path);
  const inside = await readdir(path, { withFileTypes: true }).catch(() => []);
  // The database client is generated at install and is not part of a page.
  const paths = inside
    .filter(({ name }) => name !== "generated")
    .map(({ name }) => newestIn(join(path, name)));
  return Math.max(own, ...(await Promise.all(paths)));
}

async function changedAt(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.mtimeMs ?? 0;
}
