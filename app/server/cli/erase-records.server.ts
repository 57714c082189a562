import { parseArgs } from "node:util";

import { forgetAttendance } from "#app/domain/centres/index.server.ts";
import { forgetCertificates } from "#app/domain/certificates/index.server.ts";
import { forgetRegistrations } from "#app/domain/cmi5/index.server.ts";
import { forgetPlans } from "#app/domain/guidance/index.server.ts";
import { readLogin } from "#app/domain/identity/index.ts";
import {
  cleanLine,
  type Clock,
  formatDay,
  formatNumber,
  parseDay,
  Uuid,
} from "#app/domain/kernel/index.ts";
import { forgetAnswers, forgetLearner } from "#app/domain/learning/index.server.ts";
import type { ErasureReport, NamedAs } from "#app/domain/record-office/index.ts";
import { erasePerson, retainStatements } from "#app/domain/record-office/index.server.ts";

const PERSON_USAGE = `Cách dùng: npm run xapi:erase -- --person <mã thẻ hoặc mã tài khoản> --basis "<căn cứ>" [--by "<người làm>"] [--dry-run]`;
const PERIOD_USAGE = `Cách dùng: npm run xapi:retain -- --before <ngày/tháng/năm> --basis "<căn cứ>" [--by "<người làm>"] [--dry-run]`;
const ADMINISTRATOR = "Người quản trị máy chủ";
const BASIS_AT_LEAST = 5;
const BASIS_AT_MOST = 500;

/** What the commands need; the files of removed attachments are taken away after the database agreed. */
export interface EraseDeps extends Clock {
  readonly ownerUrl: string;
  readonly baseIri: string;
  readonly removeAttachment: (sha2: string) => Promise<void>;
}

/** Erases one person's record, or says what would go; answers the exit code. */
export async function eraseRecordOfPerson(
  deps: EraseDeps,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const read = readArguments(args, "person");
  const person = read === null ? null : readPerson(read.named);
  if (read === null || person === null) {
    say(PERSON_USAGE);
    return 2;
  }
  const erased = await erasePerson(
    {
      ...deps,
      forget: async (db, whose) => {
        await forgetCertificates(db, whose, { at: deps.now(), byName: read.order.byName });
        await forgetRegistrations(db, whose);
        await forgetLearner(db, whose);
        await forgetAttendance(db, whose);
        await forgetPlans(db, whose);
      },
    },
    { person, ...read.order },
  );
  if (!erased.ok) {
    say("Không có tài khoản nào mang mã này.");
    return 1;
  }
  await tell(deps, erased.value, say);
  return 0;
}

/** Erases what was stored before a day, or says what would go; answers the exit code. */
export async function eraseRecordsBefore(
  deps: EraseDeps,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const read = readArguments(args, "before");
  const before = read === null ? null : parseDay(read.named);
  if (read === null || before === null || before < "1970-01-01") {
    say(PERIOD_USAGE);
    return 2;
  }
  const erased = await retainStatements(
    { ...deps, forget: (db, until) => forgetAnswers(db, until) },
    { before, ...read.order },
  );
  if (!erased.ok) {
    say(`Ngày ${formatDay(before)} chưa tới.`);
    return 1;
  }
  await tell(deps, erased.value, say);
  return 0;
}

function readArguments(args: readonly string[], option: "person" | "before") {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        [option]: { type: "string" },
        basis: { type: "string" },
        by: { type: "string" },
        "dry-run": { type: "boolean", default: false },
      },
    });
    const text = (name: string) => {
      const value: unknown = values[name];
      return typeof value === "string" ? cleanLine(value) : "";
    };
    const basis = text("basis");
    const byName = text("by") === "" ? ADMINISTRATOR : text("by");
    const told = basis.length >= BASIS_AT_LEAST && basis.length <= BASIS_AT_MOST;
    return told && text(option) !== ""
      ? { named: text(option), order: { basis, byName, dryRun: values["dry-run"] } }
      : null;
  } catch {
    return null; // parseArgs throws for an option it does not know
  }
}

function readPerson(named: string) {
  const account = Uuid.safeParse(named.toLowerCase());
  if (account.success) return { accountId: account.data };
  const login = readLogin(named);
  return login.kind === "card" ? { cardCode: login.cardCode } : null;
}

const NAMED_AS: Readonly<Record<NamedAs, string>> = {
  about: "nói về người này",
  beside: "có nhắc tới người này",
  period: "đến hạn xóa",
};

async function tell(
  { removeAttachment }: Pick<EraseDeps, "removeAttachment">,
  report: ErasureReport,
  say: (line: string) => void,
): Promise<void> {
  const { erasureId, removedAttachments } = report;
  say(erasureId === null ? "CHẠY THỬ: không xóa gì. Nếu chạy thật sẽ xóa:" : "Đã xóa:");
  for (const { month, namedAs, statements } of report.months) {
    const [year = "", number = ""] = month.split("-");
    say(`  tháng ${number}/${year}: ${formatNumber(statements)} bản ghi ${NAMED_AS[namedAs]}`);
  }
  say(`  Tổng: ${formatNumber(report.statements)} bản ghi (vẫn được đếm, không còn nội dung)`);
  say(`  Chỗ đang học dở: ${formatNumber(report.states)}`);
  say(`  Hồ sơ kèm theo của người học: ${formatNumber(report.agentProfiles)}`);
  say(`  Tệp đính kèm không còn ai dùng: ${formatNumber(report.attachments)}`);
  if (erasureId === null) return;
  for (const sha2 of removedAttachments) await removeAttachment(sha2);
  say(`Mã lần xóa: ${erasureId}, đã ghi vào nhật ký của từng xã, phường liên quan.`);
}
