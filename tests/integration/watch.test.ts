import { createServer } from "node:http";
import { tmpdir } from "node:os";

import { expect } from "vitest";

import { listSignedInOfficials, openSessions } from "#app/domain/identity/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { openHealth } from "#app/server/watch/health.server.ts";
import { noteFailedJobs } from "#app/server/watch/note-failed-jobs.server.ts";
import { noteSize } from "#app/server/watch/note-size.server.ts";
import { readStanding } from "#app/server/watch/standing.server.ts";
import { addPerson, addVillage, LAO_CAI, NOW } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

test("how an installation stands is one question to the database, and its growth is kept", async ({
  database,
}) => {
  const villageId = await addVillage(database.transact);
  await addPerson(database.transact, { villageId });
  await noteSize(database.transact, new Date("2026-11-20T00:00:00Z"));
  await noteSize(database.transact, new Date("2026-11-30T00:00:00Z"));
  const standing = await readStanding(database.transact, tmpdir());
  expect(standing.sizes.map(({ day }) => day)).toEqual(["2026-11-20", "2026-11-30"]);
  expect(standing.database.bytes).toBeGreaterThan(1_000_000);
  expect(standing).toMatchObject({
    seals: { lastDay: null },
    forwards: { active: 0, failing: 0, deadLetters: 0 },
    lastBackup: null,
  });
});

test("/readyz is asked by a proxy: yes with a database, no without; /healthz needs none", async ({
  database,
}) => {
  expect(await ask("/readyz", database.transact)).toEqual([200, { database: true, disk: true }]);
  expect(await ask("/readyz", gone)).toEqual([503, { database: false, disk: true }]);
  expect(await ask("/healthz", gone)).toEqual([200, { alive: true }]);
});

const now = () => NOW;
const gone = () => Promise.reject(new Error("no database"));

async function ask(
  path: string,
  transact: Parameters<typeof openHealth>[0]["transact"],
): Promise<readonly [number, unknown]> {
  const health = openHealth({ transact, dataFolder: tmpdir() });
  const server = createServer((request, response) => void health(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  const told: readonly [number, unknown] = [answer.status, await answer.json()];
  server.close();
  return told;
}

test("the officer of a province sees who of its officials is signed in; nobody else does", async ({
  database,
}) => {
  const { transact } = database;
  const villageId = await addVillage(transact);
  const office = { role: "provincial_officer", placeId: LAO_CAI, title: "Chuyên viên" } as const;
  const officer = await addPerson(transact, { villageId, fullName: "Vàng Seo Páo", office });
  const learner = await addPerson(transact, { villageId });
  const sessions = openSessions({ transact, now, secure: false });
  for (const { accountId, communeId } of [officer, officer, learner]) {
    await sessions.begin({ id: accountId, communeId }, null);
  }
  const asked = { provinceId: LAO_CAI };
  expect(valueOf(await listSignedInOfficials({ transact, now }, officer, asked))).toMatchObject([
    { name: "Vàng Seo Páo", title: "Chuyên viên", placeName: "Tỉnh Lào Cai", sessions: 2 },
  ]);
  expect(await listSignedInOfficials({ transact, now }, learner, asked)).toMatchObject({
    refusal: { code: "not-officer" },
  });
});

test("a background job that failed is told until it went well", async ({ database }) => {
  const failed = async () => (await readStanding(database.transact, tmpdir())).failedJobs;
  await noteFailedJobs(database.transact, [{ job: "seals", at: NOW }], NOW);
  expect(await failed()).toEqual([{ job: "seals", at: NOW }]);
  await noteFailedJobs(database.transact, [], NOW);
  expect(await failed()).toEqual([]);
});
