import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { OperatorError } from "#app/db/operator-error.ts";
import { backUp } from "#app/server/backup/back-up.server.ts";
import { openBackupFolder } from "#app/server/backup/backup-folder.server.ts";
import { drill } from "#app/server/backup/drill.server.ts";
import { restore } from "#app/server/backup/restore.server.ts";
import { openServer } from "#app/server/boot/database.server.ts";
import type { Env } from "#app/server/boot/env.server.ts";
import { noteBackup } from "#app/server/boot/installation-facts.server.ts";
import { openLog } from "#app/server/boot/log.server.ts";
import { readSecrets } from "#app/server/boot/secrets.server.ts";

type Say = (line: string) => void;

const USAGE = `Cách dùng:
  npm run backup -- --to <thư mục> [--keep 48]
  npm run restore -- --from <thư mục> [--at <tên bản>]       vào cơ sở dữ liệu và NEPHOC_DATA đang trống
  npm run restore:drill -- --from <thư mục> [--at <tên bản>] thử khôi phục ở nơi tạm, kiểm tra, rồi xóa
  Mật khẩu: biến NEPHOC_BACKUP_PASSPHRASE, hoặc --passphrase-file <tệp>. Thiếu --to, --from: NEPHOC_BACKUP_TO.`;

interface Asked {
  readonly folder: string;
  readonly passphrase: string;
  readonly at: string | null;
  readonly keep: number;
}

/** Copies everything, while the product runs or not; answers the exit code. */
export async function runBackup(env: Env, args: readonly string[], say: Say): Promise<number> {
  const asked = await readArguments(env, args);
  if (asked === null) return explain(say);
  const begun = performance.now();
  const server = await openServer(env, openLog("warn", 2), "join");
  try {
    const folder = await openBackupFolder(asked.folder, asked.passphrase, true);
    const secrets = await readSecrets(env);
    const now = new Date();
    const report = await backUp(
      {
        ownerUrl: server.ownerUrl,
        dataFolder: env.dataFolder,
        settings: {
          origin: env.origin,
          baseIri: env.baseIri,
          secret: secrets.secret,
          earlierSecrets: [...secrets.earlier],
        },
      },
      folder,
      { now, keep: asked.keep },
    );
    await noteBackup(server.ownerUrl, now, report.bytes);
    const { snapshot, rows, bytes, files, fresh, removedSnapshots } = report;
    say(
      `${snapshot}: ${rows} dòng, ${megabytes(bytes)} MB; ${files} tệp, ${fresh} tệp mới; bỏ ${removedSnapshots} bản cũ; ${seconds(begun)} s`,
    );
    return 0;
  } finally {
    await server.stop();
  }
}

/** Puts a copy into an empty database and data folder; answers the exit code. */
export async function runRestore(env: Env, args: readonly string[], say: Say): Promise<number> {
  const asked = await readArguments(env, args);
  if (asked === null) return explain(say);
  const begun = performance.now();
  const server = await openServer(env, openLog("warn", 2));
  try {
    const folder = await openBackupFolder(asked.folder, asked.passphrase, false);
    const { snapshot, head, counts } = await restore(folder, asked.at, {
      ownerUrl: server.ownerUrl,
      dataFolder: env.dataFolder,
      secret: env.secret,
      earlierSecrets: env.earlierSecrets,
    });
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
    say(`Đã khôi phục ${snapshot}: ${rows} dòng, ${head.files.length} tệp; ${seconds(begun)} s`);
    say(`Bản ấy chạy với NEPHOC_ORIGIN=${head.origin} và NEPHOC_BASE_IRI=${head.baseIri}`);
    return 0;
  } finally {
    await server.stop();
  }
}

/** Proves a copy in a place of its own, which is removed; answers the exit code. */
export async function runDrill(env: Env, args: readonly string[], say: Say): Promise<number> {
  const asked = await readArguments(env, args);
  if (asked === null) return explain(say);
  const place = await mkdtemp(join(tmpdir(), "nep-hoc-drill-"));
  // The embedded database runs as another user when this one is root.
  await chmod(place, 0o755);
  try {
    const folder = await openBackupFolder(asked.folder, asked.passphrase, false);
    const sound = await drill({ env, folder, at: asked.at, place, say });
    say(sound ? "Bản sao lưu dùng được." : "BẢN SAO LƯU CÓ CHỖ SAI.");
    return sound ? 0 : 1;
  } finally {
    await rm(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

function explain(say: Say): number {
  say(USAGE);
  return 2;
}

function seconds(begun: number): string {
  return ((performance.now() - begun) / 1000).toFixed(1);
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

async function readArguments(env: Env, args: readonly string[]): Promise<Asked | null> {
  const values = parse(args);
  if (values === null) return null;
  const file = values["passphrase-file"];
  const passphrase =
    file === undefined ? env.backupPassphrase : (await readFile(file, "utf8")).trim();
  const folder = values.to ?? values.from ?? env.backupFolder;
  const keep = Number(values.keep);
  if (folder === null || !Number.isInteger(keep) || keep < 1) return null;
  if (passphrase === null) {
    throw new OperatorError(
      "Cần mật khẩu sao lưu: NEPHOC_BACKUP_PASSPHRASE hoặc --passphrase-file. Giữ nó ở nơi khác với bản sao lưu.",
    );
  }
  return { folder, passphrase, keep, at: values.at ?? null };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        to: { type: "string" },
        from: { type: "string" },
        at: { type: "string" },
        keep: { type: "string", default: "48" },
        "passphrase-file": { type: "string" },
      },
    });
    return values;
  } catch {
    return null; // parseArgs throws for an option it does not know
  }
}
