import type { LoaderFunctionArgs } from "@remix-run/node";

import { BADGE_FILE } from "#app/domain/documents/index.ts";
import { requireCertificate } from "#app/pages/files/course-certificate.server.ts";
import { ownFile } from "#app/pages/files/own-file.server.ts";

/** The certificate as Open Badge 3.0. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { credential } = await requireCertificate(context, request, params["certificate"]);
  return ownFile(credential, { type: "application/vc+jwt", name: BADGE_FILE });
}
