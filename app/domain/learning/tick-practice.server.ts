import type { Block } from "#app/domain/content/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { LearningDeps } from "./deps.ts";
import { findLesson, type LessonRef, type UnknownLesson } from "./find-lesson.ts";
import { practisedStatement } from "./learning-statements.ts";
import { findCourseState, lockCourse, saveCourseState } from "./progress.store.server.ts";
import { recordActs } from "./record-acts.server.ts";

export type TickPracticeRefusal = UnknownLesson | { readonly code: "unknown-practice" };

/** She did a task of the lesson in real life, and says so; ticked again, nothing changes. */
export async function tickPractice(
  deps: LearningDeps,
  actor: Actor,
  input: LessonRef & { readonly practiceId: string },
): Promise<Result<null, TickPracticeRefusal>> {
  const found = findLesson(deps.catalogue(), input);
  if (found === null) return refuse({ code: "unknown-lesson" });
  const { course, lesson } = found;
  if (!hasPractice(lesson.blocks, input.practiceId)) return refuse({ code: "unknown-practice" });
  const { communeId, personId, accountId, helper } = actor;
  const of = { communeId, personId, courseId: course.id };

  return deps.transact(actor.reach, async (db) => {
    const at = deps.now();
    await lockCourse(db, of, at);
    const before = await findCourseState(db, of);
    const ticked = before?.lessons.get(lesson.id)?.practised.includes(input.practiceId);
    if (ticked === true) return accept(null);
    const { baseIri } = deps;
    const act = { baseIri, accountId, course, lesson, at, helper, phoneTime: null };
    const statement = practisedStatement(act, input.practiceId);
    const after = await recordActs(db, deps, actor, before, [statement]);
    if (after === null) throw new Error(`statements of ${course.id} stand without progress`);
    await saveCourseState(db, of, before, after);
    return accept(null);
  });
}

/** Whether a task of that name stands in a lesson, also inside another block. */
export function hasPractice(blocks: readonly Block[], practiceId: string): boolean {
  return blocks.some(
    (block) =>
      (block.type === "practice" && block.id === practiceId) ||
      hasPractice(blocksWithin(block), practiceId),
  );
}

function blocksWithin(block: Block): readonly Block[] {
  if (block.type === "quote" || block.type === "practice") return block.children;
  return block.type === "warning" || block.type === "tip" ? block.children : [];
}
