import type { LoaderFunctionArgs } from "@remix-run/node";

import { courseCertificatePdf } from "#app/domain/documents/index.server.ts";
import {
  ownFile,
  paperOf,
  requireCertificate,
} from "#app/pages/files/course-certificate.server.ts";

/** The certificate on paper, its badge attached. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const certificate = await requireCertificate(context, request, params["certificate"]);
  const bytes = await courseCertificatePdf(paperOf(certificate, context.deps.origin));
  return ownFile(new Uint8Array(bytes), {
    type: "application/pdf",
    name: "giay-chung-nhan-khoa-hoc.pdf",
  });
}
