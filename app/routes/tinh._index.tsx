import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { provinceOverview } from "#app/domain/evaluation/index.server.ts";
import { dayOf, yearOf } from "#app/domain/kernel/index.ts";
import { useWords, vi } from "#app/locales/index.ts";
import { requireActor } from "#app/server/request-context.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DeskPage } from "#app/ui/page-frame.tsx";
import { ProvinceCommunes, ProvinceHead } from "#app/ui/province-communes.tsx";
import { ProvinceTotals } from "#app/ui/province-totals.tsx";

export const meta: MetaFunction = () => [
  { title: `${vi.desk.province.matter} – ${vi.common.productName}` },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const office = actor.offices.find(({ role }) => role === "provincial_officer");
  if (office === undefined) throw new Response(null, { status: 403 });
  const year = yearOf(dayOf(deps.now()));
  const overview = await provinceOverview(deps, actor, { provinceId: office.placeId, year });
  if (overview.ok) return { name: overview.value.provinceName, year, overview: overview.value };
  if (overview.refusal.code === "no-cycle") return { name: office.placeName, year, overview: null };
  throw new Response(null, { status: 403 });
}

export default function Province() {
  const { province: words, matters } = useWords().desk;
  const { name, year, overview } = useLoaderData<typeof loader>();
  return (
    <DeskPage
      heading={words.heading(name, year)}
      wide
      nav={[
        { href: "/tinh", label: words.matter, icon: "shield", current: true },
        { href: "/hoc", label: matters.learn, icon: "learn", current: false },
      ]}
    >
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
    </DeskPage>
  );
}
