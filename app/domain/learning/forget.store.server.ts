import type { Db } from "#app/db/index.server.ts";

/** Removes what was derived from one person's statements: attempts with their answers, and progress. */
export async function forgetLearner(
  db: Db,
  person: { readonly communeId: string; readonly personId: string },
): Promise<void> {
  const where = { communeId: person.communeId, personId: person.personId };
  await db.attempt.deleteMany({ where });
  await db.lessonProgress.deleteMany({ where });
  await db.courseProgress.deleteMany({ where });
}

/** Empties the answers of attempts that were handed in before; what was scored stays. */
export async function forgetAnswers(db: Db, before: Date): Promise<void> {
  await db.attempt.updateMany({ where: { submittedAt: { lt: before } }, data: { answers: {} } });
}
