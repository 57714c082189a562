import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { isKnown } from "#app/domain/identity/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { dropLearner } from "#app/domain/phones/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { deviceOf, facesOn } from "#app/server/http/device-cookie.server.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { PhoneLearners } from "./phone-learners.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.phone.learners.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { faces: await facesOn(context.deps, request) };
}

/** Whoever holds the phone may take a face off it: its owner signs in by her card, and it is back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const device = await deviceOf(request);
  const form = await readForm(request);
  const account = Uuid.safeParse(textOf(form, "nguoi"));
  if (device !== null && account.success) {
    const { deviceId: phoneId } = device;
    const known = isKnown(device, account.data, context.deps.deviceKey);
    if (known) await dropLearner(context.deps, { phoneId, accountId: account.data });
  }
  return redirect(href("account/phone-learners"), 303);
}

export default function PhoneLearnersPage() {
  const words = useWords().phone.learners;
  const { faces } = useLoaderData<typeof loader>();
  return (
    <LearnerPage
      heading={words.heading}
      back={{ href: href("account/sign-in"), label: words.back }}
    >
      {faces.length === 0 ? (
        <EmptyState icon="people" title={words.none}>
          {words.noneText}
        </EmptyState>
      ) : (
        <PhoneLearners faces={faces} />
      )}
    </LearnerPage>
  );
}
