import { createServer } from "node:http";
import { tmpdir } from "node:os";

import { expect } from "vitest";

import { openHealth } from "#app/server/watch/health.server.ts";
import { noteSize } from "#app/server/watch/note-size.server.ts";
import { readStanding } from "#app/server/watch/standing.server.ts";
import { addPerson, addVillage } from "#tests/setup/people.ts";
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
