import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { findCurrentCycle } from "#app/domain/criteria/index.server.ts";
import { listVillages, readPerson } from "#app/domain/identity/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { readForm } from "#app/server/http/form.server.ts";
import { DONE, handlePersonAction } from "./person-actions.server.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { deskHref, useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { PinMade } from "./learner-card.tsx";
import cardStyles from "./learner-card.css?url";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { BackToPeople } from "#app/pages/office/people/people-barred.tsx";
import { href } from "#app/routes.ts";
import { errorsOf } from "./form.ts";
import { personIdOf } from "./person-id.server.ts";
import { PersonHistory } from "./person-history.tsx";
import { PersonFacts } from "./people-file.tsx";
import { AttestorTask, ResetPin } from "./people-tasks.tsx";
import { PromoterTask } from "./promoter-task.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.people.person.facts.heading);
export const links: LinksFunction = () => [{ rel: "stylesheet", href: cardStyles }];
/** A PIN may stand on the page: nothing keeps it. */
export const headers: HeadersFunction = () => ({ "cache-control": "no-store" });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const personId = personIdOf(params["person"]);
  const read = await readPerson(deps, actor, { communeId, personId });
  const villages = await listVillages(deps, actor, { communeId });
  if (!read.ok || !villages.ok) throw new Response(null, { status: 404 });
  const file = read.value;
  const cycle = await findCurrentCycle(deps, actor);
  const groups = cycle?.criteria.citizenGroups ?? [];
  const beyond = file.offices.some((office) => office.communeId !== communeId);
  const done = new URL(request.url).searchParams.get("xong");
  return {
    file,
    groups,
    groupName: groups.find(({ code }) => code === file.citizenGroup)?.name ?? file.citizenGroup,
    villages: villages.value,
    barred: file.own ? ("own" as const) : beyond ? ("beyond" as const) : null,
    officeId: deps.newId(),
    done: DONE.find((known) => known === done) ?? null,
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const desk = await requireOffice(context, request);
  const personId = personIdOf(params["person"]);
  const form = await readForm(request);
  const sent = await handlePersonAction(context.deps, desk, personId, form);
  switch (sent.state) {
    case "done": {
      const done = `${href("office/person", { person: personId })}?xong=${sent.code}`;
      throw redirect(deskHref(done, desk.named), 303);
    }
    case "pin":
      return data(sent);
    case "refused":
      return data(sent, { status: 422 });
  }
}

export default function Person() {
  const words = useWords().people.person;
  const { file, groups, groupName, villages, barred, officeId, done } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const refused = sent?.state === "refused" ? sent : undefined;
  const task = {
    villages,
    refused: refused?.what,
    communeId: file.communeId,
    own: file.own,
    homeId: file.villageId,
    officeId: refused?.officeId ?? officeId,
  };
  return (
    <OfficePage heading={file.fullName} current="people">
      <BackToPeople />
      {refused === undefined ? null : (
        <ErrorSummary title={words.errorTitle} errors={errorsOf(refused.what, words.faults)} />
      )}
      {done === null || sent !== undefined ? null : (
        <Notice tone="success">{words.done[done]}</Notice>
      )}
      {sent?.state === "pin" ? <PinMade card={sent.card} /> : null}
      <PersonFacts {...{ file, groupName }} />
      <PersonTools personId={file.personId} ended={file.ended !== null} />
      <AttestorTask {...task} offices={file.offices} />
      <PromoterTask {...task} />
      {file.pinMark === null ? null : <ResetPin pinMark={file.pinMark} barred={barred} />}
      <PersonHistory
        changes={file.changes}
        groupName={(code) => groups.find((group) => group.code === code)?.name ?? code}
      />
    </OfficePage>
  );
}

interface PersonToolsProps {
  readonly personId: string;
  readonly ended: boolean;
}

function PersonTools({ personId, ended }: PersonToolsProps) {
  const words = useWords().people.person;
  const toDesk = useDeskHref();
  const person = { person: personId };
  return (
    <Actions>
      <ButtonLink href={toDesk(href("office/person-edit", person))} tone="plain">
        {words.edit}
      </ButtonLink>
      <ButtonLink href={toDesk(href("office/person-residence", person))} tone="plain">
        {ended ? words.comeBack : words.move}
      </ButtonLink>
    </Actions>
  );
}
