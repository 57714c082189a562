import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import pg from "pg";

/** Somebody of the sample province who has an account. */
export interface SamplePerson {
  readonly communeId: string;
  readonly villageId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly card: string;
  /** Of the office held, or null. */
  readonly role: string | null;
  /** State of this year's self-assessment, or null. */
  readonly state: string | null;
}

/** The product's own embedded database, as superuser. */
export function databaseIn(dataFolder: string): string {
  const read = (kind: string) => readFileSync(join(dataFolder, `postgres.${kind}`), "utf8").trim();
  return `postgresql://postgres:${read("secret")}@127.0.0.1:${read("port")}/nephoc`;
}

/** Asks the product's own database, past the product. */
export async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Everybody of the sample, by commune and village. */
export async function samplePeople(url: string): Promise<readonly SamplePerson[]> {
  const rows = await query(
    url,
    `SELECT p.commune_id, p.village_id, p.id, p.full_name, a.card_code, o.role, s.state
     FROM person p
     JOIN account a ON a.person_id = p.id
     LEFT JOIN office o ON o.person_id = p.id
     LEFT JOIN assessment s ON s.person_id = p.id
     ORDER BY p.commune_id, p.village_id, p.id`,
  );
  return rows.map((row) => ({
    communeId: String(row["commune_id"]),
    villageId: String(row["village_id"]),
    personId: String(row["id"]),
    fullName: String(row["full_name"]),
    card: String(row["card_code"]),
    role: textOrNull(row["role"]),
    state: textOrNull(row["state"]),
  }));
}

/** A resident of the sample who has not begun this year's self-assessment, and holds no office. */
export async function beginnerOf(url: string): Promise<SamplePerson> {
  const people = await samplePeople(url);
  const her = people.findLast(({ role, state }) => role === null && state === null);
  if (her === undefined) throw new Error("everybody of the sample has begun the self-assessment");
  return her;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** Where somebody of the printed sign-ins is at home. */
export function communeOf(
  people: readonly SamplePerson[],
  { card }: { readonly card: string },
): string | undefined {
  return people.find((person) => person.card === card.replace("-", ""))?.communeId;
}

/** A session as a sign-in begins it, whatever the PIN is by now; answers the `Cookie` header. */
export async function enter(url: string, { card }: Pick<SamplePerson, "card">): Promise<string> {
  const token = randomBytes(20).toString("hex");
  const kept = createHash("sha256").update(token).digest("hex");
  await query(
    url,
    `INSERT INTO session (id, commune_id, account_id, created_at, expires_at)
     SELECT '${kept}', commune_id, id, now(), now() + interval '29 days'
     FROM account WHERE card_code = '${card.replace("-", "")}'`,
  );
  return `phien=${token}`;
}

/** What a parameter of an address names, and where that stands. */
const NAMED = {
  person: { table: "person", column: "id", owner: "id" },
  assessment: { table: "assessment", column: "id", owner: "person_id" },
  evidence: { table: "evidence", column: "id", owner: "person_id" },
  attempt: { table: "attempt", column: "id", owner: "person_id" },
  entry: { table: "register_entry", column: "id", owner: "person_id" },
  certificate: { table: "course_certificate", column: "id", owner: "person_id" },
  code: { table: "register_entry", column: "public_code", owner: "person_id" },
  decision: { table: "decision", column: "id", owner: "id" },
  statement: { table: "xapi_statement", column: "id", owner: "id" },
  meeting: { table: "class_meeting", column: "id", owner: "promoter_id" },
  act: { table: "review", column: "act_id", owner: "reviewer_person_id" },
} as const;

export type Named = keyof typeof NAMED;

export function isNamed(param: string): param is Named {
  return param in NAMED;
}

/** Up to `most` of each kind in a commune; of certain people alone, when they are named. */
export async function idsOf(
  url: string,
  place: { readonly communeId: string; readonly personIds?: readonly string[] },
  most: number,
): Promise<(kind: Named) => readonly string[]> {
  const people = place.personIds?.map((id) => `'${id}'`).join(",");
  const ids = async ([kind, { table, column, owner }]: [string, (typeof NAMED)[Named]]) => {
    const whose = people === undefined ? "" : `AND ${owner} IN (${people})`;
    const rows = await query(
      url,
      `SELECT DISTINCT ${column} AS id FROM ${table}
       WHERE commune_id = '${place.communeId}' ${whose} ORDER BY 1 LIMIT ${most}`,
    );
    return [kind, rows.map(({ id }) => String(id))] as const;
  };
  const found = new Map<string, readonly string[]>(
    await Promise.all(Object.entries(NAMED).map((named) => ids(named))),
  );
  return (kind) => found.get(kind) ?? [];
}

/** Every name that an address can hold. */
export const NAMED_KINDS = Object.keys(NAMED).filter((kind) => isNamed(kind));
