import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { addVillage, type AddedVillage, listVillages } from "#app/domain/identity/index.server.ts";
import { PlaceId } from "#app/domain/kernel/index.ts";
import type { VillageFault } from "#app/domain/places/index.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { readForm, textOf, textsOf } from "#app/server/http/form.server.ts";
import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { deskHref, useDeskHref, useOffice } from "#app/pages/office/frame/office-frame.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { BackToPeople } from "#app/pages/office/people/people-barred.tsx";
import { href } from "#app/routes.ts";
import { villageForm } from "./form.ts";
import { AddVillage, AlikeVillages, VillageTable } from "./village-register.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.people.villages.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const villages = await listVillages(deps, actor, { communeId });
  if (!villages.ok) throw new Response(null, { status: 403 });
  const done = new URL(request.url).searchParams.get("xong");
  const added = villages.value.find(({ villageId }) => villageId === done)?.villageName ?? null;
  return { villageId: deps.newId(), villages: villages.value, added };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId, named } = await requireOffice(context, request);
  const form = await readForm(request);
  const { typed, value, faults } = villageForm.read(form);
  const sent = PlaceId.safeParse(textOf(form, "ma"));
  const villageId = sent.data ?? PlaceId.parse(deps.newId());
  const refused = (wrong: readonly VillageFault[], alike: readonly AddedVillage[] = []) =>
    data({ typed, villageId, faults: wrong, alike }, { status: 422 });

  if (value === null) return refused(faults);
  const added = await addVillage(deps, actor, {
    communeId,
    villageId,
    form: value,
    alikeSeen: textsOf(form, "da-xem"),
  });
  if (added.ok) {
    throw redirect(
      deskHref(`${href("office/villages")}?xong=${added.value.villageId}`, named),
      303,
    );
  }
  switch (added.refusal.code) {
    case "not-official":
      throw new Response(null, { status: 403 });
    case "name-taken":
      return refused([added.refusal.code]);
    case "name-alike":
      return refused([], added.refusal.alike);
  }
}

export default function Villages() {
  const { people, finding } = useWords();
  const words = people.villages;
  const toDesk = useDeskHref();
  const { desk } = useOffice();
  const { villageId, villages, added } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fields, errors } = villageForm.view(refused, words.faults);
  return (
    <OfficePage heading={words.heading} current="people">
      <BackToPeople />
      <ErrorSummary title={words.errorTitle} errors={errors} />
      {added === null || refused !== undefined ? null : (
        <Notice tone="success">{words.done(added)}</Notice>
      )}
      <AlikeVillages alike={refused?.alike ?? []} />
      {villages.length === 0 ? (
        <EmptyState icon="village" title={words.empty.title}>
          {words.empty.advice}
        </EmptyState>
      ) : (
        <>
          <VillageTable villages={villages} />
          <p className="hint">{words.attestorAdvice}</p>
          <Actions>
            <ButtonLink href={toDesk(href("office/needs", { desk }))} icon="learn" tone="plain">
              {finding.villageNeeds.heading}
            </ButtonLink>
          </Actions>
        </>
      )}
      <AddVillage
        villageId={refused?.villageId ?? villageId}
        fields={fields}
        alike={refused?.alike ?? []}
      />
    </OfficePage>
  );
}
