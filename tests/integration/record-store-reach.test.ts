import { v7 as uuidv7 } from "uuid";
import { expect, onTestFinished } from "vitest";

import { openSql } from "#app/db/index.server.ts";
import { accept } from "#app/domain/kernel/index.ts";
import { agentKey, readStatements, type RecordClient } from "#app/domain/xapi/index.ts";
import {
  batchInserts,
  receiveStatements,
  type RecordDeps,
  searchStatements,
} from "#app/domain/xapi/index.server.ts";
import { BAC_HA, LAO_CAI, TA_VAN } from "#tests/setup/people.ts";
import { test, type TestDatabase } from "#tests/setup/test-with-db.ts";

import { statementWith, store } from "./record-store-factory.ts";

function openStore({ url }: TestDatabase): RecordDeps {
  const sql = openSql(url, { role: "nephoc_app" });
  onTestFinished(() => sql.close());
  return { sql, now: () => new Date(), define: async () => undefined, singles: batchInserts() };
}

function clientOf(placeId: string, reach: readonly string[]): RecordClient {
  return {
    id: placeId,
    authority: { account: { homePage: "https://nep-hoc.example/xapi", name: `client:${placeId}` } },
    placeId,
    reach,
    scopes: new Set(["all"]),
    requestsPerMinute: 1000,
  };
}

const SCHOOL = clientOf(BAC_HA, [BAC_HA]);
const PROVINCE = clientOf(LAO_CAI, [LAO_CAI, BAC_HA, TA_VAN]);
const HER = agentKey({ account: { homePage: "https://nep-hoc.example/xapi", name: "my" } });

async function send(deps: RecordDeps, client: RecordClient, statement: object): Promise<void> {
  const read = readStatements(JSON.stringify(statement), { newId: uuidv7, version: "2.0.0" });
  if (!read.ok) throw new Error(read.refusal.fault);
  const { statements } = read.value;
  expect(
    await receiveStatements(deps, client, { version: "2.0.0", statements, files: [] }),
  ).toEqual(accept(null));
}

async function found(deps: RecordDeps, client: RecordClient): Promise<readonly string[]> {
  const page = await searchStatements(deps, client, { agent: HER }, { limit: 50 });
  return page.ok ? page.value.statements.map(({ id }) => id) : [];
}

test("a client sees what lies within its reach: its commune's, or those of all its communes", async ({
  database,
}) => {
  const deps = openStore(database);
  const [here, there] = [statementWith(), statementWith()];
  await store(database.transact, [here]);
  await store(database.transact, [there], { communeId: TA_VAN });

  expect(await found(deps, SCHOOL)).toEqual([here.id]);
  expect((await found(deps, PROVINCE)).toSorted()).toEqual([here.id, there.id].toSorted());
});

test("what the province says of a commune's statement is found with it, and by the province alone", async ({
  database,
}) => {
  const deps = openStore(database);
  const target = statementWith();
  await store(database.transact, [target]);
  const comment = statementWith({
    actor: { account: { homePage: "https://tinh.example", name: "thanh-tra" } },
    object: { objectType: "StatementRef", id: target.id },
  });

  await send(deps, PROVINCE, comment);

  expect((await found(deps, PROVINCE)).toSorted()).toEqual([target.id, comment.id].toSorted());
  expect(await found(deps, SCHOOL)).toEqual([target.id]);
});

test("a school voids nothing of the next commune, the province does", async ({ database }) => {
  const deps = openStore(database);
  const there = statementWith();
  await store(database.transact, [there], { communeId: TA_VAN });
  const voiding = () =>
    statementWith({
      actor: { account: { homePage: "https://truong.example", name: "may" } },
      verb: { id: "http://adlnet.gov/expapi/verbs/voided" },
      object: { objectType: "StatementRef", id: there.id },
    });

  await send(deps, SCHOOL, voiding());
  expect(await found(deps, PROVINCE)).toContain(there.id);

  await send(deps, PROVINCE, voiding());
  expect(await found(deps, PROVINCE)).not.toContain(there.id);
});
