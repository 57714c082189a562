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
  const textOrNull = (value: unknown) => (typeof value === "string" ? value : null);
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

/** What a parameter of an address names, and where that stands. */
const NAMED = {
  person: { table: "person", column: "id", owner: "id" },
  assessment: { table: "assessment", column: "id", owner: "person_id" },
  evidence: { table: "evidence", column: "id", owner: "person_id" },
  attempt: { table: "attempt", column: "id", owner: "person_id" },
  entry: { table: "register_entry", column: "id", owner: "person_id" },
  code: { table: "register_entry", column: "public_code", owner: "person_id" },
  decision: { table: "decision", column: "id", owner: "id" },
  act: { table: "review", column: "act_id", owner: "reviewer_person_id" },
} as const;

export type Named = keyof typeof NAMED;

export function isNamed(param: string): param is Named {
  return param in NAMED;
}

/** Up to `most` of each kind in a commune; of one person's own, when she is named. */
export async function idsOf(
  url: string,
  place: { readonly communeId: string; readonly personIds?: readonly string[] },
  most: number,
): Promise<Readonly<Record<Named, readonly string[]>>> {
  const people = place.personIds?.map((id) => `'${id}'`).join(",");
  const ids = async (kind: Named) => {
    const { table, column, owner } = NAMED[kind];
    const whose = people === undefined ? "" : `AND ${owner} IN (${people})`;
    const rows = await query(
      url,
      `SELECT DISTINCT ${column} AS id FROM ${table}
       WHERE commune_id = '${place.communeId}' ${whose} ORDER BY 1 LIMIT ${most}`,
    );
    return rows.map(({ id }) => String(id));
  };
  const kinds = Object.keys(NAMED).filter((kind) => isNamed(kind));
  const found = await Promise.all(kinds.map(async (kind) => [kind, await ids(kind)] as const));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every kind is in it
  return Object.fromEntries(found) as Record<Named, readonly string[]>;
}
