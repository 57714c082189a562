import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireProvinceDesk } from "#app/pages/office/frame/province-desk.server.ts";
import { sheetFile } from "#app/pages/office/record-tables/take-sheet.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, provinceId } = await requireProvinceDesk(context, request);
  return sheetFile(context.deps, { actor, placeId: provinceId }, request);
}
