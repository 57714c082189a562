import { v7 as uuidv7 } from "uuid";

import type { Transact } from "#app/db/index.server.ts";
import { type GuidanceDeps, PlanForm } from "#app/domain/guidance/index.ts";
import { savePlan } from "#app/domain/guidance/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import type { LearningDeps } from "#app/domain/learning/index.ts";
import { startQuizAttempt, submitQuiz } from "#app/domain/learning/index.server.ts";
import { courseWith, STATEMENT_IDS } from "#tests/setup/course.ts";

const PIGS = courseWith({ id: "lon", title: "Nuôi lợn", needs: ["lợn bị ốm"] });
const GUESTS = courseWith({ id: "khach", title: "Đón khách", needs: ["bán hàng"] });

/** A Thursday, eight in the evening. */
export const THURSDAY = new Date("2026-11-19T20:00:00+07:00");

export interface Guiding extends GuidanceDeps, LearningDeps {
  readonly set: (instant: Date) => void;
}

export function guiding(transact: Transact, from = THURSDAY): Guiding {
  let now = from;
  return {
    transact,
    catalogue: () => [GUESTS, PIGS],
    baseIri: "https://nep-hoc.example/xapi",
    statementIds: STATEMENT_IDS,
    now: () => now,
    newId: () => uuidv7(),
    set: (instant) => {
      now = instant;
    },
    rhythm: {
      validFrom: "2026-01-01",
      note: "Để kiểm tra",
      missedWeeksAQuarter: { weeks: 1, note: "Để kiểm tra" },
      harvest: [],
    },
  };
}

export const PLAN_TYPED = {
  weeklyLessons: "1",
  days: ["thu"],
  hour: "20:00",
  courses: ["lon"],
  reason: "Để nuôi lợn khỏe",
  restFrom: "",
  restUntil: "",
};

/** Makes a plan with what she typed, on a form of its own. */
export async function plan(
  deps: Guiding,
  actor: Actor,
  typed: Partial<typeof PLAN_TYPED> = {},
  id = uuidv7(),
): Promise<void> {
  await savePlan(deps, actor, { id, form: PlanForm.parse({ ...PLAN_TYPED, ...typed }) });
}

/** Completes one lesson. */
export async function learn(deps: Guiding, actor: Actor, lessonId = "bai-mot"): Promise<void> {
  const ref = { courseId: "lon", lessonId };
  const drawn = await startQuizAttempt(deps, actor, ref);
  if (!drawn.ok) throw new Error(`the quiz was not drawn: ${drawn.refusal.code}`);
  const answers = { q1: ["0"], q2: ["0"] };
  const done = await submitQuiz(deps, actor, { ...ref, token: drawn.value.id, answers });
  if (!done.ok) throw new Error(`the lesson was not completed: ${done.refusal.code}`);
}
