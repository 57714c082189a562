import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";

import {
  type BadgeFacts,
  type CredentialCheck,
  isNameOf,
  KeySet,
  type StatusCheck,
  verifyCredential,
} from "#app/domain/certificates/index.ts";
import { BADGE_FILE } from "#app/domain/documents/index.ts";
import { attachedFile } from "#app/domain/documents/index.server.ts";
import { type Clock, dayOf, formatDay, formatInstant } from "#app/domain/kernel/index.ts";

const USAGE = `Cách dùng: npm run badge:verify -- --keys khoa.json [--status danh-sach.jwt] [--name "<họ và tên>"] <tệp .jwt hoặc .pdf>
  khoa.json tải ở <địa chỉ>/huy-hieu/khoa.json, danh sách thu hồi ở <địa chỉ>/huy-hieu/danh-sach/1.`;

type Say = (line: string) => void;

/** Verifies a badge in a file, or the one in a certificate's PDF, without a network; answers the exit code. */
export async function verifyBadgeFile(
  deps: Pick<Clock, "now">,
  args: readonly string[],
  say: Say,
): Promise<number> {
  const asked = readArguments(args);
  if (asked === null) {
    say(USAGE);
    return 2;
  }
  const read = await readFiles(asked, say);
  if (read === null) return 2;
  const check = await verifyCredential(read.badge, { ...read, now: deps.now() });
  const stands = tellVerdict(check, say);
  if (!("badge" in check)) return 1;
  tellFacts(check.badge, say);
  const named = asked.name === null ? true : await tellName(check.badge, asked.name, say);
  return stands && named ? 0 : 1;
}

/** Says which files cannot be read, and answers null when there are any. */
async function readFiles(
  asked: { readonly keys: string; readonly status: string | null; readonly file: string },
  say: Say,
) {
  const keys = KeySet.safeParse(jsonOf(await textOf(asked.keys)));
  const badge = await badgeOf(asked.file);
  const statusList = asked.status === null ? null : await textOf(asked.status);
  if (!keys.success) say(`Không đọc được khóa công khai trong ${asked.keys}.`);
  if (badge === null) say(`Không đọc được huy hiệu trong ${asked.file}.`);
  const listed = asked.status === null || statusList !== null;
  if (!listed) say(`Không đọc được danh sách thu hồi trong ${asked.status}.`);
  return keys.success && badge !== null && listed ? { keys: keys.data, badge, statusList } : null;
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        keys: { type: "string" },
        status: { type: "string" },
        name: { type: "string" },
      },
    });
    const { keys, status = null, name = null } = values;
    const [file, ...more] = positionals;
    return keys === undefined || file === undefined || more.length > 0
      ? null
      : { keys, status, name, file };
  } catch {
    return null; // parseArgs throws for an option it does not know
  }
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch(() => null);
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}

async function badgeOf(file: string): Promise<string | null> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return null;
  const isPdf = bytes.subarray(0, 5).toString("latin1") === "%PDF-";
  const badge = isPdf ? await attachedFile(new Uint8Array(bytes), BADGE_FILE) : bytes;
  return badge === null ? null : new TextDecoder().decode(badge).replaceAll(/\s/gu, "");
}

const REFUSED: Readonly<Record<Exclude<CredentialCheck["verdict"], "genuine">, string>> = {
  unreadable: "KHÔNG ĐỌC ĐƯỢC: đây không phải là huy hiệu, hoặc tệp đã hỏng.",
  "unknown-key": "KHÔNG RÕ NGUỒN: huy hiệu không ký bằng khóa nào trong tệp khóa.",
  forged: "KHÔNG THẬT: chữ ký không khớp, nội dung đã bị sửa.",
  inconsistent: "KHÔNG HỢP LỆ: nội dung huy hiệu không nhất quán.",
  "not-yet": "CHƯA CÓ HIỆU LỰC: ngày cấp ghi trong huy hiệu chưa tới.",
};

/** Whether nothing speaks against it. */
function tellVerdict(check: CredentialCheck, say: Say): boolean {
  if (check.verdict !== "genuine") {
    say(REFUSED[check.verdict]);
    return false;
  }
  say("CHỮ KÝ THẬT.");
  return tellStatus(check.status, say);
}

function tellStatus(status: StatusCheck, say: Say): boolean {
  switch (status.state) {
    case "not-asked":
      say("Chưa biết có bị thu hồi không: thêm --status danh-sach.jwt để kiểm tra.");
      return true;
    case "none":
      say("Huy hiệu này không có danh sách thu hồi.");
      return true;
    case "list-unusable":
      say("Danh sách thu hồi không dùng được: không phải của huy hiệu này, hoặc đã bị sửa.");
      return false;
    case "standing":
    case "revoked": {
      const listed = `theo danh sách lập lúc ${formatInstant(status.listedAt)}`;
      say(status.state === "standing" ? `CÒN GIÁ TRỊ ${listed}.` : `ĐÃ THU HỒI ${listed}.`);
      if (status.stale) say("Danh sách đã cũ: hãy tải danh sách mới khi có mạng.");
      return status.state === "standing";
    }
  }
}

function tellFacts(badge: BadgeFacts, say: Say): void {
  say(`  Khóa học: ${badge.courseTitle}`);
  say(`  Nơi cấp: ${badge.issuerName} (${badge.issuerUrl})`);
  say(`  Cấp ngày: ${formatDay(dayOf(badge.issuedAt))}`);
  if (badge.completedAt !== null) say(`  Học xong ngày: ${formatDay(dayOf(badge.completedAt))}`);
  if (badge.result !== null) say(`  Bài kiểm tra cuối khóa: ${badge.result}%`);
  for (const alignment of badge.alignments) say(`  Khung năng lực: ${alignment}`);
  if (badge.checkUrl !== null) say(`  Trang kiểm tra: ${badge.checkUrl}`);
  say(`  ${badge.description}`);
}

async function tellName(badge: BadgeFacts, name: string, say: Say): Promise<boolean> {
  const fits = await isNameOf(badge, name);
  if (fits === null) say("  Huy hiệu không mang tên để đối chiếu.");
  else say(fits ? `  Họ tên đúng: ${name}` : `  HỌ TÊN KHÔNG KHỚP: ${name}`);
  return fits === true;
}
