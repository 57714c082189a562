import { migrate } from "#app/db/migrate.server.ts";
import { OperatorError } from "#app/db/operator-error.ts";
import { connect } from "#app/db/postgres-words.server.ts";
import { openDatabase } from "#app/db/index.server.ts";
import { countPeople } from "#app/domain/identity/index.server.ts";
import { countMissingPhotos } from "#app/domain/portfolio/index.server.ts";
import { openFolderFiles } from "#app/server/adapters/folder-files.server.ts";
import { refuseWrongAppLogin } from "#app/server/boot/app-login.server.ts";
import { type OpenedDatabase, openServer } from "#app/server/boot/database.server.ts";
import { filesFolder } from "#app/server/boot/deps.server.ts";
import type { Env } from "#app/server/boot/env.server.ts";
import { openLog } from "#app/server/boot/log.server.ts";
import { settingsDangers } from "#app/server/boot/refuse-dangers.server.ts";
import { type Alarm, findAlarms } from "#app/server/watch/alarms.ts";
import { readStanding } from "#app/server/watch/standing.server.ts";

type Say = (line: string) => void;

/** Milliseconds between this machine's clock and PostgreSQL's, beyond which statements get wrong times. */
const CLOCK_AT_MOST_MILLISECONDS = 5000;

/** Looks at everything that an installation stands on; answers 0 when nothing is wrong. */
export async function runDoctor(env: Env, args: readonly string[], say: Say): Promise<number> {
  let wrong = 0;
  const check = async (what: string, look: () => Promise<string | null>): Promise<void> => {
    const fault = await look().catch((error: unknown) =>
      error instanceof OperatorError || error instanceof Error ? error.message : String(error),
    );
    if (fault !== null) wrong += 1;
    say(
      fault === null ? `ĐẠT  ${what}` : `SAI  ${what}\n     ${fault.replaceAll("\n", "\n     ")}`,
    );
  };
  let server: OpenedDatabase | null = null;
  await check("PostgreSQL trả lời, từ bản 15, đã nâng cấp", async () => {
    server = await openServer(env, openLog("error", 2), "join");
    await migrate(server.ownerUrl);
    return null;
  });
  if (server !== null) await examine(env, server, args.includes("--files"), check);
  say(wrong === 0 ? "Không có gì phải sửa." : `${wrong} việc phải sửa.`);
  return wrong === 0 ? 0 : 1;
}

async function examine(
  env: Env,
  server: OpenedDatabase,
  files: boolean,
  check: (what: string, look: () => Promise<string | null>) => Promise<void>,
): Promise<void> {
  const role = server.appRole === null ? {} : { role: server.appRole };
  const { transact, close } = openDatabase(server.appUrl, { ...role, connections: 2 });
  try {
    if (server.appRole === null) {
      await check("tài khoản của trang web bị giới hạn theo xã", async () => {
        await refuseWrongAppLogin(server.ownerUrl, server.appUrl);
        return null;
      });
    }
    await check("đồng hồ máy này và của PostgreSQL khớp nhau", () => clockFault(server.ownerUrl));
    await check("thiết lập an toàn cho người thật", async () => {
      const { real } = await transact("everywhere", (db) => countPeople(db));
      const dangers = real === 0 ? [] : await settingsDangers(env, transact);
      return dangers.length === 0 ? null : dangers.join("\n");
    });
    await check("đĩa, sao lưu, niêm phong, chuyển tiếp, kết nối", async () => {
      const standing = await readStanding(transact, env.dataFolder);
      const alarms = findAlarms(standing, new Date());
      return alarms.length === 0 ? null : alarms.map(alarmWords).join("\n");
    });
    if (files) {
      await check("mọi ảnh minh chứng đều còn", async () => {
        const store = openFolderFiles(filesFolder(env.dataFolder));
        const { photos, missing } = await countMissingPhotos({ transact, files: store });
        return missing === 0 ? null : `${missing} trong ${photos} ảnh không còn tệp.`;
      });
    }
  } finally {
    await close();
    await server.stop();
  }
}

async function clockFault(url: string): Promise<string | null> {
  const client = await connect(url, "DATABASE_URL");
  try {
    const { rows } = await client.query<{ now: Date }>("SELECT clock_timestamp() AS now");
    const apart = Math.abs((rows[0]?.now.getTime() ?? 0) - new Date().getTime());
    return apart < CLOCK_AT_MOST_MILLISECONDS
      ? null
      : `lệch ${Math.round(apart / 1000)} giây: bật đồng bộ giờ (systemd-timesyncd, chrony) ở cả hai máy.`;
  } finally {
    await client.end();
  }
}

function alarmWords(alarm: Alarm): string {
  switch (alarm.code) {
    case "disk-low":
      return `disk-low: đĩa của NEPHOC_DATA chỉ còn ${Math.round(alarm.freeBytes / 1e6)} MB.`;
    case "disk-full-soon":
      return `disk-full-soon: theo đà này đĩa đầy sau ${alarm.days} ngày.`;
    case "no-backup":
      return "no-backup: chưa sao lưu lần nào (npm run backup).";
    case "backup-old":
      return `backup-old: bản sao lưu cuối cách đây ${alarm.hours} giờ.`;
    case "seals-behind":
      return `seals-behind: ngày niêm phong cuối là ${alarm.lastDay ?? "chưa có"}.`;
    case "forwards-failing":
      return `forwards-failing: ${alarm.forwards} nơi nhận bản ghi không trả lời.`;
    case "dead-letters":
      return `dead-letters: ${alarm.letters} bản ghi bị nơi nhận từ chối, chờ xử lý ở /tinh/kho-ghi.`;
    case "jobs-failed":
      return `jobs-failed: ${alarm.jobs} việc nền bị lỗi; nhật ký của chương trình nói vì sao.`;
    case "connections-short":
      return `connections-short: ${alarm.used}/${alarm.atMost} kết nối PostgreSQL đang dùng.`;
  }
}
