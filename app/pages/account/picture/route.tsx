import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { Picture, PICTURES } from "#app/domain/identity/index.ts";
import { choosePicture } from "#app/domain/identity/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { Button } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { LearnerPicture } from "#app/kit/learner-picture.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.phone.picture.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { picture: (await requireActor(context, request)).picture };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request);
  const chosen = Picture.safeParse(textOf(await readForm(request), "hinh"));
  if (!chosen.success) return data({ refused: true }, { status: 422 });
  await choosePicture(context.deps, actor, chosen.data);
  throw redirect(href("account/overview"), 303);
}

export default function PicturePage() {
  const words = useWords().phone.picture;
  const { picture } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <LearnerPage
      heading={words.heading}
      back={{ href: href("account/overview"), label: words.back }}
      current="account"
    >
      {refused === undefined ? null : (
        <ErrorSummary
          title={words.errorTitle}
          errors={[{ name: "hinh", message: words.unknown }]}
        />
      )}
      <p>{words.intro}</p>
      <form method="post" className="flow">
        <ChoiceGroup
          name="hinh"
          type="radio"
          legend={words.legend}
          required
          defaultValues={[picture]}
          options={PICTURES.map((value) => ({
            value,
            label: (
              <span className="title">
                <LearnerPicture picture={value} />
                {words.names[value]}
              </span>
            ),
          }))}
        />
        <Button icon="check">{words.button}</Button>
      </form>
    </LearnerPage>
  );
}
