import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import { requireCommuneRecords } from "#app/pages/office/frame/commune-desk.server.ts";
import { loadLooks } from "#app/pages/office/records/record-desk.server.ts";
import { LookList } from "#app/pages/office/records/look-table.tsx";
import { CommuneDesk } from "#app/pages/office/frame/commune-desk.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.records.looks.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const record = await requireCommuneRecords(context, request);
  return loadLooks(context.deps, record, request);
}

export default function Looks() {
  const words = useWords().records;
  const { looks, more } = useLoaderData<typeof loader>();
  return (
    <CommuneDesk heading={words.looks.heading} current="records" wide>
      <LookList {...{ looks, more }} base={href("office/records-commune")} />
    </CommuneDesk>
  );
}
