import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Product } from "#tests/setup/start-product.ts";

const TICKS_A_SECOND = 100;

/**
 * CPU seconds used so far by the product's Node and by every process of its embedded PostgreSQL, those that
 * ended included: Linux adds what they used to their parent's, so the sum never falls.
 */
export async function cpuSeconds({
  serverPid,
  dataFolder,
}: Pick<Product, "serverPid" | "dataFolder">): Promise<{
  readonly node: number;
  readonly postgres: number;
}> {
  const nodePid = await serverPid();
  const file = join(dataFolder, "postgres", "postmaster.pid");
  const postmaster = Number(readFileSync(file, "utf8").split("\n")[0]);
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .flatMap(statOf);
  const node = all.filter(({ pid }) => pid === nodePid);
  const postgres = all.filter(({ pid, parent }) => pid === postmaster || parent === postmaster);
  const sum = (list: typeof all) =>
    list.reduce((total, { ticks, ended }) => total + ticks + ended, 0);
  return { node: sum(node) / TICKS_A_SECOND, postgres: sum(postgres) / TICKS_A_SECOND };
}

function statOf(pid: string) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // After the name: state is the first field, the parent the 2nd; utime, stime, and those of children that
    // ended and were waited for are the 12th to 15th (proc(5)).
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return [
      {
        pid: Number(pid),
        parent: Number(fields[1]),
        ticks: Number(fields[11]) + Number(fields[12]),
        ended: Number(fields[13]) + Number(fields[14]),
      },
    ];
  } catch {
    return []; // it ended meanwhile
  }
}
