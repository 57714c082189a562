import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { provinceOverview } from "#app/domain/evaluation/index.server.ts";
import { dayOf, yearOf } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { ProvinceCommunes, ProvinceHead } from "./province-communes.tsx";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { ProvinceTotals } from "./province-totals.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.desk.province.navItem);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const {
    actor,
    placeId: provinceId,
    placeName: provinceName,
  } = await requireOffice(context, request);
  const year = yearOf(dayOf(deps.now()));
  const overview = await provinceOverview(deps, actor, { provinceId, year });
  if (overview.ok) return { name: overview.value.provinceName, year, overview: overview.value };
  if (overview.refusal.code === "no-cycle") return { name: provinceName, year, overview: null };
  throw new Response(null, { status: 403 });
}

export default function Province() {
  const { province: words } = useWords().desk;
  const { name, year, overview } = useLoaderData<typeof loader>();
  return (
    <OfficePage heading={words.heading(name, year)} current="overview" wide>
      {overview === null || overview.communes.length === 0 ? (
        <EmptyState icon="village" title={words.empty.title}>
          {words.empty.advice}
        </EmptyState>
      ) : (
        <>
          <ProvinceHead total={overview.total} />
          <h2>{words.totals}</h2>
          <ProvinceTotals counts={overview.total.counts} />
          <h2>{words.table.caption}</h2>
          <ProvinceCommunes overview={overview} />
        </>
      )}
    </OfficePage>
  );
}
