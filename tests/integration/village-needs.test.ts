import { expect } from "vitest";

import {
  findNextLessons,
  readVillageNeeds,
  setVillageNeeds,
} from "#app/domain/guidance/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { addPerson, addVillage, BAC_HA, TA_VAN } from "#tests/setup/people.ts";
import { test as base } from "#tests/setup/test-with-db.ts";

import { guiding } from "./guidance-factory.ts";
import { auditOf } from "./people-desk-factory.ts";

/** A commune with two villages, its official, an attestor of the first, a learner; and the next commune. */
const test = base.extend<{ readonly commune: Awaited<ReturnType<typeof settle>> }>({
  commune: async ({ database: { transact } }, use) => use(await settle(transact)),
});

async function settle(transact: Parameters<typeof addVillage>[0]) {
  const hoaMan = await addVillage(transact);
  const doiChe = await addVillage(transact, { name: "Đồi Chè" });
  const far = await addVillage(transact, { communeId: TA_VAN });
  const official = (communeId: typeof BAC_HA, villageId: typeof hoaMan) =>
    addPerson(transact, {
      communeId,
      villageId,
      fullName: "Lù Văn Sử",
      office: { role: "commune_official", placeId: communeId, title: "Công chức" },
    });
  return {
    deps: guiding(transact),
    hoaMan,
    doiChe,
    official: await official(BAC_HA, hoaMan),
    stranger: await official(TA_VAN, far),
    attestor: await addPerson(transact, {
      villageId: hoaMan,
      fullName: "Giàng A Páo",
      office: { role: "village_attestor", placeId: hoaMan },
    }),
    learner: await addPerson(transact, { villageId: hoaMan }),
  };
}

test("the official says what a village needs, and its people are told why", async ({
  commune,
  database,
}) => {
  const { deps, hoaMan, official, learner } = commune;
  const needs = ["lợn bị ốm", "không ai dạy"];

  valueOf(await setVillageNeeds(deps, official, { villageId: hoaMan, needs }));
  valueOf(await setVillageNeeds(deps, official, { villageId: hoaMan, needs }));

  const [first] = await findNextLessons(deps, learner, { ownNeed: null, most: 1 });
  expect(first?.why).toEqual({ kind: "village-need", need: "lợn bị ốm" });
  expect(await auditOf(database.transact, hoaMan)).toEqual([
    "village-needs.set | Lù Văn Sử | Công chức, Xã Bắc Hà",
  ]);
});

test("whoever attests for a village says it for that village alone", async ({
  commune,
  database,
}) => {
  const { deps, hoaMan, doiChe, attestor } = commune;
  const needs = ["bán hàng"];

  expect((await setVillageNeeds(deps, attestor, { villageId: hoaMan, needs })).ok).toBe(true);
  expect(await setVillageNeeds(deps, attestor, { villageId: doiChe, needs })).toEqual({
    ok: false,
    refusal: { code: "not-yours" },
  });

  const seen = valueOf(await readVillageNeeds(deps, attestor, { communeId: BAC_HA }));
  expect(seen.map(({ villageName, needs: kept }) => [villageName, kept])).toEqual([
    ["Thôn Hoa Mận", ["bán hàng"]],
  ]);
  expect(await auditOf(database.transact, doiChe)).toEqual([]);
});

test("learners and other communes neither say nor see it at the desk", async ({ commune }) => {
  const { deps, hoaMan, stranger, learner } = commune;
  for (const actor of [stranger, learner]) {
    const said = await setVillageNeeds(deps, actor, { villageId: hoaMan, needs: ["bán hàng"] });
    expect(said).toEqual({ ok: false, refusal: { code: "not-yours" } });
    const read = await readVillageNeeds(deps, actor, { communeId: BAC_HA });
    expect(read).toEqual({ ok: false, refusal: { code: "not-yours" } });
  }
});

test("needs are taken back by saying none", async ({ commune, database }) => {
  const { deps, hoaMan, official } = commune;
  const say = (needs: readonly string[]) =>
    setVillageNeeds(deps, official, { villageId: hoaMan, needs });
  await say(["bán hàng", "lợn bị ốm"]);
  await say(["lợn bị ốm"]);
  await say([]);

  const [first] = valueOf(await readVillageNeeds(deps, official, { communeId: BAC_HA }));
  expect(first?.needs).toEqual([]);
  expect(await auditOf(database.transact, hoaMan)).toHaveLength(3);
});
