import { v7 as uuidv7 } from "uuid";

import type { Transact } from "#app/db/index.server.ts";
import type { CentresDeps, MeetingId } from "#app/domain/centres/index.ts";
import { callRoll, openMeeting } from "#app/domain/centres/index.server.ts";
import type { Course } from "#app/domain/content/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { type PersonId, type PlaceId, valueOf } from "#app/domain/kernel/index.ts";
import { Statement } from "#app/domain/xapi/index.ts";
import { findStatements } from "#app/domain/xapi/index.server.ts";
import { courseWith, STATEMENT_IDS } from "#tests/setup/course.ts";
import { addPerson, addVillage, BAC_HA, NOW, TA_VAN } from "#tests/setup/people.ts";
import { test as base } from "#tests/setup/test-with-db.ts";

export const BASE_IRI = "https://nep-hoc.example/xapi";
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

export interface Village {
  readonly deps: CentresDeps & {
    readonly passDays: (days: number) => void;
    readonly publish: (course: Course) => void;
  };
  readonly transact: Transact;
  readonly villageId: PlaceId;
  readonly promoter: Actor;
  readonly official: Actor;
  /** Promoter of a village of another commune. */
  readonly stranger: Actor;
  /** The first two have one name. */
  readonly neighbours: readonly [Actor, Actor, Actor];
  readonly open: () => Promise<MeetingId>;
  /** Marks people present. */
  readonly call: (meetingId: MeetingId, came: readonly Actor[]) => Promise<void>;
}

/** A village with who leads its classes, three neighbours, the commune's official and a stranger. */
export const test = base.extend<{ readonly village: Village }>({
  village: async ({ database: { transact } }, use) => {
    let now = NOW.getTime();
    let catalogue: readonly Course[] = [courseWith()];
    const deps: Village["deps"] = {
      transact,
      catalogue: () => catalogue,
      baseIri: BASE_IRI,
      statementIds: STATEMENT_IDS,
      now: () => new Date(now),
      newId: () => uuidv7(),
      passDays: (days) => {
        now += days * DAY_MILLISECONDS;
      },
      publish: (course) => {
        catalogue = [course];
      },
    };
    const villageId = await addVillage(transact);
    const lead = { role: "promoter" as const, placeId: villageId, title: "Người hướng dẫn" };
    const promoter = await addPerson(transact, { villageId, fullName: "Lù Thị Sen", office: lead });
    const official = await addPerson(transact, {
      villageId,
      fullName: "Lù Văn Sử",
      office: { role: "commune_official", placeId: BAC_HA, title: "Công chức" },
    });
    const next = await addVillage(transact, { communeId: TA_VAN });
    const stranger = await addPerson(transact, {
      communeId: TA_VAN,
      villageId: next,
      office: { ...lead, placeId: next },
    });
    const neighbour = (fullName: string) => addPerson(transact, { villageId, fullName });
    const neighbours: Village["neighbours"] = [
      await neighbour("Giàng Thị Mỷ"),
      await neighbour("Giàng Thị Mỷ"),
      await neighbour("Vàng Seo Páo"),
    ];
    await use({
      deps,
      transact,
      villageId,
      promoter,
      official,
      stranger,
      neighbours,
      open: async () =>
        valueOf(
          await openMeeting(deps, promoter, {
            meetingId: uuidv7(),
            form: { placeId: villageId, lesson: { courseId: "khoa-mau", lessonId: "bai-mot" } },
          }),
        ).meetingId,
      call: async (meetingId, came) => {
        const ids = came.map(({ personId }) => personId);
        valueOf(await callRoll(deps, promoter, { meetingId, came: ids, notThere: [] }));
      },
    });
  },
});

/** Statements of the product that stand, oldest first. */
export async function standing(transact: Transact): Promise<readonly Statement[]> {
  const { statements } = await transact("everywhere", (db) =>
    findStatements(db, { ascending: true }, { limit: 500 }),
  );
  return statements.flatMap(({ payload }) =>
    payload === null ? [] : [Statement.parse(JSON.parse(payload))],
  );
}

/** Who is said to have attended, by person, once for each statement. */
export async function attendedBy(
  transact: Transact,
  people: readonly Actor[],
): Promise<readonly PersonId[]> {
  const statements = await standing(transact);
  return statements
    .filter(({ verb }) => verb.id.endsWith("/attended"))
    .flatMap(({ actor }) => {
      const person = people.find(({ accountId }) => accountId === actor.account?.name);
      return person === undefined ? [] : [person.personId];
    });
}
