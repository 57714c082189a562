import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import type { ForwardFault } from "#app/domain/exchange/index.ts";
import { addForward } from "#app/domain/exchange/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import {
  courseOptions,
  verbOptions,
} from "#app/pages/office/record-tables/exchange-options.server.ts";
import { readForm } from "#app/server/http/form.server.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { BackToForwards } from "#app/pages/office/forward/forward-file.tsx";
import { forwardForm, UNTOUCHED } from "./form.ts";
import { NewForward } from "./forward-form.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.exchange.forwards.form.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  await requireOffice(context, request);
  const { words } = (await context.preferences()).language;
  return { forwardId: deps.newId(), courses: courseOptions(deps), verbs: verbOptions(words) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const form = await readForm(request);
  const { typed, value, faults } = forwardForm.read(form);
  const forwardId = Uuid.catch(deps.newId()).parse(form.get("ma"));
  const refused = (wrong: readonly ForwardFault[]) =>
    data({ typed, forwardId, faults: wrong }, { status: 422 });

  if (value === null) return refused(faults);
  const added = await addForward(deps, actor, { provinceId, forwardId, form: value });
  if (added.ok)
    throw redirect(
      `${href("office/forward", { forward: added.value.forwardId })}?xong=da-them`,
      303,
    );
  switch (added.refusal.code) {
    case "not-officer":
      throw new Response(null, { status: 403 });
    case "address":
      return refused([added.refusal.fault === "not-an-address" ? "endpoint" : added.refusal.fault]);
  }
}

export default function AddForward() {
  const words = useWords().exchange.forwards;
  const { forwardId, courses, verbs } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <OfficePage heading={words.form.heading} current="forwards">
      <BackToForwards />
      <NewForward
        forwardId={refused?.forwardId ?? forwardId}
        courses={courses}
        verbs={verbs}
        view={forwardForm.view(refused ?? { typed: UNTOUCHED }, words.form.faults)}
      />
    </OfficePage>
  );
}
