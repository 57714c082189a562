import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { startQuizAttempt, readMyCourse } from "#app/domain/learning/index.server.ts";
import type { CourseNews } from "#app/domain/phones/index.ts";
import { href } from "#app/routes.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  await requireActor(context, request);
  return redirect(href("learn/course", { course: params["course"] ?? "" }));
}

/** Where she stands in a course, and a final test that is drawn for her, for her own phone to keep. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const course = deps.catalogue().find(({ id }) => id === params["course"]);
  if (course === undefined) throw new Response(null, { status: 404 });
  const state = await readMyCourse(deps, actor, course.id);
  const lessons = [...(state?.lessons.values() ?? [])];
  const drawn = await startQuizAttempt(deps, actor, {
    courseId: course.id,
    lessonId: course.final.id,
  });
  const news: CourseNews = {
    opened: lessons.map(({ lessonId }) => lessonId),
    done: lessons.flatMap(({ lessonId, completedAt }) => (completedAt === null ? [] : [lessonId])),
    practised: lessons.flatMap(({ lessonId, practised }) =>
      practised.map((practiceId) => `${lessonId} ${practiceId}`),
    ),
    completed: (state?.completedAt ?? null) !== null,
    // Null: all tries of the day are used up.
    draw: drawn.ok ? drawn.value : null,
    helper: actor.helper,
    lateAfterDays: deps.learningRules.countsWhenDoneWithinDays,
  };
  return Response.json(news, { headers: { "cache-control": "no-store" } });
}
