import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { PRESENT_AT_MOST } from "#app/domain/centres/index.ts";
import {
  callRoll,
  closeMeeting,
  findAttendedMeetings,
  forgetAttendance,
  markCardHolder,
  openMeeting,
  readRoll,
  removeFromMeeting,
  reopenMeeting,
} from "#app/domain/centres/index.server.ts";
import { PersonId, valueOf } from "#app/domain/kernel/index.ts";
import { addPerson, addVillage, TA_VAN } from "#tests/setup/people.ts";

import { attendedBy, test, type Village } from "./centres-factory.ts";
import { auditOf } from "./people-desk-factory.ts";

const rollOf = async ({ deps, promoter }: Village, meetingId: string, search = "") =>
  valueOf(await readRoll(deps, promoter, { meetingId, search, page: 1 }));

test("the roll shows the village, tells namesakes by their year, and finds others of the commune by name", async ({
  village,
}) => {
  const { transact, open } = village;
  const next = await addVillage(transact, { name: "Nậm Lúc" });
  await addPerson(transact, { villageId: next, fullName: "Đặng Thị Ước" });
  const meetingId = await open();

  const roll = await rollOf(village, meetingId);
  expect(
    roll.people.map(({ fullName, birthYear, villageName }) => ({
      fullName,
      birthYear,
      villageName,
    })),
  ).toEqual([
    { fullName: "Giàng Thị Mỷ", birthYear: 1990, villageName: null },
    { fullName: "Giàng Thị Mỷ", birthYear: 1990, villageName: null },
    { fullName: "Vàng Seo Páo", birthYear: null, villageName: null },
    { fullName: "Lù Văn Sử", birthYear: null, villageName: null },
  ]);
  const found = await rollOf(village, meetingId, "dang thi uoc");
  expect(found.people).toMatchObject([{ fullName: "Đặng Thị Ước", villageName: "Thôn Nậm Lúc" }]);
});

test("two phones that call the roll at once lose nothing of one another", async ({ village }) => {
  const { deps, promoter, official, neighbours, open } = village;
  const [first, second, third] = neighbours;
  const meetingId = await open();
  valueOf(await callRoll(deps, promoter, { meetingId, came: [first.personId], notThere: [] }));

  const answers = await Promise.all([
    callRoll(deps, promoter, {
      meetingId,
      came: [second.personId, third.personId],
      notThere: [],
    }),
    callRoll(deps, official, {
      meetingId,
      came: [third.personId],
      notThere: [first.personId],
    }),
  ]);

  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  const { present } = await rollOf(village, meetingId);
  expect(present.map(({ personId }) => personId).toSorted()).toEqual(
    [second.personId, third.personId].toSorted(),
  );
});

test("closed from two phones at the same moment, each person has one statement", async ({
  village: { deps, transact, promoter, official, neighbours, open, call },
}) => {
  const meetingId = await open();
  await call(meetingId, neighbours);

  const closed = await Promise.all(
    [promoter, official, promoter, official].map((actor) =>
      closeMeeting(deps, actor, { meetingId }),
    ),
  );

  expect(closed.map((each) => each.ok)).toEqual([true, true, true, true]);
  const log = await auditOf(transact, meetingId);
  expect(log.filter((line) => line.startsWith("class.closed"))).toHaveLength(1);
  expect((await attendedBy(transact, neighbours)).toSorted()).toEqual(
    neighbours.map(({ personId }) => personId).toSorted(),
  );
});

test("a name that is ticked at the moment of closing is stated or refused, never lost", async ({
  village,
}) => {
  const { deps, transact, promoter, official, neighbours, open, call } = village;
  const [first, , third] = neighbours;
  for (let turn = 0; turn < 8; turn += 1) {
    const meetingId = await open();
    await call(meetingId, [first]);
    const late = { meetingId, came: [third.personId], notThere: [] };
    const [, ticked] = await Promise.all([
      closeMeeting(deps, promoter, { meetingId }),
      callRoll(deps, official, late),
    ]);
    const rows = await transact("everywhere", (db) =>
      db.attendance.findMany({ where: { meetingId } }),
    );
    expect(rows).toHaveLength(ticked.ok ? 2 : 1);
    expect(rows.filter(({ statementId }) => statementId === null)).toEqual([]);
  }
});

const STEP = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("call" as const),
      who: fc.nat(2),
      came: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("close" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), who: fc.nat(2) }) },
);

type Step = typeof STEP extends fc.Arbitrary<infer One> ? One : never;

/** One press; answers whether it was done. */
async function press(
  { deps, promoter, neighbours }: Village,
  meetingId: string,
  step: Step,
): Promise<boolean> {
  const idOf = (who: number) => PersonId.parse(neighbours[who]?.personId);
  switch (step.do) {
    case "call": {
      const ids = [idOf(step.who)];
      const changes = step.came ? { came: ids, notThere: [] } : { came: [], notThere: ids };
      return (await callRoll(deps, promoter, { meetingId, ...changes })).ok;
    }
    case "close":
      return (await closeMeeting(deps, promoter, { meetingId })).ok;
    case "reopen":
      return (await reopenMeeting(deps, promoter, { meetingId })).ok;
    case "remove": {
      const whom = { meetingId, personId: idOf(step.who) };
      return (await removeFromMeeting(deps, promoter, whom)).ok;
    }
  }
}

interface Told {
  readonly there: ReadonlySet<number>;
  readonly isOpen: boolean;
}

/** What is to be true after a press; null when it is refused. */
function after({ there, isOpen }: Told, step: Step): Told | null {
  const without = (who: number) => new Set([...there].filter((each) => each !== who));
  switch (step.do) {
    case "call": {
      const now = step.came ? new Set([...there, step.who]) : without(step.who);
      return isOpen ? { there: now, isOpen } : null;
    }
    case "close":
      return { there, isOpen: false };
    case "reopen":
      return { there, isOpen: true };
    case "remove":
      return isOpen ? null : { there: without(step.who), isOpen };
  }
}

test("whatever is pressed in whatever order, who is on a closed roll has one statement and nobody else", async ({
  village,
}) => {
  const { transact, neighbours, open } = village;
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { minLength: 3, maxLength: 12 }), async (steps) => {
      const before = await attendedBy(transact, neighbours);
      const meetingId = await open();
      let told: Told = { there: new Set<number>(), isOpen: true };
      for (const step of steps) {
        const next = after(told, step);
        expect(await press(village, meetingId, step)).toBe(next !== null);
        told = next ?? told;
      }
      const stated = told.isOpen
        ? []
        : [...told.there].flatMap((who) => neighbours[who]?.personId ?? []);
      expect((await attendedBy(transact, neighbours)).toSorted()).toEqual(
        [...before, ...stated].toSorted(),
      );
    }),
    { numRuns: 25 },
  );
}, 120_000);

test("a card marks its holder present; another commune's card, or what is no card, marks nobody", async ({
  village,
}) => {
  const { deps, transact, promoter, villageId, open } = village;
  await addPerson(transact, { villageId, fullName: "Sùng Thị Mai", cardCode: "BBBB2345" });
  const away = await addVillage(transact, { communeId: TA_VAN, name: "Nậm Sài" });
  await addPerson(transact, { communeId: TA_VAN, villageId: away, cardCode: "CCCC2345" });
  const meetingId = await open();
  const show = (card: string) => markCardHolder(deps, promoter, { meetingId, card });

  expect(await show("bbbb-2345")).toMatchObject({ ok: true });
  expect(await show(" BBBB 2345 ")).toMatchObject({ ok: true });
  expect(await show("CCCC-2345")).toMatchObject({ refusal: { code: "card-unknown" } });
  expect(await show("0912345678")).toMatchObject({ refusal: { code: "card-unreadable" } });
  const roll = await rollOf(village, meetingId);
  expect(roll.present.map(({ fullName }) => fullName)).toEqual(["Sùng Thị Mai"]);
  expect(roll.lastScanned).toBe("Sùng Thị Mai");
});

test("nobody of another commune, erased, or marking herself stands on a roll", async ({
  village,
}) => {
  const { deps, transact, promoter, official, stranger, neighbours, open } = village;
  const [first, second] = neighbours;
  await transact("everywhere", (db) =>
    db.person.updateMany({ where: { id: second.personId }, data: { erasedAt: deps.now() } }),
  );
  const meetingId = await open();
  const came = (actor: typeof promoter, ...ids: readonly PersonId[]) =>
    callRoll(deps, actor, { meetingId, came: ids, notThere: [] });

  for (const id of [stranger.personId, second.personId, PersonId.parse(uuidv7())]) {
    expect(await came(promoter, first.personId, id)).toMatchObject({
      refusal: { code: "person-unknown" },
    });
  }
  expect(await came(promoter, promoter.personId)).toMatchObject({ refusal: { code: "oneself" } });
  expect(await came(official, official.personId)).toMatchObject({ refusal: { code: "oneself" } });
  expect((await rollOf(village, meetingId)).present).toEqual([]);
});

test("a roll ends at two hundred people", async ({ village }) => {
  const { deps, transact, promoter, villageId, open } = village;
  const ids = Array.from({ length: PRESENT_AT_MOST + 1 }, () => PersonId.parse(uuidv7()));
  await transact("everywhere", async (db) => {
    const [like] = await db.person.findMany({ where: { villageId }, take: 1 });
    if (like === undefined) throw new Error("the village is empty");
    await db.person.createMany({ data: ids.map((id) => ({ ...like, id })) });
  });
  const meetingId = await open();

  const came = { meetingId, came: ids, notThere: [] };
  expect(await callRoll(deps, promoter, came)).toMatchObject({ refusal: { code: "too-many" } });
  const fewer = { ...came, came: ids.slice(0, PRESENT_AT_MOST) };
  expect(await callRoll(deps, promoter, fewer)).toMatchObject({ ok: true });
});

test("on another day a closed class stays as it is", async ({ village }) => {
  const { deps, transact, promoter, neighbours, open, call } = village;
  const meetingId = await open();
  await call(meetingId, neighbours);
  valueOf(await closeMeeting(deps, promoter, { meetingId }));
  deps.passDays(1);

  const late = { refusal: { code: "too-late" } };
  const whom = { meetingId, personId: neighbours[0].personId };
  expect(await reopenMeeting(deps, promoter, { meetingId })).toMatchObject(late);
  expect(await removeFromMeeting(deps, promoter, whom)).toMatchObject(late);
  expect(await attendedBy(transact, neighbours)).toHaveLength(3);
});

test("her record names each closed class with who led it; forgotten, she is on no roll and others stay", async ({
  village: { deps, transact, promoter, villageId, neighbours, open, call },
}) => {
  const [her, neighbour] = neighbours;
  const attended = (who: typeof her, year = 2026) =>
    transact(who.reach, (db) =>
      findAttendedMeetings(db, { communeId: who.communeId, personId: who.personId, year }),
    );
  const meetingId = await open();
  await call(meetingId, [her, neighbour]);
  expect(await attended(her)).toEqual([]);
  valueOf(await closeMeeting(deps, promoter, { meetingId }));
  const form = { placeId: villageId, lesson: { courseId: "khoa-mau", lessonId: "bai-hai" } };
  valueOf(await openMeeting(deps, promoter, { meetingId: uuidv7(), form }));

  expect(await attended(her)).toMatchObject([
    {
      topic: "Bài một",
      heldOn: "2026-11-22",
      placeName: "Thôn Hoa Mận",
      promoterName: "Lù Thị Sen",
      promoterOffice: "Người hướng dẫn, Thôn Hoa Mận",
    },
  ]);
  expect(await attended(her, 2025)).toEqual([]);
  await transact(her.reach, (db) => forgetAttendance(db, her));
  expect(await attended(her)).toEqual([]);
  expect(await attended(neighbour)).toHaveLength(1);
});
