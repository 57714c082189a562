import { Day } from "#app/domain/kernel/index.ts";
import { forgetAnswers, forgetLearner } from "#app/domain/learning/index.server.ts";
import { erasePerson, retainStatements } from "#app/domain/record-office/index.server.ts";

import { BASE_IRI, type Office } from "./record-office-factory.ts";
import { query } from "./record-store-factory.ts";

/** Words that stand in the person's statements and documents, and nowhere else. */
export const SECRET = "bí-mật-của-Mỷ";
export const ORDER = { basis: "Đơn ngày 20/11/2026", byName: "Người quản trị", dryRun: false };

export const eraseOf = (
  { deps }: Pick<Office, "deps">,
  ownerUrl: string,
  order: Partial<typeof ORDER> & {
    readonly person: Parameters<typeof erasePerson>[1]["person"];
  },
) =>
  erasePerson(
    { ...deps, ownerUrl, forget: (db, person) => forgetLearner(db, person) },
    { ...ORDER, ...order },
  );

export const retainUntil = (
  { deps }: Pick<Office, "deps">,
  ownerUrl: string,
  before: string,
  dryRun = false,
) =>
  retainStatements(
    { ...deps, ownerUrl, forget: (db, until) => forgetAnswers(db, until) },
    { ...ORDER, dryRun, before: Day.parse(before) },
  );

/** Every row of every table as text, as a dump would have it. */
export async function dump(url: string): Promise<string> {
  const tables = await query(
    url,
    `SELECT c.oid::regclass::text AS name FROM pg_class c
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relnamespace = 'public'::regnamespace`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const kept = await query(url, `SELECT t::text AS row FROM ${String(name)} t`);
    rows.push(...kept.map(({ row }) => `${String(name)} ${String(row)}`));
  }
  return rows.join("\n");
}

/** The keys in a statement's row and those of its postings, in order. */
export async function keysOf(url: string, id: string) {
  const sorted = async (sql: string) => (await query(url, sql)).map(({ key }) => key);
  const where = `WHERE s.id = '${id}' ORDER BY 1`;
  return {
    kept: await sorted(`SELECT unnest(s.keys)::text AS key FROM xapi_statement s ${where}`),
    posted: await sorted(
      `SELECT p.key::text AS key FROM xapi_posting p JOIN xapi_statement s USING (stored, sequence) ${where}`,
    ),
  };
}

/** A statement about another one. */
export const about = (statementId: string) => ({
  object: { objectType: "StatementRef", id: statementId },
});

/** How documents name one of our residents. */
export const ownKey = (accountId: string) => `account:${BASE_IRI}|${accountId}`;
