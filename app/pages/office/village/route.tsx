import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { findVillageQueue, listVillagePeople } from "#app/domain/evaluation/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { attestedVillages, readPage } from "#app/pages/office/frame/village-desk.server.ts";
import { StateCounters } from "#app/pages/office/case/assessment-state.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { Pager } from "#app/kit/pager.tsx";
import { Residents } from "./residents.tsx";
import { QUEUE_STATES, VillageFilter } from "./village-filter.tsx";
import { VillageLists } from "./village-lists.tsx";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { searchText } from "#app/pages/office/frame/search-text.ts";
import { href } from "#app/routes.ts";
import { VillageSwitch } from "./village-switch.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (words) => words.village.nav);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const { searchParams } = new URL(request.url);
  const villages = attestedVillages(actor);
  const [first] = villages;
  if (first === undefined) throw new Response(null, { status: 403 });
  const village = villages.find(({ placeId }) => placeId === searchParams.get("thon")) ?? first;
  const asked = {
    villageId: village.placeId,
    search: searchText(searchParams),
    page: readPage(searchParams.get("trang")),
  };
  const state = QUEUE_STATES.find((each) => each === searchParams.get("ho-so")) ?? null;
  const shown = {
    ...asked,
    state,
    ownId: actor.personId,
    villageName: village.placeName,
    villages: villages.map(({ placeId, placeName }) => ({ placeId, placeName })),
  };
  const browsing = state === null && asked.search === "" && asked.page === 1;
  const queued = await findVillageQueue(
    deps,
    actor,
    state === null ? { villageId: village.placeId, state: "submitted" } : { ...asked, state },
  );
  if (!queued.ok) return { ...shown, queue: null, people: null, browsing };
  const people = state === null ? valueOf(await listVillagePeople(deps, actor, asked)) : null;
  return { ...shown, queue: queued.value, people, browsing };
}

export default function VillageList() {
  const words = useWords().village;
  const shown = useLoaderData<typeof loader>();
  const { queue, people, state, browsing, villageId, search } = shown;
  const pageHref = (page: number) =>
    `${href("office/village")}?${new URLSearchParams({ thon: villageId, tim: search, "ho-so": state ?? "", trang: String(page) })}`;
  return (
    <OfficePage heading={words.heading(shown.villageName)} current="village">
      <VillageSwitch villages={shown.villages} current={villageId} />
      {queue === null ? (
        <EmptyState icon="village" title={words.noCycle.title}>
          <p>{words.noCycle.advice}</p>
        </EmptyState>
      ) : (
        <>
          <p>{words.deadline(queue.cycle.year, queue.cycle.decideUntil)}</p>
          <StateCounters
            counts={queue.counts}
            current={state}
            hrefOf={(each) =>
              each === "draft" ? null : `${href("office/village")}?thon=${villageId}&ho-so=${each}`
            }
          />
          <VillageFilter villageId={villageId} search={search} state={state} />
          <VillageLists {...{ queue, state, browsing }} />
          {people === null ? null : (
            <Residents
              {...{ people, search }}
              ownId={shown.ownId}
              attestable={queue.cycle.criteria.attestedBy.length}
            />
          )}
          <Pager {...(people ?? queue)} hrefOf={pageHref} />
        </>
      )}
    </OfficePage>
  );
}
