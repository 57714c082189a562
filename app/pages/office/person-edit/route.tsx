import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { findCurrentCycle } from "#app/domain/criteria/index.server.ts";
import { birthText, type CorrectionFault, type Namesake } from "#app/domain/identity/index.ts";
import { correctPerson, readPerson } from "#app/domain/identity/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { readForm, textOf, textsOf } from "#app/server/http/form.server.ts";
import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { deskHref, useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { personIdOf } from "#app/pages/office/person/person-id.server.ts";
import { href } from "#app/routes.ts";
import { CorrectionFields } from "./correction-fields.tsx";
import { correctionForm } from "./form.ts";
import { SameName } from "./same-name.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.people.person.edit);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const personId = personIdOf(params["person"]);
  const read = await readPerson(deps, actor, { communeId, personId });
  if (!read.ok) throw new Response(null, { status: 404 });
  const file = read.value;
  const cycle = await findCurrentCycle(deps, actor);
  const known = cycle?.criteria.citizenGroups ?? [];
  const { citizenGroup } = file;
  // A group of other years is still hers.
  const isKnown = known.some(({ code }) => code === citizenGroup);
  return {
    personId,
    fullName: file.fullName,
    mark: file.mark,
    nationalIdLast4: file.nationalIdLast4,
    groups: isKnown ? known : [...known, { code: citizenGroup, name: citizenGroup }],
    typed: {
      ...correctionForm.blank,
      fullName: file.fullName,
      birth: birthText(file.birth),
      sex: file.sex,
      language: file.languages[0] ?? "other",
      citizenGroup,
      phone: file.phone ?? "",
    },
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId, named } = await requireOffice(context, request);
  const personId = personIdOf(params["person"]);
  const form = await readForm(request);
  const { typed, value, faults } = correctionForm.read(form);
  const mark = textOf(form, "dau").slice(0, 100);
  const refused = (
    wrong: readonly CorrectionFault[],
    namesakes: readonly Namesake[] = [],
    holder: string | null = null,
  ) => data({ typed, mark, faults: wrong, namesakes, holder }, { status: 422 });
  if (value === null) return refused(faults);
  const namesakesSeen = textsOf(form, "da-xem");
  const asked = { communeId, personId, form: value, mark, namesakesSeen };
  const result = await correctPerson(deps, actor, asked);
  if (result.ok) {
    const done = `${href("office/person", { person: personId })}?xong=da-sua`;
    throw redirect(deskHref(done, named), 303);
  }
  const { refusal } = result;
  switch (refusal.code) {
    case "not-official":
      throw new Response(null, { status: 403 });
    case "person-unknown":
      throw new Response(null, { status: 404 });
    case "namesake":
      return refused([refusal.code], refusal.namesakes);
    case "national-id-taken":
      return refused([refusal.code], [], refusal.personId);
    case "changed-meanwhile":
    case "nothing-changed":
    case "birth-in-future":
    case "child-without-guardian":
    case "national-id-elsewhere":
      return refused([refusal.code]);
  }
}

export default function EditPerson() {
  const words = useWords().people.correction;
  const toDesk = useDeskHref();
  const { personId, fullName, mark, nationalIdLast4, groups, typed } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fields, errors } = correctionForm.view(refused ?? { typed }, words.faults);
  const toFile = toDesk(href("office/person", { person: personId }));
  const namesakes = refused?.namesakes ?? [];
  const holder = refused?.holder ?? null;
  return (
    <OfficePage heading={words.heading(fullName)} current="people">
      <p>{words.intro}</p>
      <ErrorSummary title={words.errorTitle} errors={errors} />
      {holder === null ? null : (
        <p>
          <a href={toDesk(href("office/person", { person: holder }))}>{words.taken}</a>
        </p>
      )}
      {namesakes.length === 0 ? null : <SameName namesakes={namesakes} />}
      <form method="post" className="flow" noValidate>
        <input type="hidden" name="dau" value={refused?.mark ?? mark} />
        {namesakes.map((each) => (
          <input key={each.personId} type="hidden" name="da-xem" value={each.personId} />
        ))}
        <CorrectionFields {...{ fields, groups, nationalIdLast4 }} />
        <Actions>
          <Button icon="check">
            {namesakes.length === 0 ? words.button : words.namesakes.button}
          </Button>
          <ButtonLink href={toFile} tone="plain">
            {words.back}
          </ButtonLink>
        </Actions>
      </form>
    </OfficePage>
  );
}
