import pg from "pg";
import { expect } from "vitest";

import type { Transact } from "#app/db/index.server.ts";
import { appendAudit, verifyAudit } from "#app/domain/audit/index.server.ts";
import { BAC_HA, NOW, TA_VAN } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

function write(transact: Transact, communeId = BAC_HA, action = "thing.done"): Promise<void> {
  return transact([communeId], (db) =>
    appendAudit(db, [
      {
        communeId,
        at: NOW,
        actor: { personId: null, name: "Lò Thị Ín", office: "Trưởng thôn, Bản Suối Trong" },
        action,
        subjectKind: "thing",
        subjectId: "1",
        detail: { điều: "mới", đếm: 3 },
      },
    ]),
  );
}

/** What somebody with the database's own password could do. */
async function tamper(ownerUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`SET session_replication_role = replica; ${sql}`);
  await client.end();
}

const verify = (transact: Transact) => transact("everywhere", (db) => verifyAudit(db));

test("entries written at once from many sides stand in one unbroken chain", async ({
  database,
}) => {
  const { transact } = database;

  await Promise.all(
    Array.from({ length: 40 }, (_, index) => write(transact, index % 2 === 0 ? BAC_HA : TA_VAN)),
  );

  expect(await verify(transact)).toEqual({ chains: 2, entries: 40, faults: [] });
});

test("an edit of any field, a gap and a cut end are found", async ({ database }) => {
  const { transact, ownerUrl } = database;
  for (let count = 0; count < 6; count += 1) await write(transact);
  await write(transact, TA_VAN);

  await tamper(
    ownerUrl,
    `UPDATE audit_entry SET actor_name = 'Ai khác' WHERE sequence = 2 AND commune_id = '${BAC_HA}'`,
  );
  await tamper(
    ownerUrl,
    `UPDATE audit_entry SET detail = '{}' WHERE sequence = 3 AND commune_id = '${BAC_HA}'`,
  );
  await tamper(ownerUrl, `DELETE FROM audit_entry WHERE sequence = 5 AND commune_id = '${BAC_HA}'`);
  await tamper(ownerUrl, `DELETE FROM audit_entry WHERE commune_id = '${TA_VAN}'`);

  const { faults } = await verify(transact);
  const found = (communeId: string) =>
    faults
      .filter((fault) => fault.communeId === communeId)
      .map(({ sequence, fault }) => `${sequence} ${fault}`);
  expect(found(BAC_HA)).toEqual(["2 changed", "3 changed", "5 missing"]);
  expect(found(TA_VAN)).toEqual(["1 head-differs"]);
});

test("a change that fails leaves no entry behind", async ({ database }) => {
  const { transact } = database;
  const failing = transact([BAC_HA], async (db) => {
    await appendAudit(db, [
      {
        communeId: BAC_HA,
        at: NOW,
        actor: { personId: null, name: "ai", office: "" },
        action: "thing.done",
        subjectKind: "thing",
        subjectId: "1",
        detail: null,
      },
    ]);
    throw new Error("the change failed");
  });

  await expect(failing).rejects.toThrow("the change failed");
  expect((await verify(transact)).entries).toBe(0);
});
