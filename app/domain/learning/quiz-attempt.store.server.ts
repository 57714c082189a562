import type { Db } from "#app/db/index.server.ts";
import type { PersonId, PlaceId } from "#app/domain/kernel/index.ts";

import { Answers } from "./acts.ts";
import type { LessonRef } from "./find-lesson.ts";
import type { QuizAttempt } from "./quiz-attempt.ts";

/** Whose draws. */
export interface AttemptOwner {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
}

interface Row extends Omit<QuizAttempt, "answers"> {
  readonly answers: unknown;
}

function drawOf(row: Row): QuizAttempt {
  const { id, courseId, lessonId, contentVersion, assessed, questions, drawnAt, closedAt } = row;
  return {
    id,
    courseId,
    lessonId,
    contentVersion,
    assessed,
    questions,
    drawnAt,
    closedAt,
    answers: Answers.parse(row.answers),
  };
}

/** The quiz of a lesson that somebody has not handed in yet; one at most. */
export async function findOpenAttempt(
  db: Db,
  { communeId, personId }: AttemptOwner,
  { courseId, lessonId }: LessonRef,
): Promise<QuizAttempt | null> {
  const row = await db.quizDraw.findFirst({
    where: { communeId, personId, courseId, lessonId, closedAt: null },
  });
  return row === null ? null : drawOf(row);
}

/** Keeps a new draw; where one is open already, nothing is kept. */
export async function insertAttempt(db: Db, owner: AttemptOwner, draw: QuizAttempt): Promise<void> {
  const { communeId, personId } = owner;
  const { questions, answers, ...rest } = draw;
  await db.quizDraw.createMany({
    data: [{ communeId, personId, ...rest, questions: [...questions], answers: { ...answers } }],
    skipDuplicates: true,
  });
}

/** One draw of that person, held until the transaction ends; null when it is none of hers. */
export async function lockAttempt(
  db: Db,
  owner: AttemptOwner,
  id: string,
): Promise<QuizAttempt | null> {
  await db.$executeRaw`
    SELECT 1 FROM quiz_draw WHERE commune_id = ${owner.communeId}::uuid AND id = ${id}::uuid
    FOR UPDATE`;
  const row = await db.quizDraw.findUnique({
    where: { communeId_id: { communeId: owner.communeId, id } },
  });
  return row === null || row.personId !== owner.personId ? null : drawOf(row);
}

/** A draw by its token alone, within the transaction's scope. */
export async function findAttemptByToken(
  db: Db,
  id: string,
): Promise<{ readonly communeId: string; readonly draw: QuizAttempt } | null> {
  const row = await db.quizDraw.findFirst({ where: { id } });
  return row === null ? null : { communeId: row.communeId, draw: drawOf(row) };
}

/** Puts answers beside what was answered; `over` says whose word counts where both answered. */
export async function mergeAnswers(
  db: Db,
  draw: { readonly communeId: string; readonly id: string },
  change: { readonly answers: Answers; readonly over: "kept" | "new"; readonly at: Date },
): Promise<void> {
  const answers = JSON.stringify(change.answers);
  const newCounts = change.over === "new";
  await db.$executeRaw`
    UPDATE quiz_draw
    SET answers = CASE WHEN ${newCounts} THEN answers || ${answers}::jsonb
                       ELSE ${answers}::jsonb || answers END,
        answered_at = ${change.at}
    WHERE commune_id = ${draw.communeId}::uuid AND id = ${draw.id}::uuid AND closed_at IS NULL`;
}

export async function closeAttempt(
  db: Db,
  { communeId }: AttemptOwner,
  id: string,
  { answers, at }: { readonly answers: Answers; readonly at: Date },
): Promise<void> {
  await db.quizDraw.update({
    where: { communeId_id: { communeId, id } },
    data: { answers: { ...answers }, answeredAt: at, closedAt: at },
  });
}

/** What a person has begun and handed in of one lesson's quiz: what tries are counted from. */
export async function findTries(
  db: Db,
  { communeId, personId }: AttemptOwner,
  { courseId, lessonId }: LessonRef,
): Promise<{
  /** Handed in. */
  readonly draws: readonly { readonly id: string; readonly drawnAt: Date }[];
  /** Made without signal and arrived since. */
  readonly arrived: readonly { readonly id: string; readonly receivedAt: Date }[];
}> {
  const where = { communeId, personId, courseId, lessonId };
  const draws = await db.quizDraw.findMany({
    where: { ...where, closedAt: { not: null } },
    select: { id: true, drawnAt: true },
  });
  const attempts = await db.attempt.findMany({
    where: { ...where, receivedAt: { not: null } },
    select: { id: true, receivedAt: true },
  });
  return {
    draws,
    arrived: attempts.flatMap(({ id, receivedAt }) =>
      receivedAt === null ? [] : [{ id, receivedAt }],
    ),
  };
}
