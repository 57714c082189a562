import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { promisify } from "node:util";

import { afterEach, expect, test, vi } from "vitest";

import { run } from "../setup/database.ts";

import { startEmbeddedPostgres } from "#app/server/embedded-postgres/supervisor.server.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const cleanings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const clean of cleanings.splice(0).toReversed()) await clean();
});

async function newFolder(name: string, mode: number): Promise<string> {
  const above = await fs.mkdtemp(path.join(tmpdir(), "nep-hoc-pg-"));
  cleanings.push(() => fs.rm(above, { recursive: true, force: true, maxRetries: 5 }));
  await fs.chmod(above, 0o755);
  const folder = path.join(above, name);
  await fs.mkdir(folder);
  await fs.chmod(folder, mode);
  return folder;
}

async function start(directory: string) {
  const postgres = await startEmbeddedPostgres({ directory, log: () => undefined });
  cleanings.push(() => postgres.stop());
  return postgres;
}

test("root may keep the project in a folder of its own: the data are where the server's user can be", async ({
  skip,
}) => {
  skip(process.getuid?.() !== 0);
  const folder = await newFolder("của riêng root", 0o700);
  const directory = path.join(folder, "postgres");
  const first = await start(directory);
  const moved = (await fs.readFile(`${directory}.moved`, "utf8")).trim();
  cleanings.unshift(() => fs.rm(path.dirname(moved), { recursive: true }));
  await run(first.url, ["CREATE TABLE thing ()"]);
  await first.stop();

  // Opened meanwhile: the data stay where they are.
  await fs.chmod(folder, 0o755);
  const second = await start(directory);
  await expect(run(second.url, ["SELECT FROM thing"])).resolves.toBeUndefined();
});

test("a database that was closed afterwards is named in the error, and not made anew", async ({
  skip,
}) => {
  skip(process.getuid?.() !== 0);
  const folder = await newFolder("open", 0o755);
  await (await start(path.join(folder, "postgres"))).stop();
  await fs.chmod(folder, 0o700);
  await expect(start(path.join(folder, "postgres"))).rejects.toThrow(`chmod o+x ${folder}`);
});

test("somebody else's database is refused to an ordinary user, who is told how to take it over", async ({
  skip,
}) => {
  skip(process.getuid?.() !== 0);
  const folder = await newFolder("shared", 0o777);
  const directory = path.join(folder, "postgres");
  await (await start(directory)).stop();
  const file = new URL("../../app/server/embedded-postgres/supervisor.server.ts", import.meta.url)
    .href;
  const code = `import { startEmbeddedPostgres } from ${JSON.stringify(file)};
    await startEmbeddedPostgres({ directory: ${JSON.stringify(directory)}, log: () => undefined })
      .catch(({ message }) => console.log(message));`;
  const command = ["--import", "tsx", "--input-type=module", "-e", code];
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    uid: 65_534,
    gid: 65_534,
  });
  expect(stdout).toMatch(/^Thư mục .* thuộc người dùng khác .*chown -R 65534/u);
});
