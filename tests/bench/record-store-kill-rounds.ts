// npm run kill-rounds:xapi -- [rounds=100] [seed]: kills Node, PostgreSQL or both with SIGKILL while statements
// come in. Everything that was answered 200 or 204 is kept, whole and once; a batch is kept whole or not at all.
import { createHash, randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import { dice as diceOf } from "#app/server/sample/dice.ts";

import {
  databaseUrl,
  findPostmaster,
  killAll,
  killPostmaster,
  makeInstallation,
  type Running,
  start,
} from "./kill-rounds-product.ts";
import { anyStatement } from "./record-store-statements.ts";

const SENDERS = 12;
const KEY = { name: "kill-rounds", secret: randomUUID() };
const RECOVERY_MS_AT_MOST = 120_000;

/** What was sent at once, by id, as it must be kept. */
interface Sent {
  readonly texts: ReadonlyMap<string, string>;
  acknowledged: boolean;
}

const rounds = Number(process.argv[2] ?? 100);
const dice = diceOf(Number(process.argv[3] ?? 711));
const installation = await makeInstallation();
let product: Running = await start(installation);
const totals = { sent: 0, acknowledged: 0, lost: 0, torn: 0, doubled: 0, changed: 0 };
const recoveries: number[] = [];
try {
  await addClient();
  for (let round = 1; round <= rounds; round += 1) {
    const victim = ["node", "postmaster", "both"][dice.roll(3)] ?? "node";
    const sent = await storm(victim);
    const begun = performance.now();
    if (product.hasEnded()) product = await start(installation);
    await untilServing();
    recoveries.push(performance.now() - begun);
    await check(sent);
    say(`lượt ${round}, giết ${victim}: ${JSON.stringify(totals)}`);
  }
  recoveries.sort((a, b) => a - b);
  say(
    `${rounds} lượt; phục hồi giữa ${seconds(recoveries[rounds >> 1])} s, lâu nhất ${seconds(recoveries.at(-1))} s`,
  );
  process.exitCode = totals.lost + totals.torn + totals.doubled + totals.changed === 0 ? 0 : 1;
} finally {
  await killAll(installation, product);
  await rm(installation.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}

/** Sends from all sides for a moment, kills, and answers what was sent and what was acknowledged. */
async function storm(victim: string): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const end = new AbortController();
  const senders = Array.from({ length: SENDERS }, () => send(sent, end.signal));
  await sleep(200 + dice.roll(1_200));
  if (victim !== "node") await killPostmaster(installation);
  if (victim === "both") await sleep(dice.roll(20));
  if (victim !== "postmaster") await product.killNode();
  await sleep(dice.roll(300));
  end.abort();
  await Promise.all(senders);
  return sent;
}

async function send(sent: Sent[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const count = dice.chance(50) ? 1 : 2 + dice.roll(30);
    const texts = new Map(
      Array.from({ length: count }, () => {
        const text = anyStatement();
        return [text.slice(7, 43), text] as const;
      }),
    );
    const all = [...texts.values()];
    const [id = ""] = texts.keys();
    const isPut = count === 1 && dice.chance(30);
    const one: Sent = { texts, acknowledged: false };
    sent.push(one);
    try {
      const response = await fetch(
        `${product.origin}/xapi/statements${isPut ? `?statementId=${id}` : ""}`,
        {
          method: isPut ? "PUT" : "POST",
          headers: headers(),
          body: count === 1 ? (all[0] ?? "") : `[${all.join(",")}]`,
          signal: AbortSignal.any([signal, AbortSignal.timeout(20_000)]),
        },
      );
      await response.arrayBuffer();
      one.acknowledged = response.ok;
    } catch {
      await sleep(5);
    }
  }
}

function headers(): Record<string, string> {
  return {
    authorization: `Basic ${Buffer.from(`${KEY.name}:${KEY.secret}`).toString("base64")}`,
    "content-type": "application/json",
    "x-experience-api-version": "2.0.0",
  };
}

async function untilServing(): Promise<void> {
  const begun = performance.now();
  while (performance.now() - begun < RECOVERY_MS_AT_MOST) {
    const response = await fetch(`${product.origin}/xapi/statements?limit=1`, {
      headers: headers(),
    }).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok === true && (await findPostmaster(installation))?.ready === true) return;
    await sleep(50);
  }
  throw new Error(`it does not serve again:\n${product.said()}`);
}

interface Kept {
  readonly id: string;
  readonly payload: string;
  readonly postings: number;
  readonly keys: number;
}

async function check(sent: readonly Sent[]): Promise<void> {
  const ids = sent.flatMap(({ texts }) => [...texts.keys()]);
  const rows = await query<Kept>(
    `SELECT s.id, s.payload, cardinality(s.keys) AS keys, (SELECT count(*)::int FROM xapi_posting p
       WHERE p.key = ANY (s.keys) AND p.stored = s.stored AND p.sequence = s.sequence) AS postings
     FROM xapi_statement s JOIN xapi_statement_key k USING (id, stored, sequence)
     WHERE s.id = ANY ($1::uuid[])`,
    [ids],
  );
  const kept = new Map<string, Kept>();
  for (const row of rows) {
    if (kept.has(row.id)) totals.doubled += 1;
    kept.set(row.id, row);
  }
  for (const { texts, acknowledged } of sent) {
    const there = [...texts.keys()].filter((id) => kept.has(id)).length;
    totals.sent += texts.size;
    if (acknowledged) totals.acknowledged += texts.size;
    if (acknowledged) totals.lost += texts.size - there;
    if (there > 0 && there < texts.size) totals.torn += 1;
    for (const [id, text] of texts) {
      const row = kept.get(id);
      if (row === undefined) continue;
      if (digest(row.payload) !== digest(text)) totals.changed += 1;
      if (row.postings !== row.keys) totals.torn += 1;
    }
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

async function addClient(): Promise<void> {
  await query(
    `INSERT INTO xapi_client (id, name, key, secret_hash, scopes, place_id, requests_per_minute, created_at, created_by)
     SELECT $1::uuid, $2, $2, $3::bytea, '{all}', id, 100000000, now(), $2
     FROM place WHERE kind = 'province' ORDER BY name LIMIT 1`,
    [randomUUID(), KEY.name, createHash("sha256").update(KEY.secret).digest()],
  );
}

async function query<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: await databaseUrl(installation) });
  await client.connect();
  try {
    await client.query("SELECT set_config('app.communes', '*', false)");
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

function seconds(milliseconds: number | undefined): string {
  return ((milliseconds ?? 0) / 1000).toFixed(1);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
