import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { Helper } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { ownPath } from "#app/server/http/own-path.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { HelperChoice } from "./helper-choice.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.quiz.helper.heading);

const PATH_AT_MOST = 500;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request);
  return { helper: actor.helper, back: wayBack(new URL(request.url).searchParams.get("tiep")) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requireActor(context, request);
  const form = await readForm(request);
  const text = textOf(form, "helper");
  const helper = Helper.safeParse(text);
  // Nobody is said by the empty button of the form, not by leaving it out.
  if (!helper.success && (text !== "" || !form.has("helper"))) {
    return data({ unknown: true }, { status: 422 });
  }
  const { sessions } = context.deps;
  await sessions.setHelper(request.headers.get("cookie"), helper.data ?? null);
  throw redirect(wayBack(textOf(form, "tiep")), 303);
}

function wayBack(text: string | null): string {
  const path = ownPath((text ?? "").slice(0, PATH_AT_MOST));
  return path === "/" ? href("learn/catalogue") : path;
}

export default function HelperPage() {
  const words = useWords().quiz.helper;
  const { helper, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <LearnerPage heading={words.heading} back={{ href: back, label: words.back }} current="learn">
      {refused === undefined ? null : <Notice tone="error">{words.unknown}</Notice>}
      <HelperChoice helper={helper} back={back} />
    </LearnerPage>
  );
}
