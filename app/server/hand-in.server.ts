import type { Actor } from "#app/domain/identity/index.ts";
import type { DrawnQuiz } from "#app/domain/learning/index.ts";
import { drawQuiz, handIn, type HandInDeps } from "#app/domain/learning/index.server.ts";
import type { HandInOf } from "#app/domain/phones/index.ts";

/** How learning is handed what phones bring. */
export function openHandIn(deps: HandInDeps): HandInOf {
  return (actor, input) => handIn(deps, actor, input);
}

/** The final test that she has open, or a new one; null: all tries of the day are used up. */
export async function drawFinal(
  deps: HandInDeps,
  actor: Actor,
  courseId: string,
  lessonId: string,
): Promise<DrawnQuiz | null> {
  const drawn = await drawQuiz(deps, actor, { courseId, lessonId });
  return drawn.ok ? drawn.value : null;
}
