import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import {
  changeResidence,
  type ChangeResidenceRefusal,
} from "#app/domain/evaluation/index.server.ts";
import type { ResidenceFault } from "#app/domain/identity/index.ts";
import { listVillages, readPerson } from "#app/domain/identity/index.server.ts";
import { dayOf, formatDay } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { DateField, SelectField, TextField } from "#app/kit/field.tsx";
import { deskHref, useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { personIdOf } from "#app/pages/office/person/person-id.server.ts";
import { href } from "#app/routes.ts";
import { residenceForm } from "./form.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.people.person.move);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const personId = personIdOf(params["person"]);
  const read = await readPerson(deps, actor, { communeId, personId });
  const villages = await listVillages(deps, actor, { communeId });
  if (!read.ok || !villages.ok) throw new Response(null, { status: 404 });
  const { fullName, mark, ended } = read.value;
  return {
    personId,
    fullName,
    mark,
    hows: ended === null ? (["village", "moved", "died"] as const) : hows(ended.how),
    villages: villages.value.map(({ villageId, villageName }) => ({ villageId, villageName })),
    typed: {
      ...residenceForm.blank,
      how: ended === null ? "" : "returned",
      since: formatDay(dayOf(deps.now())),
    },
  };
}

function hows(ended: "moved" | "died") {
  return ended === "moved" ? (["returned", "died"] as const) : (["returned"] as const);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId, named } = await requireOffice(context, request);
  const personId = personIdOf(params["person"]);
  const form = await readForm(request);
  const { typed, value, faults } = residenceForm.read(form);
  const mark = textOf(form, "dau").slice(0, 100);
  const refused = (wrong: readonly ResidenceFault[]) =>
    data({ typed, mark, faults: wrong }, { status: 422 });
  if (value === null) return refused(faults);
  const result = await changeResidence(deps, actor, { communeId, personId, form: value, mark });
  if (result.ok) {
    const done = `${href("office/person", { person: personId })}?xong=da-chuyen`;
    throw redirect(deskHref(done, named), 303);
  }
  return refused([faultOf(result.refusal.code)]);
}

function faultOf(code: ChangeResidenceRefusal["code"]): ResidenceFault {
  switch (code) {
    case "not-official":
      throw new Response(null, { status: 403 });
    case "person-unknown":
      throw new Response(null, { status: 404 });
    case "village-unknown":
      return "villageId";
    case "oneself":
    case "changed-meanwhile":
    case "same-village":
    case "lives-here":
    case "lives-elsewhere":
    case "since-in-future":
    case "since-before-birth":
      return code;
  }
}

export default function PersonResidence() {
  const { residence: words, correction } = useWords().people;
  const toDesk = useDeskHref();
  const {
    personId,
    fullName,
    mark,
    hows: choices,
    villages,
    typed,
  } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fields, errors } = residenceForm.view(refused ?? { typed }, words.faults);
  return (
    <OfficePage heading={words.heading(fullName)} current="people">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <form method="post" className="flow" noValidate>
        <input type="hidden" name="dau" value={refused?.mark ?? mark} />
        <ChoiceGroup
          {...fields.how}
          legend={words.how}
          type="radio"
          options={choices.map((value) => ({
            value,
            label: words.hows[value],
            hint: words.howHints[value],
          }))}
        />
        <SelectField
          {...fields.villageId}
          label={words.village}
          hint={words.villageHint}
          required={false}
          placeholder
          options={villages.map(({ villageId, villageName }) => ({
            value: villageId,
            label: villageName,
          }))}
        />
        <DateField {...fields.since} label={words.since} />
        <TextField
          {...fields.reason}
          label={words.reason}
          hint={words.reasonHint}
          autoComplete="off"
        />
        <Actions>
          <Button icon="check">{words.button}</Button>
          <ButtonLink href={toDesk(href("office/person", { person: personId }))} tone="plain">
            {correction.back}
          </ButtonLink>
        </Actions>
      </form>
    </OfficePage>
  );
}
