import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { pageTitle } from "#app/kit/page-title.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { useOffice } from "#app/pages/office/frame/office-frame.ts";
import { AccessList } from "#app/pages/office/records/access-table.tsx";
import { loadLooks } from "#app/pages/office/records/record-desk.server.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.records.accesses.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return loadLooks(context.deps, await requireOffice(context, request), request);
}

export default function AccessLog() {
  const words = useWords().records;
  const { desk } = useOffice();
  const shown = useLoaderData<typeof loader>();
  return (
    <OfficePage heading={words.accesses.heading} current="records" wide>
      <AccessList {...shown} base={href("office/records", { desk })} />
    </OfficePage>
  );
}
