import { postingKey } from "./posting-keys.server.ts";
import type { Position, StatementQuery } from "./statement-query.ts";

/** Values of one statement of SQL, each with its place. */
export class Values {
  readonly list: unknown[] = [];
  add(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

/**
 * Statements that are found in the order of storing by an index: those that have one of these keys, or
 * those of a commune or of an authority.
 */
export type StatementList =
  | { readonly kind: "keys"; readonly keys: readonly string[] }
  | { readonly kind: "commune" | "authority"; readonly id: string };

/** What is asked for as lists; a statement is found when it stands in all of them. */
export function listsOf(query: StatementQuery): readonly StatementList[] {
  const { communeId, authority } = query;
  return [
    ...filtersOf(query).map((keys): StatementList => ({ kind: "keys", keys })),
    ...(communeId === undefined ? [] : [{ kind: "commune", id: communeId } as const]),
    ...(authority === undefined
      ? []
      : [{ kind: "authority", id: postingKey("authority", authority) } as const]),
  ];
}

/** Each filter as the keys of which one must be there. */
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

/** The order that the query wants. */
export const orderOf = ({ ascending }: StatementQuery) => (ascending === true ? "ASC" : "DESC");

/** Conditions on `stored` and the place of a row that is named `name`. */
export function bounds(
  query: StatementQuery,
  after: Position | undefined,
  name: string,
  values: Values,
): readonly string[] {
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

/** SQL of the places of a list (`stored`, `sequence`), in order, each once. */
export function placesIn(
  list: StatementList,
  query: StatementQuery,
  after: Position | undefined,
  values: Values,
): string {
  const order = orderOf(query);
  const walk = (table: string, column: string, value: string) =>
    `(SELECT p.stored, p.sequence FROM ${table} p
      WHERE ${[`p.${column} = ${value}`, ...bounds(query, after, "p", values)].join(" AND ")}
      ORDER BY p.stored ${order}, p.sequence ${order})`;
  if (list.kind !== "keys") {
    return walk("xapi_statement", `${list.kind}_id`, values.add(list.id, "uuid"));
  }
  const branches = list.keys.map((key) => walk("xapi_posting", "key", values.add(key, "uuid")));
  const all = branches.join(" UNION ALL ");
  return branches.length === 1
    ? all
    : `(SELECT DISTINCT ON (stored, sequence) stored, sequence FROM (${all}) b
       ORDER BY stored ${order}, sequence ${order})`;
}

/** SQL of whether the place `p` stands in a list of keys. OFFSET: asked place by place, never joined. */
export function isAt(keys: readonly string[], values: Values): string {
  const among = keys.map((key) => values.add(key, "uuid")).join(", ");
  return `EXISTS (SELECT FROM xapi_posting q
    WHERE q.key IN (${among}) AND q.stored = p.stored AND q.sequence = p.sequence OFFSET 0)`;
}
