// npm run bench: what the pages and the record store cost, as CPU time, so that it can be compared on
// any machine. Starts the product as a newcomer does; prints the table of README.
import { readdirSync, readFileSync } from "node:fs";

import autocannon from "autocannon";

import { startProduct } from "#tests/setup/start-product.ts";

const CONNECTIONS = 16;
const SECONDS = 8;
const TICKS_A_SECOND = 100;

const product = await startProduct();
try {
  const [her] = product.learners;
  if (her === undefined) throw new Error("the sample has no learner");
  const cookie = await signIn(product.origin, her);
  const pages: readonly (readonly [string, string])[] = [
    ["trang đầu, chưa đăng nhập", "/"],
    ["trang khóa học", "/hoc/nuoi-lon-an-toan"],
    ["trang bài học", "/hoc/nuoi-lon-an-toan/benh-dich-ta-lon-chau-phi"],
    ["trang câu hỏi", "/hoc/nuoi-lon-an-toan/benh-dich-ta-lon-chau-phi/cau-hoi"],
    ["sổ học tập", "/so-hoc-tap"],
  ];
  print("| việc, đã đăng nhập, 16 kết nối | lượt/s | CPU Node, ms | CPU PostgreSQL, ms |");
  print("|---|---|---|---|");
  for (const [name, path] of pages) {
    await load(path, cookie, 2);
    const before = cpuSeconds(product.pid);
    const result = await load(path, cookie, SECONDS);
    const after = cpuSeconds(product.pid);
    const requests = result["2xx"];
    const perRequest = (used: number) => ((used * 1000) / requests).toFixed(2);
    print(
      `| ${name} | ${Math.round(requests / SECONDS)} | ${perRequest(after.node - before.node)} | ${perRequest(after.postgres - before.postgres)} |`,
    );
  }
} finally {
  await product.stop();
}

function load(path: string, cookie: string, seconds: number) {
  return autocannon({
    url: `${product.origin}${path}`,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { cookie, "accept-encoding": "gzip" },
  });
}

async function signIn(origin: string, who: { card: string; pin: string }): Promise<string> {
  const response = await fetch(`${origin}/dang-nhap`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin },
    body: new URLSearchParams({ login: who.card, pin: who.pin }).toString(),
  });
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

/** CPU seconds used so far by the product's Node and by every PostgreSQL process below its server. */
function cpuSeconds(nodePid: number): { readonly node: number; readonly postgres: number } {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .flatMap(statOf);
  const node = all.filter(({ pid }) => pid === nodePid);
  const postgres = all.filter(({ command }) => command === "postgres");
  const sum = (list: typeof all) => list.reduce((total, { ticks }) => total + ticks, 0);
  return { node: sum(node) / TICKS_A_SECOND, postgres: sum(postgres) / TICKS_A_SECOND };
}

function statOf(pid: string) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const command = text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"));
    // After the name: state is the first field, utime the 12th, stime the 13th (proc(5)).
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return [{ pid: Number(pid), command, ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    return []; // it ended meanwhile
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
