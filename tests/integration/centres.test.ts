import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import {
  callRoll,
  closeMeeting,
  listMeetings,
  openMeeting,
  recordVotes,
  reopenMeeting,
} from "#app/domain/centres/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { readLearningRecord, readMyCourses } from "#app/domain/learning/index.server.ts";

import { attendedBy, BASE_IRI, standing, test } from "./centres-factory.ts";
import { auditOf } from "./people-desk-factory.ts";

test("everybody on the roll gets one statement, with the promoter as instructor", async ({
  village: { deps, transact, promoter, neighbours, open, call },
}) => {
  const meetingId = await open();
  await call(meetingId, neighbours);

  expect(await closeMeeting(deps, promoter, { meetingId })).toEqual({
    ok: true,
    value: { present: 3 },
  });

  const statements = await standing(transact);
  expect(statements).toHaveLength(3);
  expect(await attendedBy(transact, neighbours)).toEqual(
    expect.arrayContaining(neighbours.map(({ personId }) => personId)),
  );
  expect(statements[0]).toMatchObject({
    verb: { id: "http://adlnet.gov/expapi/verbs/attended" },
    object: {
      id: `${BASE_IRI}/khoa-hoc/khoa-mau/bai/bai-mot`,
      definition: { name: { vi: "Bài một" } },
    },
    result: { duration: "PT12M" },
    context: {
      instructor: { account: { homePage: BASE_IRI, name: promoter.accountId } },
      contextActivities: { grouping: [{ id: `${BASE_IRI}/khoa-hoc/khoa-mau` }] },
      extensions: { [`${BASE_IRI}/ext/meeting`]: meetingId },
      revision: "a".repeat(64),
    },
  });
  expect(JSON.stringify(statements)).not.toMatch(/Giàng|Vàng/u);
  expect(await auditOf(transact, meetingId)).toEqual([
    "class.opened | Lù Thị Sen | Người hướng dẫn, Thôn Hoa Mận",
    "class.roll-called | Lù Thị Sen | Người hướng dẫn, Thôn Hoa Mận",
    "class.closed | Lù Thị Sen | Người hướng dẫn, Thôn Hoa Mận",
  ]);
});

test("a second press of the form opens no second class; gone back to for another lesson it does", async ({
  village: { deps, promoter, villageId },
}) => {
  const press = async (lessonId: string) =>
    valueOf(
      await openMeeting(deps, promoter, {
        meetingId,
        form: { placeId: villageId, lesson: { courseId: "khoa-mau", lessonId } },
      }),
    ).meetingId;
  const meetingId = uuidv7();

  const pressed = await Promise.all([press("bai-mot"), press("bai-mot")]);
  expect(pressed).toEqual([meetingId, meetingId]);
  expect(await press("bai-hai")).not.toBe(meetingId);
  const listed = valueOf(await listMeetings(deps, promoter, { page: 1 }));
  expect(listed.open.map(({ topic }) => topic).toSorted()).toEqual(["Bài hai", "Bài một"]);
});

test("attending completes no lesson, is no attempt and gives no minutes", async ({
  village: { deps, transact, promoter, neighbours, open, call },
}) => {
  const meetingId = await open();
  await call(meetingId, neighbours);
  for (const questionId of ["q1", "q2"]) {
    const hands = { "0": 2, "1": 1 };
    valueOf(await recordVotes(deps, promoter, { meetingId, questionId, hands }));
  }
  valueOf(await closeMeeting(deps, promoter, { meetingId }));

  for (const her of neighbours) {
    expect(await readMyCourses(deps, her)).toEqual([]);
    const record = await transact(her.reach, (db) =>
      readLearningRecord(db, her.communeId, her.personId, 2026),
    );
    expect(record).toMatchObject({ minutes: 0, lessonsCompleted: 0, courses: [] });
  }
  expect(await transact("everywhere", (db) => db.attempt.count())).toBe(0);
});

test("raised hands are the group's: one statement of the group for a question, about nobody", async ({
  village: { deps, transact, promoter, neighbours, open, call },
}) => {
  const meetingId = await open();
  await call(meetingId, neighbours);
  const raise = (questionId: string, hands: Record<string, number>) =>
    recordVotes(deps, promoter, { meetingId, questionId, hands });
  valueOf(await raise("q1", { "0": 9, "1": 9 }));
  valueOf(await raise("q1", { "0": 2, "1": 1, "7": 50 }));
  expect(await raise("q9", { "0": 1 })).toMatchObject({ refusal: { code: "question-unknown" } });
  valueOf(await closeMeeting(deps, promoter, { meetingId }));
  expect(await raise("q1", { "0": 3 })).toMatchObject({ refusal: { code: "closed" } });

  const answered = (await standing(transact)).filter(({ verb }) => verb.id.endsWith("/answered"));
  expect(answered).toHaveLength(1);
  expect(answered[0]).toMatchObject({
    actor: {
      objectType: "Group",
      account: { homePage: BASE_IRI, name: `lop-${meetingId}` },
    },
    object: { id: `${BASE_IRI}/khoa-hoc/khoa-mau/bai/bai-mot/cau-hoi/q1` },
    result: { extensions: { [`${BASE_IRI}/ext/hands`]: { "0": 2, "1": 1 } } },
  });
  expect(answered[0]?.result).not.toHaveProperty("success");
  expect(answered[0]?.actor).not.toHaveProperty("member");
});

test("what was closed can be taken back the same day, mended and closed again", async ({
  village: { deps, transact, promoter, neighbours, open, call },
}) => {
  const [first, second, third] = neighbours;
  const meetingId = await open();
  await call(meetingId, neighbours.slice(0, 2));
  valueOf(await recordVotes(deps, promoter, { meetingId, questionId: "q1", hands: { "0": 2 } }));
  valueOf(await closeMeeting(deps, promoter, { meetingId }));
  const asked = { meetingId, came: [third.personId], notThere: [] };
  expect(await callRoll(deps, promoter, asked)).toMatchObject({ refusal: { code: "closed" } });

  valueOf(await reopenMeeting(deps, promoter, { meetingId }));
  valueOf(await reopenMeeting(deps, promoter, { meetingId }));
  expect(await attendedBy(transact, neighbours)).toEqual([]);
  valueOf(await callRoll(deps, promoter, { ...asked, notThere: [second.personId] }));
  for (let turn = 0; turn < 2; turn += 1) {
    valueOf(await closeMeeting(deps, promoter, { meetingId }));
    valueOf(await reopenMeeting(deps, promoter, { meetingId }));
  }
  valueOf(await closeMeeting(deps, promoter, { meetingId }));

  expect((await attendedBy(transact, neighbours)).toSorted()).toEqual(
    [first.personId, third.personId].toSorted(),
  );
  const hands = (await standing(transact)).filter(({ verb }) => verb.id.endsWith("/answered"));
  expect(hands).toHaveLength(1);
});
