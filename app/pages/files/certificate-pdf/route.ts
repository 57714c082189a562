import type { LoaderFunctionArgs } from "@remix-run/node";

import {
  ownFile,
  paperOf,
  requireCertificate,
} from "#app/pages/files/course-certificate.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

/** The certificate on paper, its badge attached. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { work, origin } = context.deps;
  const certificate = await requireCertificate(context, request, params["certificate"]);
  const { accountId } = await requireActor(context, request);
  const bytes = await work.run("courseCertificatePdf", accountId, paperOf(certificate, origin));
  return ownFile(new Uint8Array(bytes), {
    type: "application/pdf",
    name: "giay-chung-nhan-khoa-hoc.pdf",
  });
}
