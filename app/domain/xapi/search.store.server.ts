import { arrayText, type Sql } from "#app/db/index.server.ts";

import {
  bounds,
  isAt,
  listsOf,
  orderOf,
  placesIn,
  type StatementList,
  Values,
} from "./statement-lists.store.server.ts";
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

/** A list that ends before so many places is walked whole without further thought. */
const FEW = 256;

const where = (conditions: readonly string[]) =>
  conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;

export interface PageAsked {
  readonly limit: number;
  readonly after?: Position | undefined;
  /**
   * How many places are looked at before the page ends with what it has, and the place where the next one
   * goes on. Unset: as many as it takes.
   */
  readonly placesAtMost?: number;
}

export interface PageFound {
  readonly statements: readonly KeptStatement[];
  readonly more: Position | null;
}

/** One page of a search, newest first unless it says otherwise, within the transaction's scope. */
export async function findPage(
  sql: Sql,
  query: StatementQuery,
  page: PageAsked,
): Promise<PageFound> {
  const walk = await chooseWalk(sql, query, page);
  const { text, values } = pageSql(query, walk, page);
  const rows = await sql.query<Row & { readonly found: number }>(text, values);
  const statements = rows.slice(0, page.limit).map((row) => keptOf(row));
  const last = statements.at(-1);
  if (last !== undefined && (rows[0]?.found ?? 0) > statements.length) {
    return { statements, more: { stored: last.stored, sequence: last.sequence } };
  }
  return { statements, more: await endOfWalk(sql, query, walk, page) };
}

interface Walk {
  /** Null: every statement there is. */
  readonly list: StatementList | null;
  /** In which a statement must stand as well. */
  readonly others: readonly StatementList[];
  /** After how many places it ends; null: with the list. */
  readonly atMost: number | null;
}

/**
 * Walks the rarest of the lists: one of a few, or else the one whose first few places reach furthest.
 * The others are asked for each of its places.
 */
async function chooseWalk(
  sql: Sql,
  query: StatementQuery,
  { after, placesAtMost }: PageAsked,
): Promise<Walk> {
  const atMost = placesAtMost ?? null;
  const lists = listsOf(query);
  const [only, ...more] = lists;
  if (only === undefined || more.length === 0) {
    return { list: only ?? null, others: [], atMost: only === undefined ? null : atMost };
  }
  const values = new Values();
  const reaches = lists.map(
    (list, at) =>
      `(SELECT l.stored FROM ${placesIn(list, query, after, values)} l OFFSET ${FEW - 1} LIMIT 1) AS "${at}"`,
  );
  const [row] = await sql.query<Record<string, Date | null>>(
    `SELECT ${reaches.join(", ")}`,
    values.list,
  );
  const reach = (at: number) => row?.[String(at)]?.getTime() ?? null;
  const furthest = (a: number, b: number) => {
    const [one, other] = [reach(a), reach(b)];
    if (one === null || other === null) return one === null ? a : b;
    return one > other === (query.ascending === true) ? a : b;
  };
  const chosen = [...lists.keys()].reduce((a, b) => furthest(a, b));
  return {
    list: lists[chosen] ?? only,
    others: lists.filter((_, at) => at !== chosen),
    atMost: reach(chosen) === null ? null : atMost,
  };
}

/** Where a walk stopped before the end of its list, or null. */
async function endOfWalk(
  sql: Sql,
  query: StatementQuery,
  { list, atMost }: Walk,
  { after }: PageAsked,
): Promise<Position | null> {
  if (list === null || atMost === null) return null;
  const values = new Values();
  const [row] = await sql.query<{ stored: Date; sequence: bigint | string }>(
    `SELECT l.* FROM ${placesIn(list, query, after, values)} l OFFSET ${atMost - 1} LIMIT 1`,
    values.list,
  );
  return row === undefined ? null : { stored: row.stored, sequence: BigInt(row.sequence) };
}

function pageSql(query: StatementQuery, { list, others, atMost }: Walk, page: PageAsked) {
  const values = new Values();
  const order = orderOf(query);
  const conditions: string[] = [];
  const asked: string[] = [];
  for (const other of others) {
    if (other.kind === "keys") asked.push(isAt(other.keys, values));
    else conditions.push(`s.${other.kind}_id = ${values.add(other.id, "uuid")}`);
  }
  if (query.includeAll !== true) conditions.push("s.payload IS NOT NULL", `NOT (${VOIDED})`);

  const ordered = (name: string) => `ORDER BY ${name}.stored ${order}, ${name}.sequence ${order}`;
  const limits = list === null ? bounds(query, page.after, "s", values) : [];
  const found =
    list === null
      ? `xapi_statement s`
      : `(SELECT p.stored, p.sequence
          FROM (SELECT l.* FROM ${placesIn(list, query, page.after, values)} l
                ${atMost === null ? "" : `LIMIT ${atMost}`}) p
          ${where(asked)}) p
         CROSS JOIN LATERAL (SELECT * FROM xapi_statement t
           WHERE t.stored = p.stored AND t.sequence = p.sequence OFFSET 0) s`;
  const selected = `SELECT s.* FROM ${found} ${where([...limits, ...conditions])}
    ${ordered(list === null ? "s" : "p")} LIMIT ${values.add(page.limit + 1, "bigint")}`;
  // A page of long statements ends before its limit: it has to fit into memory, on both sides.
  const text = `SELECT ${COLUMNS}, s.found, ${query.includeAll === true ? VOIDED : "false"} AS voided
    FROM (SELECT s.*, count(*) OVER ()::int AS found,
            sum(octet_length(s.payload)) OVER (${ordered("s")} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
          FROM (${selected}) s) s
    JOIN xapi_authority a ON a.id = s.authority_id
    WHERE coalesce(s.before, 0) < ${PAGE_BYTES} ${ordered("s")}`;
  return { text, values: values.list };
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

/** Of these ids what one authority vouches for, voided or erased too, within the transaction's scope. */
export async function findVouchedBy(
  sql: Sql,
  agent: string,
  ids: readonly string[],
): Promise<readonly KeptStatement[]> {
  if (ids.length === 0) return [];
  const rows = await sql.query<Row>(
    `SELECT ${COLUMNS}, ${VOIDED} AS voided FROM xapi_statement_key k
     JOIN xapi_statement s ON s.stored = k.stored AND s.sequence = k.sequence
     JOIN xapi_authority a ON a.id = s.authority_id
     WHERE k.id = ANY ($1::uuid[]) AND a.agent = $2`,
    [arrayText(ids), agent],
  );
  return rows.map((row) => keptOf(row));
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
