import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "vitest";

import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { sealDays, sealKeyOf, verifySeals } from "#app/domain/xapi/index.server.ts";
import { openDatabase } from "#app/db/index.server.ts";
import { openFolderFiles } from "#app/server/adapters/folder-files.server.ts";
import { backUp } from "#app/server/backup/back-up.server.ts";
import { listSnapshots, openBackupFolder } from "#app/server/backup/backup-folder.server.ts";
import { restore } from "#app/server/backup/restore.server.ts";

import { type EmptyDatabase, withEmptyDatabase } from "../setup/empty-database.ts";
import { type TestDatabase, test as base } from "../setup/test-with-db.ts";
import { communeWith, depsOf, endorsed, prepare, verify } from "./evaluation-factory.ts";
import { query, responding, store } from "./record-store-factory.ts";

const PASSPHRASE = "mười hai chữ trở lên";
const SETTINGS = {
  origin: "https://hoc.tinh.example",
  baseIri: "https://hoc.tinh.example/xapi",
  secret: "a secret of forty letters, more or less!",
  earlierSecrets: ["the one before it, of forty letters too!"],
};
const KEY = sealKeyOf(new Uint8Array(32).fill(7));
const hour = (hours: number) => new Date(Date.UTC(2026, 10, 30, hours));

const test = base.extend<{ readonly empty: EmptyDatabase; readonly place: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from this pattern.
  empty: async ({}, use) => withEmptyDatabase(use),
  // oxlint-disable-next-line no-empty-pattern
  place: async ({}, use) => {
    const place = await mkdtemp(join(tmpdir(), "nep-hoc-backup-"));
    await use(place);
    await rm(place, { recursive: true });
  },
});

/** A decision issued, statements sealed, a photograph, a name with a tab and a line break in it. */
async function live({ transact, ownerUrl }: TestDatabase, data: string): Promise<void> {
  const deps = depsOf(transact);
  const commune = await communeWith(transact, { village: "Hoa Mận" });
  await verify(deps, commune, [await endorsed(deps, commune)]);
  await prepare(deps, commune);
  await store(transact, [responding("một"), responding("hai\t\\N\nba")], {
    storedAt: new Date("2026-11-02T05:00:00Z"),
  });
  await transact("everywhere", (db) => sealDays(db, KEY, new Date("2026-11-25T03:00:00Z")));
  await query(ownerUrl, "UPDATE loaded_data SET sha256 = E'a\\tb\\nc\\\\N' WHERE name = 'places'");
  await openFolderFiles(join(data, "files")).put("photo", Buffer.from("a photograph"));
}

/** Every row of every table, and where the sequences stand. */
async function contents(url: string): Promise<Readonly<Record<string, string>>> {
  const tables = await query(
    url,
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
       AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await query(
      url,
      `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) || ' ' || count(*) AS sum FROM "${String(name)}" t`,
    );
    found[String(name)] = String(row?.["sum"]);
  }
  const [sequence] = await query(url, "SELECT last_value FROM xapi_statement_sequence");
  return { ...found, sequence: String(sequence?.["last_value"]) };
}

const target = (url: string, dataFolder: string) => ({
  ownerUrl: url,
  dataFolder,
  secret: null,
  earlierSecrets: [],
});

test("a copy brings every row, file and key to another place, still guarded, chained and sealed", async ({
  database,
  empty,
  place,
}) => {
  const data = join(place, "var");
  await live(database, data);
  const source = { ownerUrl: database.ownerUrl, dataFolder: data, settings: SETTINGS };
  const folder = await openBackupFolder(join(place, "copy"), PASSPHRASE, true);
  const report = await backUp(source, folder, { now: hour(1), keep: 2 });
  expect(report).toMatchObject({ snapshot: "20261130T010000Z", files: 1, fresh: 1 });

  const elsewhere = join(place, "elsewhere");
  const restored = await restore(folder, null, target(empty.url, elsewhere));
  expect(restored.counts["audit_entry"]).toBeGreaterThan(2);
  expect(await contents(empty.url)).toEqual(await contents(database.ownerUrl));
  expect(await readFile(join(elsewhere, "secret"), "utf8")).toBe(SETTINGS.secret);
  expect(await readFile(join(elsewhere, "secret.earlier"), "utf8")).toContain("the one before");
  const photo = await openFolderFiles(join(elsewhere, "files")).get("photo");
  expect(Buffer.from(photo ?? []).toString()).toBe("a photograph");
  const unguarded = await empty.query(
    "SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity",
  );
  expect(unguarded).toEqual([]);
  const { transact, close } = openDatabase(empty.url, { role: "nephoc_app" });
  expect(await transact("everywhere", (db) => verifyAudit(db))).toMatchObject({ faults: [] });
  expect(await transact("everywhere", (db) => verifySeals(db, [KEY]))).toMatchObject({
    days: 1,
    faults: [],
  });
  await close();
});

test("the next copy holds only what is new, and old copies go with the files that only they name", async ({
  database,
  place,
}) => {
  const data = join(place, "var");
  await live(database, data);
  const files = openFolderFiles(join(data, "files"));
  const source = { ownerUrl: database.ownerUrl, dataFolder: data, settings: SETTINGS };
  const folder = await openBackupFolder(join(place, "copy"), PASSPHRASE, true);
  await backUp(source, folder, { now: hour(1), keep: 2 });
  await rm(join(data, "files"), { recursive: true });
  await files.put("another", Buffer.from("another photograph"));
  expect(await backUp(source, folder, { now: hour(2), keep: 2 })).toMatchObject({ fresh: 1 });
  expect(await backUp(source, folder, { now: hour(3), keep: 2 })).toMatchObject({
    fresh: 0,
    removedSnapshots: 1,
  });
  expect(await listSnapshots(folder)).toEqual(["20261130T020000Z", "20261130T030000Z"]);
  const kept = await readdir(join(place, "copy", "files"), {
    recursive: true,
    withFileTypes: true,
  });
  expect(kept.filter((entry) => entry.isFile())).toHaveLength(1);
});

test("a copy that was changed, cut off, or is opened with another passphrase is refused", async ({
  database,
  empty,
  place,
}) => {
  const copy = join(place, "copy");
  const folder = await openBackupFolder(copy, PASSPHRASE, true);
  const source = { ownerUrl: database.ownerUrl, dataFolder: place, settings: SETTINGS };
  await backUp(source, folder, { now: hour(1), keep: 2 });
  await expect(openBackupFolder(copy, "another passphrase", false)).rejects.toThrow("Sai mật khẩu");

  const file = join(copy, "20261130T010000Z.nephoc");
  const sound = await readFile(file);
  const changed = Buffer.from(sound);
  const middle = Math.floor(changed.length / 2);
  changed.writeUInt8(changed.readUInt8(middle) ^ 1, middle);
  await writeFile(file, changed);
  await expect(restore(folder, null, target(empty.url, join(place, "x")))).rejects.toThrow(
    "bị hỏng",
  );
  await writeFile(file, sound.subarray(0, sound.length - 100));
  await expect(restore(folder, null, target(empty.url, join(place, "x")))).rejects.toThrow(
    "bị hỏng",
  );
});

test("nothing is restored over people", async ({ database, otherDatabase, place }) => {
  await live(database, join(place, "var"));
  await live(otherDatabase, join(place, "other"));
  const folder = await openBackupFolder(join(place, "copy"), PASSPHRASE, true);
  const source = { ownerUrl: database.ownerUrl, dataFolder: place, settings: SETTINGS };
  await backUp(source, folder, { now: hour(1), keep: 2 });
  await expect(
    restore(folder, null, target(otherDatabase.ownerUrl, join(place, "x"))),
  ).rejects.toThrow("đã có người");
});
