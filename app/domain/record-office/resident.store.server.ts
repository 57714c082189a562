import type { Db } from "#app/db/index.server.ts";
import { AccountId, PersonId } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import type { Names, Resident } from "./records.ts";

interface ResidentRow {
  readonly id: string;
  readonly account_id: string;
  readonly full_name: string;
  readonly birth_year: number | null;
  readonly village_type: string;
  readonly village_name: string;
  readonly commune_type: string;
  readonly commune_name: string;
  readonly card_last4: string;
}

/** Residents within the transaction's scope by name without marks, or the one who has that card. */
export async function findResidents(
  db: Db,
  asked: { readonly namePatterns: readonly string[] } | { readonly cardCode: string },
  limit: number,
): Promise<readonly Resident[]> {
  const cardCode = "cardCode" in asked ? asked.cardCode : null;
  const patterns = "namePatterns" in asked ? asked.namePatterns : [];
  const rows = await db.$queryRaw<ResidentRow[]>`
    SELECT p.id, a.id AS account_id, p.full_name, extract(year FROM p.birth_date)::int AS birth_year,
           v.type AS village_type, v.name AS village_name, c.type AS commune_type,
           c.name AS commune_name, right(a.card_code, 4) AS card_last4
    FROM person p
    JOIN account a ON a.commune_id = p.commune_id AND a.person_id = p.id
    JOIN place v ON v.id = p.village_id
    JOIN place c ON c.id = p.commune_id
    WHERE p.erased_at IS NULL AND (${cardCode}::text IS NULL OR a.card_code = ${cardCode}::text)
      AND ' ' || p.search_name LIKE ALL (${patterns}::text[])
    ORDER BY given_name_first(p.full_name) COLLATE "vi-x-icu", p.birth_date, p.id LIMIT ${limit}`;
  return rows.map((row) => residentOf(row));
}

/** A resident within the transaction's scope, and the account that names her in statements. */
export async function findResident(
  db: Db,
  personId: PersonId,
): Promise<{ readonly resident: Resident; readonly accountId: AccountId } | null> {
  const [row] = await db.$queryRaw<ResidentRow[]>`
    SELECT p.id, a.id AS account_id, p.full_name, extract(year FROM p.birth_date)::int AS birth_year,
           v.type AS village_type, v.name AS village_name, c.type AS commune_type,
           c.name AS commune_name, right(a.card_code, 4) AS card_last4
    FROM person p
    JOIN account a ON a.commune_id = p.commune_id AND a.person_id = p.id
    JOIN place v ON v.id = p.village_id
    JOIN place c ON c.id = p.commune_id
    WHERE p.id = ${personId}::uuid AND p.erased_at IS NULL`;
  if (row === undefined) return null;
  return { resident: residentOf(row), accountId: AccountId.parse(row.account_id) };
}

/** Who those accounts are, as far as they are residents within the transaction's scope. */
export async function findNames(db: Db, accountIds: readonly string[]): Promise<Names> {
  if (accountIds.length === 0) return {};
  const rows = await db.$queryRaw<{ account_id: string; id: string; full_name: string }[]>`
    SELECT a.id AS account_id, p.id, p.full_name
    FROM account a JOIN person p ON p.commune_id = a.commune_id AND p.id = a.person_id
    WHERE a.id = ANY (${accountIds}::uuid[]) AND p.erased_at IS NULL`;
  return Object.fromEntries(
    rows.map((row) => [
      row.account_id,
      { personId: PersonId.parse(row.id), fullName: row.full_name },
    ]),
  );
}

function residentOf(row: ResidentRow): Resident {
  return {
    personId: PersonId.parse(row.id),
    fullName: row.full_name,
    birthYear: row.birth_year,
    villageName: placeTitle({ type: row.village_type, name: row.village_name }),
    communeName: placeTitle({ type: row.commune_type, name: row.commune_name }),
    cardLast4: row.card_last4,
  };
}
