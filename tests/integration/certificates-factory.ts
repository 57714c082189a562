import { v7 as uuidv7 } from "uuid";

import type { Db } from "#app/db/index.server.ts";
import type { CertificateDeps } from "#app/domain/certificates/index.ts";
import { issueCertificate, readCertificate } from "#app/domain/certificates/index.server.ts";
import { newPublicCode } from "#app/domain/evaluation/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import type { LearningDeps } from "#app/domain/learning/index.ts";
import { startQuizAttempt, submitQuiz } from "#app/domain/learning/index.server.ts";
import { ORIGIN, testKeys } from "#tests/setup/badges.ts";
import { courseWith, STATEMENT_IDS } from "#tests/setup/course.ts";
import { addPerson, addVillage, BAC_HA, LAO_CAI, NOW, TA_VAN } from "#tests/setup/people.ts";
import { test as base, type TestDatabase } from "#tests/setup/test-with-db.ts";

export const COURSE = "khoa-mau";
/** Answers every quiz of the course rightly. */
const RIGHT = { q1: ["0"], q2: ["0"] };
export const REASON = "Cấp nhầm người, theo biên bản ngày 20/11/2026.";

interface Place {
  readonly deps: CertificateDeps & LearningDeps & { pass: (milliseconds: number) => void };
  readonly her: Actor;
  readonly official: Actor;
  readonly officer: Actor;
  /** An official of another commune. */
  readonly stranger: Actor;
}

async function settle({ transact }: TestDatabase): Promise<Place> {
  let now = NOW.getTime();
  const deps = {
    transact,
    catalogue: () => [courseWith()],
    baseIri: "https://nep-hoc.example/xapi",
    statementIds: STATEMENT_IDS,
    origin: ORIGIN,
    newCode: newPublicCode,
    badgeKeys: await testKeys(),
    now: () => new Date(now),
    newId: () => uuidv7(),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
  const villageId = await addVillage(transact);
  const away = await addVillage(transact, { communeId: TA_VAN });
  return {
    deps,
    her: await addPerson(transact, { villageId }),
    official: await addPerson(transact, {
      villageId,
      fullName: "Cứ Mí Dơ",
      office: { role: "commune_official", placeId: BAC_HA, title: "Công chức" },
    }),
    // At home in another commune than the one she looks after.
    officer: await addPerson(transact, {
      villageId: away,
      communeId: TA_VAN,
      fullName: "Trần Đức Tiến",
      office: { role: "provincial_officer", placeId: LAO_CAI, title: "Chuyên viên" },
    }),
    stranger: await addPerson(transact, {
      villageId: away,
      communeId: TA_VAN,
      fullName: "Lý Thị Sa",
      office: { role: "commune_official", placeId: TA_VAN, title: "Công chức" },
    }),
  };
}

export const test = base.extend<{ readonly place: Place }>({
  place: async ({ database }, use) => use(await settle(database)),
});

export async function finish(deps: LearningDeps, actor: Actor): Promise<void> {
  for (const lessonId of ["bai-mot", "bai-hai", "final"]) {
    const ref = { courseId: COURSE, lessonId };
    const { id: token } = valueOf(await startQuizAttempt(deps, actor, ref));
    valueOf(await submitQuiz(deps, actor, { ...ref, token, answers: RIGHT }));
  }
}

export async function certified({ deps, her }: Place) {
  await finish(deps, her);
  const { certificateId } = valueOf(await issueCertificate(deps, her, { courseId: COURSE }));
  return valueOf(await readCertificate(deps, her, { certificateId }));
}

export const everywhere = <Value>(deps: CertificateDeps, work: (db: Db) => Promise<Value>) =>
  deps.transact("everywhere", work);
