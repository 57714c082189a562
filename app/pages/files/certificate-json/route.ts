import type { LoaderFunctionArgs } from "@remix-run/node";

import { readPayload } from "#app/domain/certificates/index.ts";
import { requireCertificate } from "#app/pages/files/course-certificate.server.ts";
import { ownFile } from "#app/pages/files/own-file.server.ts";

/** What the badge says, for reading: its signature is in the .jwt alone. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { credential } = await requireCertificate(context, request, params["certificate"]);
  const text = JSON.stringify(readPayload(credential), null, 2);
  return ownFile(text, { type: "application/json", name: "huy-hieu.json" });
}
