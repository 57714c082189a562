import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { parseArgs } from "node:util";

import type { Scope } from "#app/db/index.server.ts";
import { readLines } from "#app/domain/exchange/index.ts";
import {
  exportStatements,
  type ImportReport,
  importStatements,
} from "#app/domain/exchange/index.server.ts";
import { cleanLine, type Day, formatNumber, parseDay } from "#app/domain/kernel/index.ts";
import { communeIdOfCode } from "#app/domain/places/index.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";

/** Where a command reads and writes; what it says goes to the side, beside the statements. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly say: (line: string) => void;
}

const EXPORT_USAGE = `Cách dùng: npm run --silent xapi:export -- [--commune <mã xã 5 số>] [--from dd/mm/yyyy] [--to dd/mm/yyyy] > ban-ghi.jsonl
  Ngày tính theo lúc bản ghi vào kho, giờ Việt Nam, kể cả ngày cuối.`;
const IMPORT_USAGE = `Cách dùng: npm run xapi:import -- --commune <mã xã 5 số> --basis "<căn cứ>" < ban-ghi.jsonl
  Chạy lại cùng tệp không ghi trùng: bản ghi đã có được nhận ra theo mã.`;

/** Statements in reach as JSON lines; answers the exit code. */
export async function runExport(
  { transact }: Pick<Deps, "transact">,
  args: readonly string[],
  { output, say }: Streams,
): Promise<number> {
  const asked = readExport(args);
  if (asked === null) {
    say(EXPORT_USAGE);
    return 2;
  }
  let [statements, erased] = [0, 0];
  for await (const page of exportStatements(transact, asked)) {
    // The reader's pace is ours: without this, a slow disk would fill the memory.
    if (!output.write(page.lines)) await once(output, "drain");
    statements += page.statements;
    erased += page.erased;
    say(`${formatNumber(statements)} bản ghi…`);
  }
  say(
    `Xong: ${formatNumber(statements)} bản ghi. Đã xóa theo luật, không xuất: ${formatNumber(erased)}.`,
  );
  return 0;
}

/** Takes in JSON lines; answers the exit code: 1 when a line was not taken. */
export async function runImport(
  deps: Pick<Deps, "transact" | "baseIri" | "now" | "newId">,
  args: readonly string[],
  { input, say }: Streams,
): Promise<number> {
  const asked = readImport(args);
  if (asked === null) {
    say(IMPORT_USAGE);
    return 2;
  }
  input.setEncoding("utf8");
  const result = await importStatements(deps, {
    ...asked,
    lines: readLines(input),
    progress: ({ lines, stored }) =>
      say(`${formatNumber(lines)} dòng, ${formatNumber(stored)} bản ghi mới…`),
  });
  if (!result.ok) {
    say("Không có xã mang mã này. Tìm mã ở trang /tim-xa.");
    return 1;
  }
  for (const line of reportLines(result.value)) say(line);
  return result.value.conflict + result.value.invalid === 0 ? 0 : 1;
}

function reportLines(report: ImportReport): readonly string[] {
  const { lines, stored, same, conflict, invalid, faults } = report;
  const counts = [
    `${formatNumber(lines)} dòng`,
    `${formatNumber(stored)} bản ghi mới`,
    `${formatNumber(same)} đã có`,
    `${formatNumber(conflict)} trùng mã nhưng khác nội dung`,
    `${formatNumber(invalid)} không hợp lệ`,
  ];
  const shown = faults.map(({ line, kind, id, said }) => {
    const what = kind === "conflict" ? "đã có bản ghi khác mang mã này" : said;
    return `Dòng ${formatNumber(line)}: ${what}${id === null ? "" : ` (${id})`}`;
  });
  const more = conflict + invalid - faults.length;
  return [
    `Xong: ${counts.join(", ")}.`,
    ...shown,
    ...(more > 0 ? [`… và ${formatNumber(more)} dòng nữa.`] : []),
    "Nếu trong đó có khóa học của Nếp Học: chạy npm run progress:rebuild để tính lại tiến độ.",
  ];
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const startOf = (day: Day) => new Date(`${day}T00:00:00+07:00`);

function readExport(args: readonly string[]) {
  const values = readOptions(args, ["commune", "from", "to"]);
  if (values === null) return null;
  const { commune, from, to } = values;
  const [first, last] = [from, to].map((text) => (text === undefined ? null : parseDay(text)));
  const wrong = (from !== undefined && first === null) || (to !== undefined && last === null);
  if (wrong || (commune !== undefined && !/^\d{5}$/u.test(commune))) return null;
  const scope: Scope = commune === undefined ? "everywhere" : [communeIdOfCode(commune)];
  return {
    scope,
    // `since` is not included itself.
    since: first ? new Date(startOf(first).getTime() - 1) : undefined,
    until: last ? new Date(startOf(last).getTime() + DAY_MILLISECONDS - 1) : undefined,
  };
}

function readImport(args: readonly string[]) {
  const values = readOptions(args, ["commune", "basis"]);
  if (values === null) return null;
  const { commune = "" } = values;
  const basis = cleanLine(values["basis"] ?? "");
  if (!/^\d{5}$/u.test(commune) || basis === "") return null;
  return { communeId: communeIdOfCode(commune), basis };
}

function readOptions(
  args: readonly string[],
  names: readonly string[],
): Readonly<Partial<Record<string, string>>> | null {
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return null; // parseArgs throws for an option it does not know
  }
}
