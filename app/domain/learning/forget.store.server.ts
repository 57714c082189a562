import type { Db } from "#app/db/index.server.ts";

/**
 * Removes what was derived from one person's statements: attempts with their answers, and progress;
 * the quizzes that were put before her; and the text of what she handed in, whose ids stay so that it
 * does not come back. As the owner of the tables: the ledger of hand-ins is append-only.
 */
export async function forgetLearner(
  db: Db,
  person: { readonly communeId: string; readonly personId: string },
): Promise<void> {
  const where = { communeId: person.communeId, personId: person.personId };
  await db.attempt.deleteMany({ where });
  await db.lessonProgress.deleteMany({ where });
  await db.courseProgress.deleteMany({ where });
  await db.quizDraw.deleteMany({ where });
  await db.handIn.updateMany({ where, data: { payload: {} } });
}

/** Empties the answers of what was handed in, or last written, before; what was scored stays. */
export async function forgetAnswers(db: Db, before: Date): Promise<void> {
  await db.attempt.updateMany({ where: { submittedAt: { lt: before } }, data: { answers: {} } });
  await db.quizDraw.updateMany({ where: { answeredAt: { lt: before } }, data: { answers: {} } });
  await db.handIn.updateMany({ where: { receivedAt: { lt: before } }, data: { payload: {} } });
}
