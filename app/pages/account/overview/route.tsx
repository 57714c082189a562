import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { type ChangePinFault, officeText } from "#app/domain/identity/index.ts";
import { changePin } from "#app/domain/identity/index.server.ts";
import { placeTitle } from "#app/domain/places/index.ts";
import { findPlace } from "#app/domain/places/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { AccountCards, CardAndData } from "./account-cards.tsx";
import { ChangePinForm } from "./change-pin-form.tsx";
import { changePinForm } from "./form.ts";
import { HelperLine } from "#app/pages/learn/lesson/helper-line.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { PhoneCard } from "./phone-card.tsx";
import { SettingsCard } from "#app/pages/account/settings/settings-card.tsx";
import { href } from "#app/routes.ts";
import { SignOutCard } from "./sign-out-card.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.identity.account.heading);

const PIN_CHANGED = "doi-pin";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request);
  const village = await context.deps.transact(actor.reach, (db) => findPlace(db, actor.villageId));
  const { chosen } = await context.preferences();
  const home = village?.kind === "village" ? village : null;
  return {
    name: actor.fullName,
    picture: actor.picture,
    village: home === null ? null : placeTitle(home),
    commune: home?.communeName ?? null,
    province: home?.provinceName ?? null,
    offices: actor.offices.map((office) => officeText(office)),
    helper: actor.helper,
    roles: actor.offices.map(({ role }) => role),
    settings: chosen,
    pinChanged: new URL(request.url).searchParams.get("xong") === PIN_CHANGED,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const { typed, value, faults } = changePinForm.read(await readForm(request));
  const refused = (wrong: readonly ChangePinFault[], minutes = 0) =>
    data({ typed, faults: wrong, minutes }, { status: 422 });

  if (value === null) return refused(faults);
  const result = await changePin(deps, actor, value);
  if (!result.ok) {
    const { refusal } = result;
    return refused([refusal.code], refusal.code === "wait" ? refusal.minutes : 0);
  }
  await deps.sessions.endAll(actor.accountId);
  const { accountId: id, communeId } = actor;
  const begun = await deps.sessions.begin({ id, communeId }, request.headers.get("cookie"));
  throw redirect(`${href("account/overview")}?xong=${PIN_CHANGED}`, {
    status: 303,
    headers: { "set-cookie": begun },
  });
}

export default function AccountPage() {
  const words = useWords().identity.account;
  const account = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <LearnerPage heading={words.heading} current="account">
      {account.pinChanged && refused === undefined ? (
        <Notice tone="success">{words.pinChanged}</Notice>
      ) : null}
      {refused === undefined ? null : <ChangePinForm refused={refused} />}
      <AccountCards account={account} />
      <HelperLine helper={account.helper} back={href("account/overview")} />
      <SettingsCard chosen={account.settings} here={href("account/overview")} />
      <PhoneCard picture={account.picture} />
      <SignOutCard />
      {refused === undefined ? <ChangePinForm refused={undefined} /> : null}
      <CardAndData />
    </LearnerPage>
  );
}
