import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { pageTitle } from "#app/kit/page-title.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { useOffice } from "#app/pages/office/frame/office-frame.ts";
import { loadRecord } from "#app/pages/office/records/record-desk.server.ts";
import { RecordFileView } from "#app/pages/office/records/record-file.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.records.file.heading);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  return loadRecord(context.deps, await requireOffice(context, request), params["statement"]);
}

export default function Record() {
  const words = useWords().records;
  const { desk } = useOffice();
  const { file } = useLoaderData<typeof loader>();
  return (
    <OfficePage heading={words.file.heading} current="records">
      <RecordFileView file={file} base={href("office/records", { desk })} />
    </OfficePage>
  );
}
