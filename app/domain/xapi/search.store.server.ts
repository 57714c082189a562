import type { Sql } from "#app/db/index.server.ts";

import { postingKey } from "./posting-keys.server.ts";
import type { KeptStatement, Position, StatementQuery } from "./statement-query.ts";

interface Row {
  readonly id: string;
  readonly stored: Date;
  readonly sequence: bigint | string;
  readonly commune_id: string;
  readonly agent: string;
  readonly version: string;
  readonly timestamp: Date;
  readonly payload: string | null;
  readonly voided: boolean;
}

/** Bytes of statements after which a page ends; it has one statement at least. */
const PAGE_BYTES = 2 * 1024 * 1024;
/** A voiding counts where its sender may void; a voiding statement itself cannot be voided. */
const VOIDED = `NOT s.voids AND EXISTS (
  SELECT FROM xapi_voiding v WHERE v.target_id = s.id AND (v.everywhere OR s.commune_id = ANY (v.reach))
    AND (v.authority_id IS NULL OR v.authority_id = s.authority_id))`;
const COLUMNS = `s.id, s.stored, s.sequence, s.commune_id, a.agent, s.version, s."timestamp", s.payload`;

/** Values of one statement of SQL, each with its place. */
class Values {
  readonly list: unknown[] = [];
  add(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

/** Each filter as the keys of which one must be there; the first filter is walked, the others are asked. */
function filtersOf(query: StatementQuery): readonly (readonly string[])[] {
  const { agent, verb, activity, registration } = query;
  const filters: string[][] = [];
  if (registration !== undefined) filters.push([postingKey("registration", registration)]);
  const joined = agent !== undefined && verb !== undefined && query.relatedAgents !== true;
  if (joined) filters.push([postingKey("agent-verb", `${agent} ${verb}`)]);
  if (agent !== undefined && !joined) {
    const related = query.relatedAgents === true ? [postingKey("related-agent", agent)] : [];
    filters.push([postingKey("agent", agent), ...related]);
  }
  if (activity !== undefined) {
    const related =
      query.relatedActivities === true ? [postingKey("related-activity", activity)] : [];
    filters.push([postingKey("activity", activity), ...related]);
  }
  if (verb !== undefined && !joined) filters.push([postingKey("verb", verb)]);
  return filters;
}

/** Conditions on `stored` and the place of a row that is named `name`. */
function bounds(query: StatementQuery, after: Position | undefined, name: string, values: Values) {
  const conditions = [];
  if (query.since !== undefined) {
    conditions.push(`${name}.stored > ${values.add(query.since.toISOString(), "timestamptz")}`);
  }
  if (query.until !== undefined) {
    conditions.push(`${name}.stored <= ${values.add(query.until.toISOString(), "timestamptz")}`);
  }
  if (after !== undefined) {
    const stored = values.add(after.stored.toISOString(), "timestamptz");
    const sequence = values.add(String(after.sequence), "bigint");
    const [direction, or] = query.ascending === true ? [">", ">="] : ["<", "<="];
    // The first condition alone lets PostgreSQL leave out months.
    conditions.push(`${name}.stored ${or} ${stored}`);
    conditions.push(`(${name}.stored, ${name}.sequence) ${direction} (${stored}, ${sequence})`);
  }
  return conditions;
}

const where = (conditions: readonly string[]) =>
  conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;

/** One page of a search, newest first unless it says otherwise, within the transaction's scope. */
export async function findPage(
  sql: Sql,
  query: StatementQuery,
  page: { readonly limit: number; readonly after?: Position | undefined },
): Promise<{ readonly statements: readonly KeptStatement[]; readonly more: Position | null }> {
  const { text, values } = pageSql(query, page.after, page.limit + 1);
  const rows = await sql.query<Row & { readonly found: number }>(text, values);
  const statements = rows.slice(0, page.limit).map((row) => keptOf(row));
  const last = statements.at(-1);
  const more = last !== undefined && (rows[0]?.found ?? 0) > statements.length;
  return {
    statements,
    more: more ? { stored: last.stored, sequence: last.sequence } : null,
  };
}

function pageSql(query: StatementQuery, after: Position | undefined, limit: number) {
  const values = new Values();
  const order = query.ascending === true ? "ASC" : "DESC";
  const [walked, ...asked] = filtersOf(query);
  const conditions = asked.map((keys) => {
    const among = keys.map((key) => values.add(key, "uuid")).join(", ");
    return `EXISTS (SELECT FROM xapi_posting q
      WHERE q.key IN (${among}) AND q.stored = s.stored AND q.sequence = s.sequence)`;
  });
  if (query.communeId !== undefined) {
    conditions.push(`s.commune_id = ${values.add(query.communeId, "uuid")}`);
  }
  if (query.authority !== undefined) {
    conditions.push(
      `s.authority_id = ${values.add(postingKey("authority", query.authority), "uuid")}`,
    );
  }
  if (query.includeAll !== true) conditions.push("s.payload IS NOT NULL", `NOT (${VOIDED})`);

  const ordered = (name: string) => `ORDER BY ${name}.stored ${order}, ${name}.sequence ${order}`;
  const found =
    walked === undefined
      ? `xapi_statement s`
      : `(${places(walked, query, after, values, order)}) p
         CROSS JOIN LATERAL (SELECT * FROM xapi_statement t
           WHERE t.stored = p.stored AND t.sequence = p.sequence OFFSET 0) s`;
  const limits = walked === undefined ? bounds(query, after, "s", values) : [];
  const page = `SELECT s.* FROM ${found} ${where([...limits, ...conditions])}
    ${ordered(walked === undefined ? "s" : "p")} LIMIT ${values.add(limit, "bigint")}`;
  // A page of long statements ends before its limit: it has to fit into memory, on both sides.
  const text = `SELECT ${COLUMNS}, s.found, ${query.includeAll === true ? VOIDED : "false"} AS voided
    FROM (SELECT s.*, count(*) OVER ()::int AS found,
            sum(octet_length(s.payload)) OVER (${ordered("s")} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
          FROM (${page}) s) s
    JOIN xapi_authority a ON a.id = s.authority_id
    WHERE coalesce(s.before, 0) < ${PAGE_BYTES} ${ordered("s")}`;
  return { text, values: values.list };
}

/** The places of the statements that have one of these keys, in order, each once. */
function places(
  keys: readonly string[],
  query: StatementQuery,
  after: Position | undefined,
  values: Values,
  order: string,
): string {
  const branches = keys.map((key) => {
    const conditions = [`p.key = ${values.add(key, "uuid")}`, ...bounds(query, after, "p", values)];
    return `(SELECT p.stored, p.sequence FROM xapi_posting p ${where(conditions)}
      ORDER BY p.stored ${order}, p.sequence ${order})`;
  });
  const all = branches.join(" UNION ALL ");
  return branches.length === 1
    ? all
    : `SELECT DISTINCT ON (stored, sequence) stored, sequence FROM (${all}) b
       ORDER BY stored ${order}, sequence ${order}`;
}

/** One statement, voided or not, within the transaction's scope; null when it is not there. */
export async function findOne(sql: Sql, id: string): Promise<KeptStatement | null> {
  const [row] = await sql.query<Row>(
    `SELECT ${COLUMNS}, ${VOIDED} AS voided FROM xapi_statement_key k
     JOIN xapi_statement s ON s.stored = k.stored AND s.sequence = k.sequence
     JOIN xapi_authority a ON a.id = s.authority_id WHERE k.id = $1::uuid`,
    [id],
  );
  return row === undefined ? null : keptOf(row);
}

function keptOf(row: Row): KeptStatement {
  return {
    id: row.id,
    stored: row.stored,
    sequence: BigInt(row.sequence),
    communeId: row.commune_id,
    authority: row.agent,
    version: row.version,
    timestamp: row.timestamp,
    payload: row.payload,
    voided: row.voided,
  };
}

/** Everything stored up to this moment, included, is there for whoever reads after this answer. */
export async function findConsistentThrough(sql: Sql): Promise<Date> {
  const [row] = await sql.query<{ through: Date }>("SELECT xapi_consistent_through() AS through");
  if (row === undefined) throw new Error("no answer");
  return row.through;
}
