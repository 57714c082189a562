import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import type { Cycle } from "#app/domain/criteria/index.ts";
import { findCurrentCycle } from "#app/domain/criteria/index.server.ts";
import type { Namesake, RegistrationFault } from "#app/domain/identity/index.ts";
import { listVillages, registerPerson } from "#app/domain/identity/index.server.ts";
import { PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { readForm, textOf, textsOf } from "#app/server/http/form.server.ts";
import { printableCard } from "#app/pages/office/person/learner-card.server.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { CardMade } from "#app/pages/office/person/learner-card.tsx";
import cardStyles from "#app/pages/office/person/learner-card.css?url";
import { pageTitle } from "#app/kit/page-title.ts";
import {
  AlreadyRegistered,
  BackToPeople,
  RegistrationBarred,
} from "#app/pages/office/people/people-barred.tsx";
import { PersonForm } from "./people-form.tsx";
import { registrationForm } from "./form.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.people.form.heading);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: cardStyles }];
/** A PIN may stand on the page: nothing keeps it. */
export const headers: HeadersFunction = () => ({ "cache-control": "no-store" });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const cycle = await findCurrentCycle(deps, actor);
  const villages = await listVillages(deps, actor, { communeId });
  if (!villages.ok) throw new Response(null, { status: 403 });
  const village = PlaceId.safeParse(new URL(request.url).searchParams.get("thon"));
  return {
    personId: deps.newId(),
    villages: villages.value,
    groups: cycle?.criteria.citizenGroups ?? [],
    typed: {
      ...registrationForm.blank,
      villageId: village.data ?? "",
      explainedBy: actor.fullName,
    },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const form = await readForm(request);
  const { typed, value, faults } = registrationForm.read(form);
  const personId = PersonId.catch(PersonId.parse(deps.newId())).parse(textOf(form, "ma"));
  const refused = (wrong: readonly RegistrationFault[], namesakes: readonly Namesake[] = []) =>
    data({ state: "refused" as const, personId, typed, faults: wrong, namesakes }, { status: 422 });

  const cycle = await findCurrentCycle(deps, actor);
  const isKnown = hasGroup(cycle, typed.citizenGroup);
  if (value === null || !isKnown) return refused(isKnown ? faults : [...faults, "citizenGroup"]);

  const namesakesSeen = textsOf(form, "da-xem");
  const asked = { communeId, personId, form: value, namesakesSeen };
  const result = await registerPerson(deps, actor, asked);
  if (result.ok) {
    const card = await printableCard(deps, result.value);
    return data({ state: "done" as const, card }, { status: 201 });
  }
  const { refusal } = result;
  switch (refusal.code) {
    case "not-official":
      throw new Response(null, { status: 403 });
    case "already-registered":
      return data({ state: "already" as const, personId: refusal.personId });
    case "namesakes":
      return refused([], refusal.namesakes);
    case "village-unknown":
      return refused(["villageId"]);
    case "birth-in-future":
    case "guardian-needed":
    case "guardian-unknown":
      return refused([refusal.code]);
  }
}

function hasGroup(cycle: Cycle | null, asked: string): boolean {
  return cycle?.criteria.citizenGroups.some(({ code }) => code === asked) ?? false;
}

export default function RegisterPerson() {
  const words = useWords().people;
  const { personId, villages, groups, typed } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent?.state === "done") {
    return (
      <OfficePage heading={words.card.heading} current="people">
        <CardMade card={sent.card} />
      </OfficePage>
    );
  }
  if (sent?.state === "already") {
    return (
      <OfficePage heading={words.form.heading} current="people">
        <AlreadyRegistered personId={sent.personId} />
      </OfficePage>
    );
  }
  const lacking = villages.length === 0 ? "villages" : groups.length === 0 ? "groups" : null;
  return (
    <OfficePage heading={words.form.heading} current="people">
      <BackToPeople />
      {lacking === null ? (
        <PersonForm
          {...{ villages, groups }}
          personId={sent?.personId ?? personId}
          view={registrationForm.view(sent ?? { typed }, words.form.faults)}
          namesakes={sent?.namesakes}
        />
      ) : (
        <RegistrationBarred lacking={lacking} />
      )}
    </OfficePage>
  );
}
