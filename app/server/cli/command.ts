// The commands of README that need a database: node, then the command's name, then its arguments.
import "#app/server/boot/run-as-owner.js";
import "#app/server/boot/env-file.js";

import { migrate } from "#app/db/migrate.server.ts";
import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { packageActs } from "#app/domain/cmi5/index.server.ts";
import { rebuildProgress } from "#app/domain/learning/index.server.ts";
import { verifySeals } from "#app/domain/xapi/index.server.ts";

import { addOfficer } from "./add-officer.server.ts";
import { rotateBadgeKey } from "#app/server/adapters/badge-keys.server.ts";
import { openServer } from "#app/server/boot/database.server.ts";
import { inWords } from "#app/server/boot/in-words.ts";
import { refuseDangers } from "#app/server/boot/refuse-dangers.server.ts";
import { badgeKeysFile, removeAttachmentFile } from "#app/server/boot/deps.server.ts";
import { runDoctor } from "./doctor.server.ts";
import { runBackup, runDrill, runRestore } from "./backup-commands.server.ts";
import { type EraseDeps, eraseRecordOfPerson, eraseRecordsBefore } from "./erase-records.server.ts";
import { readEnv } from "#app/server/boot/env.server.ts";
import { runExport, runImport } from "./exchange-files.server.ts";
import { openLog } from "#app/server/boot/log.server.ts";
import { type Prepared, prepare } from "#app/server/boot/prepare.server.ts";
import { removeSample } from "#app/server/sample/remove-sample.server.ts";
import { readSecret } from "#app/server/boot/secrets.server.ts";
import { rotateSecret } from "./rotate-secret.server.ts";
import { setUp } from "./setup.server.ts";
import { verifyBadgeFile } from "./verify-badge-file.server.ts";

/** Answers the exit code: 0 done, 1 something was found, 2 asked wrongly. */
type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  setup: (args) =>
    setUp(args, {
      print: (text) => void process.stdout.write(text),
      say: STREAMS.say,
    }),
  doctor: (args) => runDoctor(readEnv(), args, say),
  backup: (args) => runBackup(readEnv(), args, say),
  restore: (args) => runRestore(readEnv(), args, say),
  "restore:drill": (args) => runDrill(readEnv(), args, say),
  "db:migrate": async () => {
    const env = readEnv();
    const server = await openServer(env, openLog("warn"));
    try {
      const applied = await migrate(server.ownerUrl, {
        report: (line) => void process.stderr.write(`${line}\n`),
      });
      say(
        applied.length === 0 ? "Cơ sở dữ liệu đã mới nhất." : `Đã áp dụng: ${applied.join(", ")}`,
      );
      return 0;
    } finally {
      await server.stop();
    }
  },
  "audit:verify": () =>
    withProduct(async ({ deps }) => {
      const { chains, entries, faults } = await deps.transact("everywhere", (db) =>
        verifyAudit(db),
      );
      for (const { communeId, sequence, fault } of faults) {
        say(`SAI ${communeId} mục ${sequence}: ${FAULTS[fault]}`);
      }
      say(`${chains} chuỗi, ${entries} mục, ${faults.length} chỗ sai`);
      return faults.length === 0 ? 0 : 1;
    }),
  "xapi:verify": () =>
    withProduct(async ({ deps }) => {
      const report = await deps.transact("everywhere", (db) => verifySeals(db, deps.sealCheckKeys));
      for (const { communeId, day, fault } of report.faults) {
        say(`SAI ${communeId} ngày ${day}: ${SEAL_FAULTS[fault]}`);
      }
      const { gone, unlisted, unaccounted, open } = report.strays;
      if (gone > 0) say(`SAI ${gone} bản ghi đã nhận nhưng không còn`);
      if (unlisted > 0) say(`SAI ${unlisted} bản ghi không có trong sổ mã`);
      if (unaccounted > 0) say(`SAI ${unaccounted} đợt xóa nội dung không khớp biên bản xóa`);
      say(
        `${report.days} ngày đã niêm phong, ${report.statements} bản ghi; ${open} bản ghi chờ niêm phong`,
      );
      const faults = report.faults.length + gone + unlisted + unaccounted;
      say(`${faults} chỗ sai`);
      return faults === 0 ? 0 : 1;
    }),
  "progress:rebuild": () =>
    withProduct(async ({ deps }) => {
      const rebuilt = await deps.transact("everywhere", (db) =>
        rebuildProgress(db, deps.baseIri, packageActs(db, deps)),
      );
      if (!rebuilt.ok) {
        say("Không dựng lại được: bản ghi của một thời kỳ đã xóa nội dung. Tiến độ giữ nguyên.");
        return 1;
      }
      say(`Đã dựng lại tiến độ từ ${rebuilt.value.statements} bản ghi.`);
      return 0;
    }),
  // A start runs it by itself.
  "sample:make": async () => {
    const prepared = await prepare(readEnv(), openLog("warn", 2), "here");
    await prepared.stop();
    return 0;
  },
  "sample:remove": () =>
    withProduct(async ({ ownerUrl }) => {
      const removed = await removeSample(ownerUrl);
      say(
        removed === null
          ? "Trong cơ sở dữ liệu có người thật: không xóa gì."
          : `Đã xóa tỉnh mẫu: ${removed.people} người và mọi việc của họ.`,
      );
      return removed === null ? 1 : 0;
    }),
  "officer:add": (args) =>
    withProduct(async ({ deps }) => {
      // After her come real people.
      await refuseDangers(readEnv(), deps.transact);
      return addOfficer(deps, args, say);
    }),
  "xapi:export": (args) => withProduct(({ deps }) => runExport(deps, args, STREAMS)),
  "xapi:import": (args) => withProduct(({ deps }) => runImport(deps, args, STREAMS)),
  "xapi:erase": (args) =>
    withProduct((prepared) => eraseRecordOfPerson(erasing(prepared), args, say)),
  "xapi:retain": (args) =>
    withProduct((prepared) => eraseRecordsBefore(erasing(prepared), args, say)),
  // Needs neither database nor network.
  "badge:verify": (args) => verifyBadgeFile({ now: () => new Date() }, args, say),
  "secret:rotate": () => rotateSecret(readEnv(), say),
  "badge:rotate": async () => {
    const { dataFolder, origin, secret } = readEnv();
    const keyId = await rotateBadgeKey({
      secret: await readSecret(secret, dataFolder),
      file: badgeKeysFile(dataFolder),
      origin,
    });
    say(`Huy hiệu từ nay ký bằng khóa ${keyId}. Khóa cũ vẫn được công bố để kiểm tra huy hiệu cũ.`);
    return 0;
  },
};

const SEAL_FAULTS = {
  changed: "bản ghi không còn như lúc niêm phong",
  signature: "chữ ký niêm phong không phải của hệ thống này",
} as const;

const FAULTS = {
  changed: "đã bị sửa",
  missing: "bị mất",
  "head-differs": "phần cuối chuỗi không khớp",
} as const;

async function withProduct(work: (prepared: Prepared) => Promise<number>): Promise<number> {
  const env = readEnv();
  // Standard output belongs to what the command writes.
  const prepared = await prepare(
    { ...env, sampleWanted: false },
    openLog("warn", 2),
    "apart",
    false,
    "join",
  );
  try {
    return await work(prepared);
  } finally {
    await prepared.stop();
  }
}

/** What lawful erasure is given: the rights of the tables' owner, which no page has. */
function erasing({ deps, ownerUrl }: Prepared): EraseDeps {
  const { now, newId, baseIri } = deps;
  const { dataFolder } = readEnv();
  const removeAttachment = (sha2: string) => removeAttachmentFile(dataFolder, sha2.toLowerCase());
  return { now, newId, baseIri, ownerUrl, removeAttachment };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Statements go through standard input and output, so what is said goes beside them. */
const STREAMS = {
  input: process.stdin,
  output: process.stdout,
  say: (line: string) => void process.stderr.write(`${line}\n`),
};

const [name = "", ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) {
  say(`Có các lệnh: ${Object.keys(COMMANDS).join(", ")}`);
  process.exitCode = 2;
} else {
  process.exitCode = await inWords(() => command(args));
}
