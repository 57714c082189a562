import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { PICTURES } from "#app/domain/identity/index.ts";
import { choosePicture } from "#app/domain/identity/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { Button } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { LearnerPicture } from "#app/kit/learner-picture.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { pictureForm } from "./form.ts";
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
  const { value, faults } = pictureForm.read(await readForm(request));
  if (value === null) return data({ faults }, { status: 422 });
  await choosePicture(context.deps, actor, value.picture);
  throw redirect(href("account/overview"), 303);
}

export default function PicturePage() {
  const words = useWords().phone.picture;
  const { picture } = useLoaderData<typeof loader>();
  const { faults = [] } = useActionData<typeof action>() ?? {};
  const { fields, errors } = pictureForm.view({ typed: { picture }, faults }, words.faults);
  return (
    <LearnerPage
      heading={words.heading}
      back={{ href: href("account/overview"), label: words.back }}
      current="account"
    >
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <p>{words.intro}</p>
      <form method="post" className="flow">
        <ChoiceGroup
          {...fields.picture}
          type="radio"
          legend={words.legend}
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
