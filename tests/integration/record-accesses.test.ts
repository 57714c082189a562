import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { Day, PersonId, valueOf } from "#app/domain/kernel/index.ts";
import {
  browseRecords,
  findResidentsNamed,
  listAccesses,
  readRecord,
} from "#app/domain/record-office/index.server.ts";
import { addPerson, BAC_HA } from "#tests/setup/people.ts";

import {
  actorOf,
  BAC_HA_DESK,
  chainOf,
  did,
  NO_FILTER,
  PROVINCE_DESK,
  store,
  test,
} from "./record-office-factory.ts";

test("a person is found by name without marks or by card, within reach only", async ({
  database: { transact },
  office: { deps, official, officer, villageId, sua },
}) => {
  const namesake = await addPerson(transact, { villageId, fullName: "Giàng Thị My" });
  const carded = await addPerson(transact, {
    villageId,
    fullName: "Lù Thị Pằng",
    cardCode: "BCDF2345",
  });
  const find = async (
    typed: string,
    [actor, desk]: readonly [typeof official, typeof BAC_HA_DESK | typeof PROVINCE_DESK] = [
      official,
      BAC_HA_DESK,
    ],
  ) =>
    valueOf(await findResidentsNamed(deps, actor, { desk, typed })).people.map(
      ({ fullName }) => fullName,
    );

  expect(await find("giang thi my")).toEqual(["Giàng Thị My", "Giàng Thị Mỷ"]);
  expect(await find("bcdf-2345")).toEqual([carded.fullName]);
  expect(await find("sung thi sua")).toEqual([]);
  expect(await find("sung thi sua", [officer, PROVINCE_DESK])).toEqual([sua.fullName]);
  expect(await find(" %_ ")).toEqual([]);
  expect(namesake.fullName).toBe("Giàng Thị My");
});

test("every page that names people is written down: who looked, in which office, by what filter", async ({
  database: { transact },
  office: { deps, official, officer, stranger, villageId, my },
}) => {
  await addPerson(transact, { villageId, fullName: "Giàng Thị My" });
  const team = {
    objectType: "Group",
    name: "Nhóm học",
    member: [actorOf(official), { mbox: "mailto:lan@example.org" }],
  };
  const own = did(my, { context: { team } });
  await store(transact, [own]);
  const filter = { ...NO_FILTER, personId: my.personId, from: Day.parse("2026-11-01") };
  await browseRecords(deps, official, { desk: BAC_HA_DESK, filter, after: null });
  await findResidentsNamed(deps, official, { desk: BAC_HA_DESK, typed: "giang" });
  await readRecord(deps, official, { desk: BAC_HA_DESK, statementId: own.id });
  // Nobody is named on these.
  const empty = { ...NO_FILTER, verb: "waived" as const };
  await browseRecords(deps, official, { desk: BAC_HA_DESK, filter: empty, after: null });
  await findResidentsNamed(deps, official, { desk: BAC_HA_DESK, typed: "không có ai" });
  await findResidentsNamed(deps, official, { desk: BAC_HA_DESK, typed: "Giàng Thị Mỷ x" });
  await browseRecords(deps, officer, { desk: PROVINCE_DESK, filter: NO_FILTER, after: null });

  const { accesses, more } = valueOf(
    await listAccesses(deps, official, { desk: BAC_HA_DESK, before: null }),
  );
  expect(more).toBeNull();
  expect(accesses).toMatchObject([
    { looked: { at: "statement", statementId: own.id }, persons: 3 },
    { looked: { at: "people" }, persons: 2 },
    {
      looked: { at: "list", filter },
      persons: 1,
      actorName: "Lù Văn Sử",
      actorOffice: "Chuyên viên, Xã Bắc Hà",
    },
  ]);
  expect(
    valueOf(await listAccesses(deps, officer, { desk: PROVINCE_DESK, before: null })).accesses,
  ).toMatchObject([{ looked: { at: "list" }, persons: 1, actorName: "Nguyễn Thị Hòa" }]);
  expect(await listAccesses(deps, stranger, { desk: BAC_HA_DESK, before: null })).toMatchObject({
    refusal: { code: "not-official" },
  });
  // The log cannot forget: no name that was typed or found stands in it.
  const told = JSON.stringify((await chainOf(transact, BAC_HA)).map(({ detail }) => detail));
  expect(told).not.toMatch(/Giàng|giang|lan@/u);
  expect((await transact("everywhere", (db) => verifyAudit(db))).faults).toEqual([]);
});

test("somebody who is not there, or elsewhere, cannot be looked for", async ({
  office: { deps, official, sua },
}) => {
  for (const personId of [sua.personId, PersonId.parse(uuidv7())]) {
    const filter = { ...NO_FILTER, personId };
    expect(
      await browseRecords(deps, official, { desk: BAC_HA_DESK, filter, after: null }),
    ).toMatchObject({ refusal: { code: "person-unknown" } });
  }
});
