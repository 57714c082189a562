import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { chooseSettings } from "#app/domain/identity/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm } from "#app/server/http/form.server.ts";
import { keepOnPhone } from "#app/server/http/display-preferences.server.ts";
import { readSettings, wayBack } from "./settings-form.server.ts";
import { useFrame } from "#app/kit/frame-context.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { SETTINGS_PATH } from "#app/kit/setting-fields.ts";
import { SettingsCard } from "./settings-card.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.settings.heading);

export async function loader({ context }: LoaderFunctionArgs) {
  const { chosen } = await context.preferences();
  return { chosen };
}

/** Writes the choice of whoever is signed in; else the phone keeps it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await readForm(request);
  const choice = readSettings(form);
  if (choice === null) return data({ refused: true }, { status: 422 });
  const actor = await context.actor();
  const headers = new Headers();
  if (actor === null) {
    for (const cookie of keepOnPhone(choice, deps.origin.startsWith("https:"))) {
      headers.append("set-cookie", cookie);
    }
  } else if (!(await chooseSettings(deps, actor, choice)).ok) {
    return data({ refused: true }, { status: 422 });
  }
  throw redirect(wayBack(form, request), { status: 303, headers });
}

export default function WayOfSeeing() {
  const words = useWords().settings;
  const { chosen } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { person } = useFrame();
  return (
    <LearnerPage heading={words.heading} current={person === null ? undefined : "account"}>
      {refused === undefined ? null : <Notice tone="error">{words.unreadable}</Notice>}
      {person === null ? <p>{words.ofPhone}</p> : null}
      <SettingsCard chosen={chosen} here={SETTINGS_PATH} alone />
    </LearnerPage>
  );
}
