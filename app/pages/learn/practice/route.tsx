import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";

import { tickPractice } from "#app/domain/learning/index.server.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.learning.catalogue.heading);

/** Where she is led after signing in again: the lesson with its tasks. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  await requireActor(context, request);
  return redirect(lessonPath(params));
}

/** "I did this": ticks a task of the lesson, and leads back to it. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request);
  const practiceId = textOf(await readForm(request), "viec");
  const ref = { courseId: params["course"] ?? "", lessonId: params["lesson"] ?? "" };
  const ticked = await tickPractice(context.deps, actor, { ...ref, practiceId });
  if (!ticked.ok) throw new Response(null, { status: 404 });
  return redirect(`${lessonPath(params)}#${practiceId}`, 303);
}

function lessonPath(params: LoaderFunctionArgs["params"]): string {
  const [course, lesson] = [params["course"] ?? "", params["lesson"] ?? ""];
  return href("learn/lesson", { course, lesson });
}

/** Never shown: with it, a task that is not there is told by a page. */
export default function TickedTask() {
  return null;
}
