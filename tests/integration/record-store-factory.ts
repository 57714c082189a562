import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";

import type { Scope, Transact } from "#app/db/index.server.ts";
import { statementText } from "#app/domain/xapi/index.ts";
import {
  findStatements,
  storeStatements,
  type StoreOutcome,
} from "#app/domain/xapi/index.server.ts";
import { BAC_HA, NOW } from "#tests/setup/people.ts";

export const PRODUCT = { account: { homePage: "https://nep-hoc.example/xapi", name: "nep-hoc" } };
const Payload = z.record(z.string(), z.unknown());
export const EXTENSION = "https://nep-hoc.example/x";

export function statementWith(parts: Readonly<Record<string, unknown>> = {}) {
  return {
    id: uuidv7(),
    actor: { account: { homePage: "https://nep-hoc.example/xapi", name: "my" } },
    verb: { id: "http://adlnet.gov/expapi/verbs/experienced" },
    object: { id: "https://nep-hoc.example/xapi/khoa-hoc/khoa-mau" },
    timestamp: "2026-11-20T01:00:00Z",
    ...parts,
  };
}

export const responding = (response: string, id: string = uuidv7()) =>
  statementWith({ id, result: { response } });

export function store(
  transact: Transact,
  statements: readonly unknown[],
  { communeId = BAC_HA, scope, storedAt = NOW }: StoreOptions = {},
): Promise<readonly StoreOutcome[]> {
  return transact(scope ?? [communeId], (db) =>
    storeStatements(db, { communeId, storedAt, authority: PRODUCT, statements }),
  );
}

interface StoreOptions {
  readonly communeId?: string;
  readonly scope?: Scope;
  readonly storedAt?: Date;
}

export const outcomesOf = (outcomes: readonly StoreOutcome[]) =>
  outcomes.map(({ outcome }) => outcome);

export async function kept(transact: Transact, scope: Scope = "everywhere") {
  const everything = { ascending: true, includeAll: true };
  const { statements } = await transact(scope, (db) =>
    findStatements(db, everything, { limit: 5000 }),
  );
  return statements.map(({ payload, ...one }) => ({
    id: one.id,
    communeId: one.communeId,
    payload: Payload.parse(JSON.parse(statementText({ ...one, payload: payload ?? "" }))),
  }));
}

export const keptIds = async (transact: Transact, scope?: Scope) =>
  (await kept(transact, scope)).map(({ id }) => id);

export async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}
