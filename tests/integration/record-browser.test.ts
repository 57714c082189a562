import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { Day, valueOf } from "#app/domain/kernel/index.ts";
import type { Place, RecordPage } from "#app/domain/record-office/index.ts";
import { browseRecords, readRecord } from "#app/domain/record-office/index.server.ts";
import { addPerson, BAC_HA, TA_VAN } from "#tests/setup/people.ts";

import {
  authorityOf,
  BAC_HA_DESK,
  BASE_IRI,
  did,
  found,
  givenClient,
  NO_FILTER,
  PROVINCE_DESK,
  store,
  test,
  TUYEN_QUANG,
  verb,
  voiding,
} from "./record-office-factory.ts";

const TA_VAN_DESK = { kind: "commune" as const, placeId: TA_VAN };

test("an official reads who did what, with which result, by the residents' names", async ({
  database: { transact },
  office: { deps, official, my },
}) => {
  const result = { success: true, score: { raw: 8, max: 10 }, response: "0[,]2" };
  const stranger = { mbox: "mailto:lan@example.org", name: "Cô Lan" };
  const own = did(my, { result });
  await store(transact, [own, did(my, { actor: stranger, verb: verb("asked") })]);

  const input = { desk: BAC_HA_DESK, filter: NO_FILTER, after: null };
  const { lines, names, more } = valueOf(await browseRecords(deps, official, input));
  expect(more).toBeNull();
  expect(names).toEqual({ [my.accountId]: { personId: my.personId, fullName: "Giàng Thị Mỷ" } });
  expect(lines).toMatchObject([
    { parts: { actor: { label: "Cô Lan", accountId: null }, verb: { iri: verb("asked").id } } },
    {
      statementId: own.id,
      placeName: "Xã Bắc Hà",
      voided: false,
      timestamp: new Date("2026-11-20T01:00:00Z"),
      parts: {
        actor: { accountId: my.accountId },
        object: { kind: "activity", name: "Khóa mẫu" },
        result: { success: true, score: { raw: 8, max: 10 }, response: "0[,]2" },
      },
    },
  ]);
});

test("a commune's official sees her commune alone; the province's officer all of them, and no other province's", async ({
  database: { transact },
  office: { deps, official, stranger, officer, otherOfficer, my, sua },
}) => {
  const [here, there] = [did(my), did(sua)];
  await store(transact, [here]);
  await store(transact, [there], { communeId: TA_VAN });
  const list = async (actor: typeof official, desk: typeof BAC_HA_DESK | typeof PROVINCE_DESK) => {
    const browsed = await browseRecords(deps, actor, { desk, filter: NO_FILTER, after: null });
    return browsed.ok
      ? browsed.value.lines.map(({ statementId }) => statementId)
      : browsed.refusal.code;
  };
  const open = async (actor: typeof official, desk: typeof BAC_HA_DESK, id: string) => {
    const read = await readRecord(deps, actor, { desk, statementId: id });
    return read.ok ? read.value.statementId : read.refusal.code;
  };

  expect(await list(official, BAC_HA_DESK)).toEqual([here.id]);
  expect(await list(stranger, TA_VAN_DESK)).toEqual([there.id]);
  expect(await list(officer, PROVINCE_DESK)).toEqual([there.id, here.id]);
  expect(await list(stranger, BAC_HA_DESK)).toBe("not-official");
  expect(await list(official, PROVINCE_DESK)).toBe("not-official");
  expect(await list(otherOfficer, PROVINCE_DESK)).toBe("not-official");
  expect(await list(my, BAC_HA_DESK)).toBe("not-official");

  expect(await open(official, BAC_HA_DESK, here.id)).toBe(here.id);
  expect(await open(official, BAC_HA_DESK, there.id)).toBe("statement-unknown");
  expect(await open(official, BAC_HA_DESK, uuidv7())).toBe("statement-unknown");
  expect(await open(stranger, BAC_HA_DESK, here.id)).toBe("not-official");

  const other = { kind: "province" as const, placeId: TUYEN_QUANG };
  expect(await list(otherOfficer, other)).toEqual([]);
});

test("whoever holds both offices sees at the commune's desk that commune alone", async ({
  database: { transact },
  office: { deps, official, stranger, my, sua },
}) => {
  await store(transact, [did(sua)], { communeId: TA_VAN });
  const [here] = [did(my)];
  await store(transact, [here]);
  const both = {
    ...official,
    offices: [...official.offices, ...stranger.offices],
    reach: [BAC_HA, TA_VAN],
  };

  expect(await found({ deps, official: both })).toEqual([here.id]);
  const filter = { ...NO_FILTER, personId: sua.personId };
  expect(await browseRecords(deps, both, { desk: BAC_HA_DESK, filter, after: null })).toMatchObject(
    { refusal: { code: "person-unknown" } },
  );
});

test("statements are found by person, verb, activity, day, and whether they were voided", async ({
  database: { transact },
  office,
}) => {
  const { my, official } = office;
  const friend = await addPerson(transact, {
    villageId: office.villageId,
    fullName: "Giàng Thị Dợ",
  });
  const course = { id: `${BASE_IRI}/khoa-hoc/chan-nuoi` };
  const lesson = {
    object: { id: `${course.id}/bai/mot` },
    context: { contextActivities: { grouping: [course] } },
  };
  const early = did(my, { verb: verb("answered") });
  const late = did(my, lesson);
  const hers = did(friend);
  await store(transact, [early], { storedAt: new Date("2026-11-19T16:59:59.999Z") });
  await store(transact, [late], { storedAt: new Date("2026-11-19T17:00:00Z") });
  await store(transact, [hers], { storedAt: new Date("2026-11-20T17:00:00Z") });
  const act = voiding(official, early.id);
  await store(transact, [act], { storedAt: new Date("2026-11-21T17:00:00Z") });

  // Who refers to a statement is found by what it is about.
  expect(await found(office, { personId: my.personId })).toEqual([act.id, late.id, early.id]);
  expect(await found(office, { personId: friend.personId })).toEqual([hers.id]);
  expect(await found(office, { verb: "completed" })).toEqual([hers.id, late.id]);
  expect(await found(office, { personId: my.personId, verb: "answered" })).toEqual([
    act.id,
    early.id,
  ]);
  expect(await found(office, { activity: course.id })).toEqual([late.id]);
  expect(
    await found(office, { from: Day.parse("2026-11-20"), to: Day.parse("2026-11-20") }),
  ).toEqual([late.id]);
  expect(await found(office, { to: Day.parse("2026-11-19") })).toEqual([early.id]);
  expect(await found(office, { from: Day.parse("2026-11-21") })).toEqual([act.id, hers.id]);
  expect(await found(office, { voidedOnly: true })).toEqual([early.id]);
  expect(await found(office, { voidedOnly: true, personId: my.personId })).toEqual([early.id]);
  expect(await found(office, { voidedOnly: true, verb: "completed" })).toEqual([]);
  expect(await found(office, { voidedOnly: true, from: Day.parse("2026-11-20") })).toEqual([]);
});

test("a long list is read page after page, each statement once", async ({
  database: { transact },
  office: { deps, official, my },
}) => {
  const sent = Array.from({ length: 120 }, () => did(my));
  await store(transact, sent);
  for (const voidedOnly of [false, true]) {
    const seen: string[] = [];
    let after: Place | null = null;
    for (let page = 0; page < 5; page += 1) {
      const filter = { ...NO_FILTER, voidedOnly, verb: "completed" as const };
      const read = await browseRecords(deps, official, { desk: BAC_HA_DESK, filter, after });
      const { lines, more }: RecordPage = valueOf(read);
      seen.push(...lines.map(({ statementId }) => statementId));
      after = more;
      if (more === null) break;
    }
    expect(seen).toEqual(sent.map(({ id }) => id).toReversed());
    await store(
      transact,
      sent.map(({ id }) => voiding(official, id)),
      { storedAt: new Date() },
    );
    if (voidedOnly) break;
  }
});

test("one statement is opened whole: its text, what it refers to, who refers to it, and its voiding", async ({
  database: { transact },
  office,
}) => {
  const { deps, official, my } = office;
  const client = await givenClient(office, { placeId: BAC_HA });
  const own = did(my, { result: { response: "<script>" } });
  const comment = did(official, {
    verb: verb("commented"),
    object: { objectType: "StatementRef", id: own.id },
  });
  const act = voiding(official, own.id);
  await store(transact, [own], { authority: authorityOf(client) });
  await store(transact, [comment, act]);
  const lost = did(my, { object: { objectType: "StatementRef", id: uuidv7() } });
  await store(transact, [lost]);
  const open = async (statementId: string) =>
    valueOf(await readRecord(deps, official, { desk: BAC_HA_DESK, statementId }));

  const file = await open(own.id);
  expect(file).toMatchObject({
    voided: true,
    authority: "Trường THPT số 1",
    refersTo: null,
    referredBy: [
      { statementId: act.id, voids: true },
      { statementId: comment.id, voids: false },
    ],
    sealedAt: null,
  });
  const shown = file.content.state === "kept" ? file.content.json : "";
  expect(JSON.parse(shown)).toMatchObject({
    ...own,
    authority: authorityOf(client),
    version: "2.0.0",
  });
  expect(shown).toContain('\n  "actor": {');
  expect(await open(act.id)).toMatchObject({
    voided: false,
    refersTo: { statementId: own.id, within: true },
  });
  expect(await open(lost.id)).toMatchObject({ refersTo: { within: false } });
});

test("a voiding of another commune's program is told of, but not opened", async ({
  database: { transact },
  office: { deps, official, my, stranger },
}) => {
  const own = did(my);
  await store(transact, [own]);
  await store(transact, [voiding(stranger, own.id)], { communeId: TA_VAN });

  const input = { desk: BAC_HA_DESK, statementId: own.id };
  expect(valueOf(await readRecord(deps, official, input))).toMatchObject({
    voided: true,
    referredBy: [],
  });
});

test("whose day is sealed says so", async ({
  database: { transact },
  office: { deps, official, my },
}) => {
  const own = did(my);
  await store(transact, [own]);
  const sealedAt = new Date("2026-11-23T01:00:00Z");
  await transact([BAC_HA], (db) =>
    db.xapiSeal.create({
      data: {
        communeId: BAC_HA,
        day: new Date("2026-11-22"),
        statements: 1,
        root: Buffer.alloc(32),
        signature: Buffer.alloc(64),
        keyId: "thử",
        sealedAt,
      },
    }),
  );

  const input = { desk: BAC_HA_DESK, statementId: own.id };
  expect(valueOf(await readRecord(deps, official, input))).toMatchObject({ sealedAt });
});
