import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireCommuneDesk } from "#app/pages/office/frame/commune-desk.server.ts";
import { sheetFile } from "#app/pages/office/record-tables/take-sheet.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, communeId } = await requireCommuneDesk(context, request);
  return sheetFile(context.deps, { actor, placeId: communeId }, request);
}
