import { readFile } from "node:fs/promises";

import { expect } from "vitest";

import { ForwardForm } from "#app/domain/exchange/index.ts";
import {
  addForward,
  forwardStep,
  listForwards,
  pauseForward,
  readForward,
  removeForward,
  resumeForward,
  settleDeadLetters,
} from "#app/domain/exchange/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { run } from "#tests/setup/database.ts";
import { BAC_HA, addPerson, addVillage, LAO_CAI } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import { fakeRemote, keep, learned, openExchange, TYPED } from "./exchange-factory.ts";

const HOUR_MILLISECONDS = 60 * 60 * 1000;

test("what is refused for good waits for a person, who sends it again or gives it up", async ({
  database: { transact },
}) => {
  const remote = fakeRemote();
  const { deps, officer, forward, drain } = await openExchange(transact, remote);
  const [first = "", second = "", third = ""] = await keep(transact, [
    learned(),
    learned(),
    learned(),
  ]);
  remote.refused.add(first).add(third);
  const provinceId = LAO_CAI;
  const forwardId = await forward();
  await drain();

  const read = async () =>
    valueOf(await readForward(deps, officer, { provinceId, forwardId, page: 1 }));
  expect(remote.ids()).toEqual([second]);
  const { letters } = await read();
  expect(new Set(letters.map(({ statementId }) => statementId))).toEqual(new Set([first, third]));
  const fault = { code: "refused", status: 400, said: "no such verb" };
  expect(letters.map((letter) => letter.fault)).toEqual([fault, fault]);

  remote.refused.delete(first);
  const settle = (which: readonly string[] | "all", how: "send-again" | "give-up") =>
    settleDeadLetters(deps, officer, { provinceId, forwardId, which, how });
  expect(await settle("all", "send-again")).toEqual({ ok: true, value: { letters: 2 } });
  await drain();
  expect(remote.ids()).toEqual([second, first]);
  expect((await read()).letters).toMatchObject([{ statementId: third, resending: false }]);

  expect(await settle([third], "give-up")).toEqual({ ok: true, value: { letters: 1 } });
  expect(await settle([third], "give-up")).toEqual({ ok: true, value: { letters: 0 } });
  expect(await read()).toMatchObject({ letters: [], forward: { sent: 2, deadLetters: 0 } });
  const actions = await transact("everywhere", (db) =>
    db.auditEntry.findMany({ where: { subjectId: forwardId }, orderBy: { sequence: "asc" } }),
  );
  expect(actions.map(({ action, actorName }) => `${action} ${actorName}`)).toEqual([
    "forward.added Vàng Seo Páo",
    "dead-letters.sent-again Vàng Seo Páo",
    "dead-letters.given-up Vàng Seo Páo",
  ]);
  expect(JSON.stringify(actions.map(({ detail }) => detail))).not.toContain(TYPED.secret);
});

test("a paused forward sends nothing, a resumed one goes on where it stopped, a removed one is gone", async ({
  database: { transact },
}) => {
  const remote = fakeRemote();
  const { deps, officer, forward, drain } = await openExchange(transact, remote);
  const named = { provinceId: LAO_CAI, forwardId: await forward() };
  const [before] = await keep(transact, [learned()]);
  await drain();
  expect(await pauseForward(deps, officer, named)).toMatchObject({ ok: true });
  const [meanwhile] = await keep(transact, [learned()]);
  await drain();
  expect(remote.ids()).toEqual([before]);

  expect(await resumeForward(deps, officer, named)).toMatchObject({ ok: true });
  await drain();
  expect(remote.ids()).toEqual([before, meanwhile]);

  expect(await removeForward(deps, officer, named)).toMatchObject({ ok: true });
  await keep(transact, [learned()]);
  await drain();
  expect(remote.ids()).toEqual([before, meanwhile]);
  expect(valueOf(await listForwards(deps, officer, named))).toEqual([]);
  expect(await resumeForward(deps, officer, named)).toMatchObject({
    refusal: { code: "forward-unknown" },
  });
  const [row] = await transact("everywhere", (db) => db.xapiForward.findMany());
  expect(row?.sealedSecret).toHaveLength(0);
});

test("one form pressed twice is one forward, and its secret is kept sealed", async ({
  database: { transact },
}) => {
  const { deps, officer } = await openExchange(transact, fakeRemote());
  const asked = {
    provinceId: LAO_CAI,
    forwardId: deps.newId(),
    form: ForwardForm.parse(TYPED),
  };
  await addForward(deps, officer, asked);
  await addForward(deps, officer, asked);

  const rows = await transact("everywhere", (db) => db.xapiForward.findMany());
  expect(rows).toHaveLength(1);
  expect(Buffer.from(rows[0]?.sealedSecret ?? []).toString("utf8")).not.toContain(TYPED.secret);
});

test("nobody but the province's officer sees or changes a forward", async ({
  database: { transact },
}) => {
  const { deps, forward } = await openExchange(transact, fakeRemote());
  const named = { provinceId: LAO_CAI, forwardId: await forward() };
  const official = await addPerson(transact, {
    villageId: await addVillage(transact),
    office: { role: "commune_official", placeId: BAC_HA },
  });
  const refused = { ok: false, refusal: { code: "not-officer" } };

  expect(await listForwards(deps, official, named)).toEqual(refused);
  expect(await readForward(deps, official, { ...named, page: 1 })).toEqual(refused);
  expect(await pauseForward(deps, official, named)).toEqual(refused);
  expect(await removeForward(deps, official, named)).toEqual(refused);
  expect(
    await settleDeadLetters(deps, official, { ...named, which: "all", how: "give-up" }),
  ).toEqual(refused);
});

test("a secret that cannot be opened any more is said, and nothing is sent", async ({
  database: { transact },
}) => {
  const remote = fakeRemote();
  const { deps, officer, forward } = await openExchange(transact, remote);
  await keep(transact, [learned()]);
  await forward();
  const outward = { ...deps.outward, secretKey: new Uint8Array(32).fill(9) };

  expect(await forwardStep({ ...deps, outward })).toMatchObject({
    kind: "failed",
    fault: { code: "secret" },
  });
  expect(remote.ids()).toEqual([]);
  expect(valueOf(await listForwards(deps, officer, { provinceId: LAO_CAI }))).toMatchObject([
    { state: { state: "failing" } },
  ]);
});

test("how far a forward is behind is told by the clock that stored", async ({
  database: { transact },
}) => {
  const { deps, officer, forward } = await openExchange(transact, fakeRemote());
  await keep(transact, [learned()]);
  await forward();
  await new Promise((resolve) => {
    setTimeout(resolve, 1600);
  });
  const [one] = valueOf(await listForwards(deps, officer, { provinceId: LAO_CAI }));

  expect(one?.lagSeconds).toBeGreaterThanOrEqual(1);
  expect(one?.lagSeconds).toBeLessThan(HOUR_MILLISECONDS / 1000);
});

test("a forward of an older installation goes on sending persons as its officer chose then", async ({
  database: { transact, ownerUrl },
}) => {
  const { deps, officer, forward } = await openExchange(transact, fakeRemote());
  const chosen = [true, false].map(async (includePersons) => {
    const id = await forward({ name: `${includePersons}` });
    const filters = JSON.stringify({ verbs: [], activities: [], includePersons });
    await transact("everywhere", (db) =>
      db.xapiForward.updateMany({ where: { id }, data: { filters } }),
    );
  });
  await Promise.all(chosen);
  const change = "prisma/migrations/20261201053000_persons_of_forwards/migration.sql";
  const sql = await readFile(change, "utf8");
  await run(ownerUrl, [sql, sql]);

  const listed = valueOf(await listForwards(deps, officer, { provinceId: LAO_CAI }));
  const persons = listed.map(({ name, filters }) => [name, filters]);
  expect(Object.fromEntries(persons)).toEqual({
    true: { verbs: [], activities: [], persons: "as-recorded" },
    false: { verbs: [], activities: [], persons: "pseudonyms" },
  });
});
