import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import { requireProvinceRecords } from "#app/pages/office/frame/province-desk.server.ts";
import { loadLooks } from "#app/pages/office/records/record-desk.server.ts";
import { LookList } from "#app/pages/office/records/look-table.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { ProvinceDesk } from "#app/pages/office/frame/province-desk.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.records.looks.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const record = await requireProvinceRecords(context, request);
  return loadLooks(context.deps, record, request);
}

export default function Looks() {
  const words = useWords().records;
  const { looks, more } = useLoaderData<typeof loader>();
  return (
    <ProvinceDesk heading={words.looks.heading} current="records" wide>
      <LookList {...{ looks, more }} base={href("office/records-province")} />
    </ProvinceDesk>
  );
}
