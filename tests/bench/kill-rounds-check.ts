// Reads the books after a kill: what was promised stands, once, whole, and nothing that nobody sent.
import pg from "pg";

import { openDatabase } from "#app/db/index.server.ts";
import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { packageActs } from "#app/domain/cmi5/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { rebuildProgress } from "#app/domain/learning/index.server.ts";
import { readEnv } from "#app/server/boot/env.server.ts";

import type { Ledger } from "./kill-rounds-ledger.ts";

export interface Findings {
  readonly lost: string[];
  readonly doubled: string[];
  /** Half-written, out of the chain, or derived otherwise than its statements say. */
  readonly torn: string[];
}

/** The attempts that learners had made before. */
export interface Baseline {
  readonly personIds: readonly string[];
  readonly attemptIds: readonly string[];
}

type Db = Parameters<typeof verifyAudit>[0];

/** Everything that was promised so far, against the database. */
export async function readBooks(
  url: string,
  ledger: Ledger,
  baseline: Baseline,
): Promise<Findings> {
  const findings: Findings = { lost: [], doubled: [], torn: [] };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // One picture for all questions.
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await checkAttempts(client, ledger, baseline, findings);
    await checkVillage(client, ledger, findings);
    await checkReviews(client, ledger, findings);
    await checkDecisions(client, ledger, findings);
  } finally {
    await client.end();
  }
  const database = openDatabase(url, { role: "nephoc_app", connections: 2 });
  try {
    const audit = await database.transact("everywhere", (db) => verifyAudit(db));
    for (const { communeId, sequence, fault } of audit.faults) {
      findings.torn.push(`audit ${communeId} ${sequence}: ${fault}`);
    }
    findings.torn.push(...(await compareProgress(database.transact)));
  } finally {
    await database.close();
  }
  return findings;
}

async function checkAttempts(
  client: pg.Client,
  { sentAttempts, attempts, opened }: Ledger,
  { personIds, attemptIds }: Baseline,
  findings: Findings,
): Promise<void> {
  const rows = await countKeys(
    client,
    "SELECT id::text AS key FROM attempt WHERE person_id = ANY($1)",
    [personIds],
  );
  expectOnce("attempt", attempts, rows, findings);
  const known = new Set([...attemptIds, ...sentAttempts.keys()]);
  for (const id of rows.keys()) {
    if (!known.has(id)) findings.doubled.push(`attempt ${id}, which nobody sent`);
  }
  const statementIds = [
    ...opened,
    ...[...sentAttempts.values()].flatMap(({ answered, judged }) => [...answered, judged]),
  ];
  const statements = await countKeys(
    client,
    `SELECT id || ' ' || CASE regexp_replace(verb, '.*/', '')
              WHEN 'answered' THEN 'answered' WHEN 'passed' THEN 'judged' WHEN 'failed' THEN 'judged'
              WHEN 'initialized' THEN 'opened' ELSE verb END AS key
     FROM (SELECT s.id, s.payload::json #>> '{verb,id}' AS verb
           FROM xapi_statement s JOIN xapi_statement_key k USING (id, stored, sequence)
           WHERE s.id = ANY($1)) AS kept`,
    [statementIds],
  );
  expectOnce(
    "statement",
    [...opened].map((id) => `${id} opened`),
    statements,
    findings,
  );
  for (const [id, { answered, judged }] of sentAttempts) {
    const parts = [...answered.map((part) => `${part} answered`), `${judged} judged`];
    if (rows.has(id)) expectOnce("statement", parts, statements, findings);
    else if (parts.some((part) => statements.has(part))) {
      findings.torn.push(`statements of attempt ${id}, which is not there`);
    }
  }
}

async function checkVillage(
  client: pg.Client,
  { attested, endorsed }: Ledger,
  findings: Findings,
): Promise<void> {
  const words = await countKeys(
    client,
    "SELECT words AS key FROM attestation WHERE words LIKE 'Lượt %'",
  );
  expectOnce("attestation", attested, words, findings);
  for (const [said, count] of words) {
    if (count > 1) findings.doubled.push(`attestation ${said}`);
  }
  const endorsements = await countKeys(
    client,
    `SELECT assessment_id::text AS key FROM review
     WHERE step = 'village' AND outcome = 'endorsed' AND assessment_id = ANY($1)`,
    [[...endorsed]],
  );
  expectOnce("endorsement", endorsed, endorsements, findings);
}

async function checkReviews(
  client: pg.Client,
  { verified, undone }: Ledger,
  findings: Findings,
): Promise<void> {
  const reviews = await countKeys(
    client,
    `SELECT act_id || ' ' || assessment_id AS key FROM review
     WHERE step = 'commune' AND outcome = 'verified'`,
  );
  expectOnce("verification", verified, reviews, findings);
  const reopened = await countKeys(
    client,
    `SELECT detail::jsonb ->> 'undone' AS key
     FROM audit_entry, jsonb_array_elements(detail::jsonb -> 'cases')
     WHERE action = 'assessments.reopened'`,
  );
  for (const [actId, cases] of undone) {
    if ((reopened.get(actId) ?? 0) < cases) findings.lost.push(`undoing of ${actId}`);
  }
  const twice = await countKeys(
    client,
    `SELECT assessment_id || ' ' || outcome AS key FROM (
       SELECT assessment_id, outcome,
              lag(outcome) OVER (PARTITION BY assessment_id ORDER BY at, id) AS before
       FROM review) AS review
     WHERE outcome = before`,
  );
  findings.doubled.push(...[...twice.keys()].map((key) => `review ${key}`));
  const halves = await countKeys(
    client,
    `SELECT action || ' ' || subject_id AS key FROM audit_entry AS entry
     WHERE action IN ('assessments.verified', 'assessments.reopened')
       AND jsonb_array_length(detail::jsonb -> 'cases')
         <> (SELECT count(*) FROM review WHERE act_id = entry.subject_id::uuid)`,
  );
  findings.torn.push(...halves.keys());
}

async function checkDecisions(
  client: pg.Client,
  { prepared, discarded, issued, ending }: Ledger,
  findings: Findings,
): Promise<void> {
  const facts = await countKeys(
    client,
    "SELECT action || ' ' || subject_id AS key FROM audit_entry WHERE subject_kind = 'decision'",
  );
  expectOnce("fact", factKeys("decision.prepared", prepared), facts, findings);
  expectOnce("fact", factKeys("decision.discarded", discarded), facts, findings);
  expectOnce("fact", factKeys("decision.issued", issued.keys()), facts, findings);

  const decisions = await countKeys(
    client,
    "SELECT concat_ws(' ', id, state, number) AS key FROM decision",
  );
  const drafts = [...prepared].filter((id) => !ending.has(id)).map((id) => `${id} draft`);
  const signed = [...issued].map(([id, number]) => `${id} issued ${number}`);
  expectOnce("decision", [...drafts, ...signed], decisions, findings);
  for (const id of discarded) {
    if ([...decisions.keys()].some((key) => key.startsWith(id))) {
      findings.lost.push(`discarding of ${id}`);
    }
  }
  const wrong = await countKeys(
    client,
    `SELECT 'list of ' || id AS key FROM decision WHERE state = 'issued' AND
       (SELECT count(*) FROM decision_item WHERE decision_id = decision.id)
         <> (SELECT count(*) FROM register_entry WHERE decision_id = decision.id)
     UNION ALL
     SELECT 'register ' || series FROM register_counter AS counter WHERE last <>
       (SELECT count(*) FROM register_entry AS entry
        WHERE entry.commune_id = counter.commune_id AND entry.series = counter.series)`,
  );
  findings.torn.push(...wrong.keys());
}

/** Derives all progress anew, in a transaction that is rolled back, and names what differs. */
async function compareProgress(
  transact: ReturnType<typeof openDatabase>["transact"],
): Promise<readonly string[]> {
  const compared = await transact("everywhere", async (db) => {
    const before = await progressRows(db);
    const { baseIri } = readEnv({ NODE_ENV: "production" });
    const packages = packageActs(db, { baseIri, versions: new Map() });
    valueOf(await rebuildProgress(db, baseIri, packages));
    const after = await progressRows(db);
    const differing = [
      ...[...before].filter((row) => !after.has(row)).map((row) => `kept but not derived: ${row}`),
      ...[...after].filter((row) => !before.has(row)).map((row) => `derived but not kept: ${row}`),
    ];
    // A refusal rolls back.
    return { ok: false, differing };
  });
  return compared.differing;
}

async function progressRows(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ row: string }[]>`
    SELECT 'attempt ' || t::text AS row FROM attempt AS t
    UNION ALL SELECT 'lesson ' || t::text FROM lesson_progress AS t
    UNION ALL SELECT 'course ' || t::text FROM course_progress AS t`;
  return new Set(rows.map(({ row }) => row));
}

function factKeys(action: string, ids: Iterable<string>): readonly string[] {
  return [...ids].map((id) => `${action} ${id}`);
}

/** How often each `key` comes. */
async function countKeys(
  client: pg.Client,
  query: string,
  values: readonly unknown[] = [],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ key: string }>(query, [...values]);
  const counts = new Map<string, number>();
  for (const { key } of rows) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function expectOnce(
  kind: string,
  promised: Iterable<string>,
  found: ReadonlyMap<string, number>,
  { lost, doubled }: Findings,
): void {
  for (const key of promised) {
    const count = found.get(key) ?? 0;
    if (count === 0) lost.push(`${kind} ${key}`);
    if (count > 1) doubled.push(`${kind} ${key} (${count} times)`);
  }
}
