import { expect } from "vitest";

import type { Actor } from "#app/domain/identity/index.ts";
import { chooseSettings, findActor } from "#app/domain/identity/index.server.ts";
import { addPerson, addVillage, NOW } from "#tests/setup/people.ts";
import { test, type TestDatabase } from "#tests/setup/test-with-db.ts";

const NOTHING_CHOSEN = { locale: null, easyView: false, dataSaver: false };

async function settingsOf({ transact }: TestDatabase, { accountId }: Actor) {
  const actor = await transact("everywhere", (db) =>
    findActor(db, { accountId, helper: null }, NOW),
  );
  return actor?.settings;
}

test("she changes one thing at a time, and what she chose goes with her to the next phone", async ({
  database,
}) => {
  const villageId = await addVillage(database.transact);
  const her = await addPerson(database.transact, { villageId });
  const neighbour = await addPerson(database.transact, { villageId });

  expect(await settingsOf(database, her)).toEqual(NOTHING_CHOSEN);
  await chooseSettings(database, her, { locale: "en" });
  await chooseSettings(database, her, { easyView: true });
  await chooseSettings(database, her, { easyView: true, dataSaver: true });
  await chooseSettings(database, her, { dataSaver: false });

  expect(await settingsOf(database, her)).toEqual({
    locale: "en",
    easyView: true,
    dataSaver: false,
  });
  expect(await settingsOf(database, neighbour)).toEqual(NOTHING_CHOSEN);
});

test("a language that is none is refused, and nothing is written", async ({ database }) => {
  const villageId = await addVillage(database.transact);
  const her = await addPerson(database.transact, { villageId });

  for (const locale of ["", "EN", "english", "v;"]) {
    const result = await chooseSettings(database, her, { locale, easyView: true });
    expect(result).toEqual({ ok: false, refusal: { code: "choice-unreadable" } });
  }

  expect(await settingsOf(database, her)).toEqual(NOTHING_CHOSEN);
});
