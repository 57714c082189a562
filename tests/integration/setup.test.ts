import { mkdtemp, readFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";

import { expect, inject } from "vitest";

import { migrate } from "#app/db/migrate.server.ts";
import { refuseWrongAppLogin } from "#app/server/boot/app-login.server.ts";
import { setUp } from "#app/server/cli/setup.server.ts";

import { run, withDatabase } from "../setup/database.ts";
import { test } from "../setup/empty-database.ts";

interface Settings {
  readonly envFile: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly printed: string;
}

/** As somebody does who installs on the database server of the tests. */
async function install(database: string, more: readonly string[] = []): Promise<Settings> {
  const server = inject("databaseServer");
  const envFile = join(await mkdtemp(join(tmpdir(), "nep-hoc-setup-")), ".env");
  const { hostname, port } = new URL(server);
  const args = ["--origin", "https://hoc.tinh.example", "--database", database, "--env", envFile];
  const printed: string[] = [];
  const code = await setUp([...args, "--host", hostname, "--port", port, ...more], {
    print: (text) => printed.push(text),
    say: () => undefined,
  });
  expect(code).toBe(0);
  const set = parseEnv(await readFile(envFile, "utf8"));
  return {
    envFile,
    ownerUrl: set["DATABASE_URL"] ?? "",
    appUrl: set["DATABASE_APP_URL"] ?? "",
    printed: printed.join(""),
  };
}

test("an owner without a superuser's rights brings the database up, and the web's login is bound", async () => {
  const server = inject("databaseServer");
  const installed = await install("setup_whole", ["--superuser", server]);
  try {
    expect((await migrate(installed.ownerUrl)).length).toBeGreaterThan(5);
    await refuseWrongAppLogin(installed.ownerUrl, installed.appUrl);
    // Said again, it changes nothing that somebody would notice.
    await setUp(
      ["--origin", "https://hoc.tinh.example", "--env", installed.envFile, "--superuser", server],
      { print: () => undefined, say: () => undefined },
    );
    await refuseWrongAppLogin(installed.ownerUrl, installed.appUrl);
    expect((await stat(installed.envFile)).mode & 0o777).toBe(0o600);
  } finally {
    await run(server, ["DROP DATABASE setup_whole WITH (FORCE)"]);
  }
});

test("a login of the web that nothing binds, or that leads elsewhere, is refused in words", async ({
  empty,
}) => {
  const server = inject("databaseServer");
  const installed = await install("setup_wrong", ["--superuser", server]);
  try {
    await migrate(installed.ownerUrl);
    await expect(refuseWrongAppLogin(installed.ownerUrl, installed.ownerUrl)).rejects.toThrow(
      /DATABASE_APP_URL đăng nhập bằng nephoc_owner, vốn không bị giới hạn/u,
    );
    await expect(
      refuseWrongAppLogin(installed.ownerUrl, withDatabase(server, "setup_wrong")),
    ).rejects.toThrow(/superuser/u);
    const elsewhere = new URL(installed.appUrl);
    elsewhere.pathname = new URL(empty.url).pathname;
    await migrate(empty.url);
    await expect(refuseWrongAppLogin(installed.ownerUrl, elsewhere.href)).rejects.toThrow(
      /dẫn tới cơ sở dữ liệu khác/u,
    );
    await run(server, ["CREATE ROLE setup_stranger LOGIN PASSWORD 'x'"]);
    await run(server, ["GRANT CONNECT ON DATABASE setup_wrong TO setup_stranger"]);
    const stranger = new URL(installed.appUrl);
    stranger.username = "setup_stranger";
    stranger.password = "x";
    await expect(refuseWrongAppLogin(installed.ownerUrl, stranger.href)).rejects.toThrow(
      /GRANT nephoc_app TO "setup_stranger"/u,
    );
  } finally {
    await run(server, [
      "DROP DATABASE setup_wrong WITH (FORCE)",
      "DROP ROLE IF EXISTS setup_stranger",
    ]);
  }
});

test("an owner who lacks a right is told which, and what to run", async ({ empty }) => {
  const server = inject("databaseServer");
  await run(server, ["CREATE ROLE setup_poor LOGIN PASSWORD 'x'"]);
  try {
    const { pathname } = new URL(empty.url);
    await run(server, [`ALTER DATABASE ${pathname.slice(1)} OWNER TO setup_poor`]);
    const url = new URL(empty.url);
    url.username = "setup_poor";
    url.password = "x";
    await expect(migrate(url.href)).rejects.toThrow(/permission denied[^]*npm run setup/u);
  } finally {
    await run(server, [`ALTER DATABASE ${new URL(empty.url).pathname.slice(1)} OWNER TO postgres`]);
    await run(empty.url, ["DROP OWNED BY setup_poor CASCADE", "DROP ROLE setup_poor"]);
  }
});

test("what is printed for psql holds no password", async () => {
  const { ownerUrl, appUrl, printed } = await install("setup_printed");
  expect(printed).toContain("CREATE DATABASE setup_printed");
  for (const url of [ownerUrl, appUrl]) expect(printed).not.toContain(new URL(url).password);
});
