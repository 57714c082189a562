import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { statementSheet } from "#app/pages/office/record-tables/take-sheet.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return statementSheet(context.deps, await requireOffice(context, request), request);
}
