import type { LoaderFunctionArgs } from "@remix-run/node";

import { paperOf, requireCertificate } from "#app/pages/files/course-certificate.server.ts";
import { paperFile } from "#app/pages/files/own-file.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

/** The certificate on paper, its badge attached. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const certificate = await requireCertificate(context, request, params["certificate"]);
  const actor = await requireActor(context, request);
  const paper = paperOf(certificate, deps.origin);
  return paperFile(deps, actor, "courseCertificatePdf", "giay-chung-nhan-khoa-hoc", paper);
}
