import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import {
  callRoll,
  closeMeeting,
  listMeetings,
  listTeachingPlaces,
  markCardHolder,
  openMeeting,
  readAttendanceSheet,
  readMeeting,
  readRoll,
  recordVotes,
  removeFromMeeting,
  reopenMeeting,
} from "#app/domain/centres/index.server.ts";
import { PromoterForm } from "#app/domain/identity/index.ts";
import { appointPromoter, dismissPromoter, findActor } from "#app/domain/identity/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { courseWith, lessonWith } from "#tests/setup/course.ts";
import { addPerson, addVillage, BAC_HA, TA_VAN } from "#tests/setup/people.ts";

import { attendedBy, standing, test } from "./centres-factory.ts";
import { auditOf } from "./people-desk-factory.ts";

const LESSON = { courseId: "khoa-mau", lessonId: "bai-mot" };

test("a promoter of another commune, a learner and the next village's promoter have no part in a class", async ({
  village: { deps, transact, villageId, stranger, neighbours, open, call },
}) => {
  const [her] = neighbours;
  const next = await addVillage(transact, { name: "Nậm Lúc" });
  const office = { role: "promoter" as const, placeId: next, title: "Người hướng dẫn" };
  const nextDoor = await addPerson(transact, { villageId: next, fullName: "Thào A Sử", office });
  const meetingId = await open();
  await call(meetingId, neighbours);

  for (const intruder of [stranger, her, nextDoor]) {
    const ids = [her.personId];
    for (const refused of [
      await readMeeting(deps, intruder, { meetingId }),
      await readRoll(deps, intruder, { meetingId, search: "", page: 1 }),
      await readAttendanceSheet(deps, intruder, { meetingId }),
      await callRoll(deps, intruder, { meetingId, came: [], notThere: ids }),
      await markCardHolder(deps, intruder, { meetingId, card: "AAAA2345" }),
      await recordVotes(deps, intruder, { meetingId, questionId: "q1", hands: {} }),
      await closeMeeting(deps, intruder, { meetingId }),
      await reopenMeeting(deps, intruder, { meetingId }),
      await removeFromMeeting(deps, intruder, { meetingId, personId: her.personId }),
    ]) {
      expect(refused).toEqual({ ok: false, refusal: { code: "not-yours" } });
    }
    const form = { placeId: villageId, lesson: LESSON };
    expect(await openMeeting(deps, intruder, { meetingId: uuidv7(), form })).toMatchObject({
      refusal: { code: "no-office" },
    });
  }
  expect(await listMeetings(deps, her, { page: 1 })).toMatchObject({
    refusal: { code: "no-office" },
  });
  for (const other of [stranger, nextDoor]) {
    expect(valueOf(await listMeetings(deps, other, { page: 1 })).open).toEqual([]);
  }
  expect(await standing(transact)).toEqual([]);
});

test("the commune's official may open a class in any of its villages and help with each", async ({
  village: { deps, transact, villageId, promoter, official, open },
}) => {
  const next = await addVillage(transact, { name: "Nậm Lúc" });
  await addVillage(transact, { communeId: TA_VAN, name: "Nậm Sài" });
  const meetingId = await open();

  const places = await listTeachingPlaces(deps, official);
  expect(places.map(({ placeId }) => placeId).toSorted()).toEqual(
    [BAC_HA, villageId, next].toSorted(),
  );
  expect(await listTeachingPlaces(deps, promoter)).toMatchObject([{ placeId: villageId }]);
  const form = { placeId: next, lesson: LESSON };
  expect(await openMeeting(deps, official, { meetingId: uuidv7(), form })).toMatchObject({
    ok: true,
  });
  expect(await readMeeting(deps, official, { meetingId })).toMatchObject({ ok: true });
});

test("whoever is registered in another commune leads no class, for her statements would name nobody there", async ({
  village: { deps, transact, villageId, official },
}) => {
  const away = await addVillage(transact, { communeId: TA_VAN, name: "Nậm Sài" });
  const office = { role: "commune_official" as const, placeId: BAC_HA, title: "Công chức" };
  const from = await addPerson(transact, { communeId: TA_VAN, villageId: away, office });
  const form = { placeId: villageId, lesson: LESSON };

  expect(await openMeeting(deps, from, { meetingId: uuidv7(), form })).toMatchObject({
    refusal: { code: "registered-elsewhere" },
  });
  expect(official.communeId).toBe(BAC_HA);
});

test("a class is opened for a lesson that is there, and never for the final test", async ({
  village: { deps, promoter, villageId },
}) => {
  for (const lessonId of ["final", "khong-co"]) {
    const form = { placeId: villageId, lesson: { courseId: "khoa-mau", lessonId } };
    expect(await openMeeting(deps, promoter, { meetingId: uuidv7(), form })).toMatchObject({
      refusal: { code: "unknown-lesson" },
    });
  }
});

test("a lesson that is mended during the class goes on with the new text, and the page says so", async ({
  village: { deps, transact, promoter, neighbours, open, call },
}) => {
  const meetingId = await open();
  await call(meetingId, neighbours);
  const changed = async () => valueOf(await readMeeting(deps, promoter, { meetingId })).changed;
  expect(await changed()).toBe(false);
  deps.publish(courseWith({ lessons: [lessonWith({ version: "b".repeat(64) })] }));

  expect(await changed()).toBe(true);
  valueOf(await closeMeeting(deps, promoter, { meetingId }));
  const [statement] = await standing(transact);
  expect(statement?.context?.revision).toBe("b".repeat(64));
});

test("a lesson that went away during the class leaves its roll to be written down", async ({
  village: { deps, transact, promoter, neighbours, open, call },
}) => {
  const meetingId = await open();
  await call(meetingId, neighbours);
  valueOf(await recordVotes(deps, promoter, { meetingId, questionId: "q1", hands: { "0": 3 } }));
  deps.publish(courseWith({ id: "khoa-khac" }));

  expect(await readMeeting(deps, promoter, { meetingId })).toMatchObject({
    value: { found: null },
  });
  valueOf(await closeMeeting(deps, promoter, { meetingId }));
  expect(await attendedBy(transact, neighbours)).toHaveLength(3);
});

test("whom the commune appoints leads classes from that day, and no longer when dismissed", async ({
  village: { deps, transact, villageId, official, stranger, open },
}) => {
  const { accountId, personId } = await addPerson(transact, { villageId, fullName: "Cứ Thị Lan" });
  const meetingId = await open();
  const form = PromoterForm.parse({ placeId: villageId, title: " Giáo  viên " });
  const appointed = { communeId: BAC_HA, personId, officeId: uuidv7(), form };
  const leads = async () => {
    const actor = await transact("everywhere", (db) =>
      findActor(db, { accountId, helper: null }, deps.now()),
    );
    return actor !== null && (await readMeeting(deps, actor, { meetingId })).ok;
  };

  expect(await leads()).toBe(false);
  expect(await appointPromoter(deps, stranger, appointed)).toMatchObject({
    refusal: { code: "not-official" },
  });
  expect(await appointPromoter(deps, official, appointed)).toMatchObject({ ok: true });
  expect(await appointPromoter(deps, official, appointed)).toMatchObject({ ok: true });
  const again = { ...appointed, officeId: uuidv7() };
  expect(await appointPromoter(deps, official, again)).toMatchObject({
    refusal: { code: "already-held" },
  });
  expect(await leads()).toBe(true);
  expect(await dismissPromoter(deps, official, appointed)).toMatchObject({ ok: true });
  expect(await leads()).toBe(false);
  expect(await auditOf(transact, personId)).toEqual([
    "office.granted | Lù Văn Sử | Công chức, Xã Bắc Hà",
    "office.ended | Lù Văn Sử | Công chức, Xã Bắc Hà",
  ]);
  const whole = { ...again, form: PromoterForm.parse({ placeId: BAC_HA, title: "Giáo viên" }) };
  expect(await appointPromoter(deps, official, whole)).toMatchObject({ ok: true });
  expect(await leads()).toBe(true);
  const beyond = PromoterForm.parse({ placeId: TA_VAN, title: "Giáo viên" });
  expect(
    await appointPromoter(deps, official, { ...again, officeId: uuidv7(), form: beyond }),
  ).toMatchObject({ refusal: { code: "place-unknown" } });
});
