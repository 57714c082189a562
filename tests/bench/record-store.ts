// npm run bench:xapi -- [millions=5]: what the record store costs. Starts the product as a newcomer does, measures
// what comes in, fills the store to 50,000 and then to millions of statements, and measures what goes out.
import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import autocannon from "autocannon";
import pg from "pg";

import { startProduct } from "#tests/setup/start-product.ts";

import { cpuSeconds } from "./cpu.ts";
import { fill } from "./record-store-fill.ts";
import {
  agentOf,
  anyPlace,
  anyStatement,
  courseOf,
  lessonOf,
  verbOf,
} from "./record-store-statements.ts";

const SECONDS = 8;
const MILLION = 1_000_000;
const FEW = 50_000;
/** In a small store as in a large one, so that a page about somebody is as long. */
const STATEMENTS_A_PERSON = 250;
/** The sample's own statements too: the measurement's are all that is counted. */
const EMPTY = "TRUNCATE xapi_statement, xapi_posting, xapi_statement_key";
const millions = Number(process.argv[2] ?? 5);

const product = await startProduct();
const client = new pg.Client({ connectionString: databaseUrl() });
const key = { name: "bench", secret: randomUUID() };
try {
  await client.connect();
  const { id, placeId } = await addClient();
  await incoming();
  const authority = {
    objectType: "Agent",
    name: key.name,
    account: { homePage: "https://nep-hoc.example/xapi", name: `client:${id}` },
  };
  for (const target of [FEW, millions * MILLION]) {
    await client.query("SELECT set_config('app.communes', '*', false)");
    await client.query(EMPTY);
    const people = target / STATEMENTS_A_PERSON;
    await fill(client, target, people, placeId, authority, print);
    await outgoing(target, people);
  }
} finally {
  await client.end();
  await product.stop();
}

async function incoming(): Promise<void> {
  print(
    "| ghi, bản ghi ~ 870 byte | bản ghi/s | p50, ms | CPU Node, µs | CPU PostgreSQL, µs | RSS, MB |",
  );
  print("|---|---|---|---|---|---|");
  for (const [name, connections, size] of [
    ["từng bản ghi, 1 kết nối", 1, 1],
    ["từng bản ghi, 16 kết nối", 16, 1],
    ["lô 100, 1 kết nối", 1, 100],
    ["lô 100, 16 kết nối", 16, 100],
  ] as const) {
    await post(connections, size, 3);
    const before = await cpuSeconds(product);
    const result = await post(connections, size, SECONDS);
    const after = await cpuSeconds(product);
    const statements = result["2xx"] * size;
    const each = (used: number) => ((used * 1e6) / statements).toFixed(0);
    print(
      `| ${name} | ${Math.round(statements / result.duration)} | ${result.latency.p50} | ${each(after.node - before.node)} | ${each(after.postgres - before.postgres)} | ${await residentMegabytes()} |`,
    );
    if (result.non2xx > 0) print(`${result.non2xx} câu trả lời không phải 2xx`);
  }
}

async function outgoing(kept: number, people: number): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM xapi_statement_key WHERE stored IS NOT NULL ORDER BY id LIMIT 2000",
  );
  const queries: readonly (readonly [string, () => string])[] = [
    [
      "người + việc, 50",
      () =>
        withPlace(
          people,
          (at) =>
            `agent=${encodeURIComponent(JSON.stringify(agentOf(at)))}&verb=${verbOf(at)}&limit=50`,
        ),
    ],
    [
      "người, 50",
      () =>
        withPlace(
          people,
          (at) => `agent=${encodeURIComponent(JSON.stringify(agentOf(at)))}&limit=50`,
        ),
    ],
    ["hoạt động, 50", () => withPlace(people, (at) => `activity=${lessonOf(at)}&limit=50`)],
    [
      "hoạt động liên quan, 50",
      () => withPlace(people, (at) => `activity=${courseOf(at)}&related_activities=true&limit=50`),
    ],
    [
      "một bản ghi theo mã",
      () => `statementId=${rows[Math.floor(performance.now() * 7) % rows.length]?.id}`,
    ],
    ["50 bản ghi mới nhất", () => "limit=50"],
  ];
  print(
    `| đọc, có ${kept} bản ghi, 16 kết nối | lượt/s | p50, ms | CPU Node, ms | CPU PostgreSQL, ms |`,
  );
  print("|---|---|---|---|---|");
  for (const [name, query] of queries) {
    await get(query, 2);
    const before = await cpuSeconds(product);
    const result = await get(query, SECONDS);
    const after = await cpuSeconds(product);
    const each = (used: number) => ((used * 1000) / result["2xx"]).toFixed(2);
    print(
      `| ${name} | ${Math.round(result["2xx"] / result.duration)} | ${result.latency.p50} | ${each(after.node - before.node)} | ${each(after.postgres - before.postgres)} |`,
    );
    if (result.non2xx > 0) print(`${result.non2xx} câu trả lời không phải 2xx`);
  }
}

function withPlace(people: number, query: (place: ReturnType<typeof anyPlace>) => string): string {
  return query(anyPlace(people));
}

function post(connections: number, size: number, seconds: number) {
  const body = () =>
    size === 1
      ? anyStatement()
      : `[${Array.from({ length: size }, () => anyStatement()).join(",")}]`;
  return autocannon({
    url: `${product.origin}/xapi/statements`,
    connections,
    duration: seconds,
    method: "POST",
    headers: headers(),
    requests: [{ setupRequest: (request) => ({ ...request, body: body() }) }],
  });
}

function get(query: () => string, seconds: number) {
  return autocannon({
    url: product.origin,
    connections: 16,
    duration: seconds,
    headers: headers(),
    requests: [
      { setupRequest: (request) => ({ ...request, path: `/xapi/statements?${query()}` }) },
    ],
  });
}

function headers(): Record<string, string> {
  return {
    authorization: `Basic ${Buffer.from(`${key.name}:${key.secret}`).toString("base64")}`,
    "content-type": "application/json",
    "x-experience-api-version": "2.0.0",
  };
}

async function addClient(): Promise<{ readonly id: string; readonly placeId: string }> {
  const { rows } = await client.query<{ id: string; placeId: string }>(
    `INSERT INTO xapi_client (id, name, key, secret_hash, scopes, place_id, requests_per_minute, created_at, created_by)
     SELECT $1::uuid, $2, $2, $3::bytea, '{all}', id, 100000000, now(), $2
     FROM place WHERE kind = 'province' ORDER BY name LIMIT 1
     RETURNING id, place_id AS "placeId"`,
    [randomUUID(), key.name, createHash("sha256").update(key.secret).digest()],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("there is no province");
  return row;
}

function databaseUrl(): string {
  const [secret, port] = ["postgres.secret", "postgres.port"].map((name) =>
    readFileSync(join(product.dataFolder, name), "utf8").trim(),
  );
  return `postgresql://postgres:${secret}@127.0.0.1:${port}/nephoc`;
}

async function residentMegabytes(): Promise<number> {
  const status = readFileSync(`/proc/${await product.serverPid()}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
