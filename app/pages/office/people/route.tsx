import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listPeople, listVillages } from "#app/domain/identity/index.server.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { Pager } from "#app/kit/pager.tsx";
import { href } from "#app/routes.ts";
import { peopleHref, readPeopleAddress, registerHref } from "./people-address.ts";
import { RegistrationBarred } from "./people-barred.tsx";
import { PeopleFilter } from "./people-filter.tsx";
import { PeopleTable } from "./people-table.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.people.list.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, placeId: communeId } = await requireOffice(context, request);
  const address = readPeopleAddress(new URL(request.url).searchParams);
  const { villageId, search, gone, page } = address;
  const standing = gone ? ("gone" as const) : ("here" as const);
  const villages = await listVillages(context.deps, actor, { communeId });
  const asked = { communeId, villageId: villageId ?? undefined, search, page, standing };
  const listed = await listPeople(context.deps, actor, asked);
  if (!villages.ok || !listed.ok) throw new Response(null, { status: 403 });
  return { address, villages: villages.value, listed: listed.value };
}

export default function People() {
  const words = useWords().people.list;
  const toDesk = useDeskHref();
  const { address, villages, listed } = useLoaderData<typeof loader>();
  if (villages.length === 0) {
    return (
      <OfficePage heading={words.heading} current="people" switchHref={href("office/people")}>
        <RegistrationBarred lacking="villages" />
      </OfficePage>
    );
  }
  const filtered = address.villageId !== null || address.search !== "" || address.gone;
  const { empty } = words;
  return (
    <OfficePage heading={words.heading} current="people" switchHref={href("office/people")} wide>
      <Actions>
        <ButtonLink href={toDesk(registerHref(address.villageId))} icon="plus">
          {words.register}
        </ButtonLink>
        <ButtonLink href={toDesk(href("office/villages"))} icon="village" tone="plain">
          {words.villages}
        </ButtonLink>
      </Actions>
      <PeopleFilter villages={villages} address={address} />
      {listed.found === 0 ? (
        <EmptyState icon="people" title={filtered ? empty.filtered : empty.none}>
          {filtered ? empty.filteredAdvice : empty.noneAdvice}
        </EmptyState>
      ) : (
        <>
          <p className="hint">{words.found(formatNumber(listed.found))}</p>
          <PeopleTable people={listed.people} />
        </>
      )}
      <Pager
        page={listed.page}
        pages={listed.pages}
        hrefOf={(page) => toDesk(peopleHref({ ...address, page }))}
      />
    </OfficePage>
  );
}
