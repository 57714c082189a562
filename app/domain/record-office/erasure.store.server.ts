import { PrismaPg } from "@prisma/adapter-pg";

import type { Db } from "#app/db/index.server.ts";
import { PrismaClient } from "#app/db/generated/client.ts";
import { AccountId, PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import { postingKey } from "#app/domain/xapi/index.server.ts";

import type { ErasureCounts, ErasureKind, NamedAs } from "./erasure.ts";
import { SPARED_KEYS } from "./spared-keys.ts";

const HOURS_AT_MOST = 12;

/** Thrown to make a dry run roll back. */
class DryRun extends Error {
  override readonly name = "DryRun";
}

/**
 * One transaction as the owner of the tables that may erase lawfully what is kept for good. A dry run
 * is rolled back, and its answer kept. It may take hours: it is run by hand, seldom, over millions of rows.
 */
export async function lawfully<Value>(
  ownerUrl: string,
  { dryRun }: { readonly dryRun: boolean },
  work: (db: Db) => Promise<Value>,
): Promise<Value> {
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: ownerUrl, max: 1 }),
  });
  const answers: Value[] = [];
  try {
    return await client.$transaction(
      async (db) => {
        await db.$executeRaw`SELECT set_config('app.communes', '*', true),
          set_config('app.lawful_erasure', 'on', true)`;
        const value = await work(db);
        answers.push(value);
        if (dryRun) throw new DryRun("a dry run changes nothing");
        return value;
      },
      { maxWait: 10_000, timeout: HOURS_AT_MOST * 60 * 60 * 1000 },
    );
  } catch (error) {
    const [value] = answers;
    if (error instanceof DryRun && value !== undefined) return value;
    throw error;
  } finally {
    await client.$disconnect();
  }
}

/** Whose account or card that is, also when the account was closed or the person erased. */
export async function findOwner(
  db: Db,
  named: { readonly accountId: string } | { readonly cardCode: string },
): Promise<{
  readonly accountId: AccountId;
  readonly personId: PersonId;
  readonly communeId: PlaceId;
} | null> {
  const row = await db.account.findFirst({
    where: "accountId" in named ? { id: named.accountId } : { cardCode: named.cardCode },
    select: { id: true, personId: true, communeId: true },
  });
  return row === null
    ? null
    : {
        accountId: AccountId.parse(row.id),
        personId: PersonId.parse(row.personId),
        communeId: PlaceId.parse(row.communeId),
      };
}

/** Notes which statements are to go; everything after works on that list. */
async function openList(db: Db): Promise<void> {
  await db.$executeRaw`
    CREATE TEMPORARY TABLE doomed (
      stored timestamptz, sequence bigint, id uuid, commune_id uuid, named_as text, spared uuid[],
      PRIMARY KEY (stored, sequence)
    ) ON COMMIT DROP`;
}

/** Every statement that itself names the agent; who merely refers to such a statement does not name her. */
export async function listOfPerson(db: Db, agentKey: string): Promise<void> {
  const about = postingKey("agent", agentKey);
  const beside = postingKey("related-agent", agentKey);
  await openList(db);
  await db.$executeRaw`
    INSERT INTO doomed
    SELECT s.stored, s.sequence, s.id, s.commune_id,
           CASE WHEN ${about}::uuid = ANY (s.keys) THEN 'about' ELSE 'beside' END
    FROM (SELECT DISTINCT stored, sequence FROM xapi_posting
          WHERE key IN (${about}::uuid, ${beside}::uuid)) p
    JOIN xapi_statement s ON s.stored = p.stored AND s.sequence = p.sequence
    WHERE s.payload IS NOT NULL AND s.keys && ARRAY[${about}, ${beside}]::uuid[]`;
}

/** Every statement that was stored before. */
export async function listOfPeriod(db: Db, before: Date): Promise<void> {
  await openList(db);
  await db.$executeRaw`
    INSERT INTO doomed
    SELECT stored, sequence, id, commune_id, 'period' FROM xapi_statement
    WHERE stored < ${before}::timestamptz AND payload IS NOT NULL`;
}

/** Documents that go: one agent's, or those last written before a moment. Profiles of activities stay. */
export interface DoomedDocuments {
  readonly agentKey: string | null;
  readonly before: Date | null;
}

/** Counts what is on the list, the documents, and the attachments that nothing else refers to. */
export async function countDoomed(db: Db, documents: DoomedDocuments): Promise<ErasureCounts> {
  await db.$executeRaw`ANALYZE doomed`;
  const months = await db.$queryRaw<{ month: string; named_as: NamedAs; statements: number }[]>`
    SELECT to_char(stored AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM') AS month, named_as,
           count(*)::int AS statements
    FROM doomed GROUP BY 1, 2 ORDER BY 1, 2`;
  const [kept] = await db.$queryRaw<{ states: number; profiles: number }[]>`
    SELECT count(*) FILTER (WHERE kind = 'state')::int AS states,
           count(*) FILTER (WHERE kind = 'agent_profile')::int AS profiles
    FROM xapi_document
    WHERE (${documents.agentKey}::text IS NULL OR agent_key = ${documents.agentKey}::text)
      AND (${documents.before}::timestamptz IS NULL OR updated_at < ${documents.before}::timestamptz)`;
  return {
    statements: months.reduce((sum, { statements }) => sum + statements, 0),
    months: months.map(({ named_as: namedAs, ...month }) => ({ ...month, namedAs })),
    states: kept?.states ?? 0,
    agentProfiles: kept?.profiles ?? 0,
    attachments: await listLooseAttachments(db),
  };
}

/** Notes the attachments of doomed statements that no other statement names; answers how many. */
async function listLooseAttachments(db: Db): Promise<number> {
  await db.$executeRaw`CREATE TEMPORARY TABLE loose (sha2 text PRIMARY KEY) ON COMMIT DROP`;
  const named = await db.$executeRaw`
    INSERT INTO loose
    SELECT DISTINCT a.sha2
    FROM doomed d
    JOIN xapi_statement s ON s.stored = d.stored AND s.sequence = d.sequence
    CROSS JOIN LATERAL regexp_matches(s.payload, '"sha2"\\s*:\\s*"([0-9a-fA-F]+)"', 'g') AS found
    JOIN xapi_attachment a ON lower(a.sha2) = lower(found[1])
    WHERE s.payload LIKE '%"sha2"%'`;
  if (named === 0) return 0;
  // No table says who refers to a file: the texts do. Read once, and only where there is a file to go.
  const shared = await db.$executeRaw`
    DELETE FROM loose WHERE lower(sha2) IN (
      SELECT lower(found[1])
      FROM xapi_statement s
      CROSS JOIN LATERAL regexp_matches(s.payload, '"sha2"\\s*:\\s*"([0-9a-fA-F]+)"', 'g') AS found
      WHERE s.payload LIKE '%"sha2"%'
        AND NOT EXISTS (SELECT FROM doomed d WHERE d.stored = s.stored AND d.sequence = s.sequence))`;
  return named - shared;
}

/**
 * Erases what is on the list. A statement keeps its id, place, time, sender, verb and activities, so that
 * it is still counted; its text becomes the text's hash, and whatever names somebody goes from its keys
 * and from the keys of those who refer to it.
 */
export async function eraseDoomed(
  db: Db,
  erasureId: string,
  documents: DoomedDocuments,
): Promise<{
  readonly documents: readonly { readonly communeId: string; readonly documents: number }[];
  /** SHA-2 of the attachments whose rows are gone. */
  readonly attachments: readonly string[];
}> {
  for (const definition of SPARED_KEYS) await db.$executeRawUnsafe(definition);
  await db.$executeRaw`
    UPDATE doomed d SET spared = pg_temp.spared_keys(s.payload, s.keys, a.agent)
    FROM xapi_statement s JOIN xapi_authority a ON a.id = s.authority_id
    WHERE s.stored = d.stored AND s.sequence = d.sequence`;
  await db.$executeRaw`
    CREATE TEMPORARY TABLE gone (stored timestamptz, sequence bigint, key uuid) ON COMMIT DROP`;
  await db.$executeRaw`
    INSERT INTO gone
    SELECT d.stored, d.sequence, key
    FROM doomed d JOIN xapi_statement s ON s.stored = d.stored AND s.sequence = d.sequence,
      unnest(s.keys) AS key
    WHERE key <> ALL (d.spared)`;
  await db.$executeRaw`ANALYZE gone`;
  await db.$executeRaw`
    UPDATE xapi_statement s
    SET payload = NULL, payload_hash = sha256(convert_to(s.payload, 'UTF8')),
        erasure_id = ${erasureId}::uuid, keys = d.spared
    FROM doomed d WHERE s.stored = d.stored AND s.sequence = d.sequence`;
  await erasePostings(db);
  await db.$executeRaw`
    DELETE FROM xapi_dead_letter l USING doomed d
    WHERE l.commune_id = d.commune_id AND l.statement_id = d.id`;
  const places = await db.$queryRaw<{ communeId: string; documents: number }[]>`
    WITH removed AS (
      DELETE FROM xapi_document
      WHERE kind IN ('state', 'agent_profile')
        AND (${documents.agentKey}::text IS NULL OR agent_key = ${documents.agentKey}::text)
        AND (${documents.before}::timestamptz IS NULL
             OR updated_at < ${documents.before}::timestamptz)
      RETURNING commune_id
    )
    SELECT commune_id::text AS "communeId", count(*)::int AS documents FROM removed GROUP BY 1`;
  const removed = await db.$queryRaw<{ sha2: string }[]>`
    DELETE FROM xapi_attachment a USING loose WHERE a.sha2 = loose.sha2 RETURNING a.sha2`;
  return { documents: places, attachments: removed.map(({ sha2 }) => sha2) };
}

async function erasePostings(db: Db): Promise<void> {
  await db.$executeRaw`
    DELETE FROM xapi_posting p USING gone g
    WHERE p.key = g.key AND p.stored = g.stored AND p.sequence = g.sequence`;
  await db.$executeRaw`
    CREATE TEMPORARY TABLE referrer (
      root_stored timestamptz, root_sequence bigint, stored timestamptz, sequence bigint, id uuid
    ) ON COMMIT DROP`;
  await db.$executeRaw`
    INSERT INTO referrer
    WITH RECURSIVE above AS (
      SELECT d.stored AS root_stored, d.sequence AS root_sequence, s.stored, s.sequence, s.id
      FROM doomed d JOIN xapi_statement s ON s.refers_to = d.id
      UNION
      SELECT above.root_stored, above.root_sequence, s.stored, s.sequence, s.id
      FROM above JOIN xapi_statement s ON s.refers_to = above.id
    )
    SELECT * FROM above`;
  await db.$executeRaw`
    DELETE FROM xapi_posting p
    USING referrer r
      JOIN gone g ON g.stored = r.root_stored AND g.sequence = r.root_sequence
      JOIN xapi_statement s ON s.stored = r.stored AND s.sequence = r.sequence
    WHERE p.stored = r.stored AND p.sequence = r.sequence AND p.key = g.key AND g.key <> ALL (s.keys)`;
  // A key may be there through another statement of the same chain as well: following writes it again.
  await db.$queryRaw`
    SELECT xapi_follow(array_agg(id))::text
    FROM (
      SELECT id, row_number() OVER (ORDER BY id) / 500 AS part
      FROM (
        SELECT d.id FROM doomed d JOIN xapi_statement s ON s.stored = d.stored AND s.sequence = d.sequence
        WHERE s.refers_to IS NOT NULL
        UNION
        SELECT r.id FROM referrer r
        JOIN xapi_statement s ON s.stored = r.stored AND s.sequence = r.sequence
        JOIN xapi_statement_key k ON k.id = s.refers_to
        JOIN xapi_statement t ON t.stored = k.stored AND t.sequence = k.sequence
        WHERE t.refers_to IS NOT NULL
      ) chained
    ) parts GROUP BY part`;
}

/** Leaves the trace of an erasure in every commune it touched; `homeId`: also when nothing was there. */
export async function insertErasures(
  db: Db,
  erasure: {
    readonly id: string;
    readonly at: Date;
    readonly byName: string;
    readonly basis: string;
    readonly kind: ErasureKind;
    /** The person's own commune; null for a period. */
    readonly homeId: PlaceId | null;
  },
  documents: readonly { readonly communeId: string; readonly documents: number }[],
): Promise<
  readonly { readonly communeId: string; readonly statements: number; readonly documents: number }[]
> {
  const { id, at, byName, basis, kind, homeId } = erasure;
  return db.$queryRaw`
    WITH counted AS (
      SELECT commune_id, 1 AS statements, 0 AS documents FROM doomed
      UNION ALL
      SELECT commune_id, 0, documents
      FROM unnest(${documents.map(({ communeId }) => communeId)}::uuid[],
                  ${documents.map((each) => each.documents)}::int[]) AS kept (commune_id, documents)
      UNION ALL
      SELECT ${homeId}::uuid, 0, 0 WHERE ${homeId}::uuid IS NOT NULL
    )
    INSERT INTO xapi_erasure (commune_id, id, at, by_name, basis, kind, statements, documents)
    SELECT commune_id, ${id}::uuid, ${at}, ${byName}, ${basis}, ${kind}, sum(statements), sum(documents)
    FROM counted GROUP BY commune_id
    RETURNING commune_id::text AS "communeId", statements, documents`;
}
