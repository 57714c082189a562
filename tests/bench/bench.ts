// npm run bench: what the pages and the record store cost, as CPU time, so that it can be compared on
// any machine. Starts the product as a newcomer does; prints the table of README.
import autocannon from "autocannon";

import { startProduct } from "#tests/setup/start-product.ts";

import { cpuSeconds } from "./cpu.ts";
import { pageTables } from "./pages.ts";
import { signInAt } from "./sign-in-at.ts";

const CONNECTIONS = 16;
const SECONDS = 8;

const product = await startProduct();
try {
  const [her] = product.learners;
  if (her === undefined) throw new Error("the sample has no learner");
  const cookie = await signInAt(product.origin, her);
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
    const before = await cpuSeconds(product);
    const result = await load(path, cookie, SECONDS);
    const after = await cpuSeconds(product);
    const requests = result["2xx"];
    const perRequest = (used: number) => ((used * 1000) / requests).toFixed(2);
    print(
      `| ${name} | ${Math.round(requests / SECONDS)} | ${perRequest(after.node - before.node)} | ${perRequest(after.postgres - before.postgres)} |`,
    );
  }
  print(`\n${await pageTables(product.origin, cookie)}`);
} finally {
  await product.stop();
}

function load(path: string, cookie: string, seconds: number) {
  return autocannon({
    url: `${product.origin}${path}`,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { cookie, "accept-encoding": "gzip, deflate, br" },
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
