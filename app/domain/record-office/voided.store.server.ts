import type { Db } from "#app/db/index.server.ts";

import type { KeptStatement, Position, StatementQuery } from "#app/domain/xapi/index.ts";
import { postingKey } from "#app/domain/xapi/index.server.ts";

interface Row {
  readonly id: string;
  readonly stored: Date;
  readonly sequence: bigint;
  readonly commune_id: string;
  readonly agent: string;
  readonly version: string;
  readonly timestamp: Date;
  readonly payload: string | null;
}

const EARLIEST = new Date("1970-01-01T00:00:00Z");
const LATEST = new Date("9999-12-31T00:00:00Z");

/**
 * Voided statements alone, the newest first, within the transaction's scope. Voidings are few, so they
 * are walked and not the statements; whether one counts is the record store's rule.
 */
export async function findVoided(
  db: Db,
  query: StatementQuery,
  page: { readonly limit: number; readonly after?: Position | undefined },
): Promise<{ readonly statements: readonly KeptStatement[]; readonly more: Position | null }> {
  const { since = EARLIEST, until = LATEST, communeId = null } = query;
  const { limit, after = { stored: LATEST, sequence: 0n } } = page;
  const { needed, among } = keysOf(query);
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, s.stored, s.sequence, s.commune_id, a.agent, s.version, s."timestamp", s.payload
    FROM (SELECT DISTINCT target_id FROM xapi_voiding) target
    JOIN xapi_statement_key k ON k.id = target.target_id
    JOIN xapi_statement s ON s.stored = k.stored AND s.sequence = k.sequence
    JOIN xapi_authority a ON a.id = s.authority_id
    WHERE NOT s.voids AND s.keys @> ${needed}::uuid[]
      AND (${among}::uuid[] IS NULL OR s.keys && ${among}::uuid[])
      AND (${communeId}::uuid IS NULL OR s.commune_id = ${communeId}::uuid)
      AND s.stored > ${since}::timestamptz AND s.stored <= ${until}::timestamptz
      AND (s.stored, s.sequence) < (${after.stored}::timestamptz, ${after.sequence}::bigint)
      AND EXISTS (
        SELECT FROM xapi_voiding v WHERE v.target_id = s.id
          AND (v.everywhere OR s.commune_id = ANY (v.reach))
          AND (v.authority_id IS NULL OR v.authority_id = s.authority_id))
    ORDER BY s.stored DESC, s.sequence DESC LIMIT ${limit + 1}`;
  const statements = rows
    .slice(0, limit)
    .map(({ commune_id: place, agent: authority, ...row }) => ({
      ...row,
      communeId: place,
      authority,
      voided: true,
    }));
  const last = statements.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { statements, more: more ? { stored: last.stored, sequence: last.sequence } : null };
}

/** Keys that must all be there, and keys of which one must; null: none is asked for. */
function keysOf({ agent, verb, activity }: StatementQuery) {
  return {
    needed: [
      ...(agent === undefined ? [] : [postingKey("agent", agent)]),
      ...(verb === undefined ? [] : [postingKey("verb", verb)]),
    ],
    among:
      activity === undefined
        ? null
        : [postingKey("activity", activity), postingKey("related-activity", activity)],
  };
}
