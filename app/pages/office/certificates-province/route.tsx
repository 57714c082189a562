import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import {
  actOnCertificate,
  loadCertificates,
} from "#app/pages/office/certificates/certificate-desk.server.ts";
import { requireProvinceCertificates } from "#app/pages/office/frame/province-desk.server.ts";
import { CertificateList } from "#app/pages/office/certificates/certificate-list.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { ProvinceDesk } from "#app/pages/office/frame/province-desk.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.certificate.desk.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const seat = await requireProvinceCertificates(context, request);
  return loadCertificates(context.deps, seat, request);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const seat = await requireProvinceCertificates(context, request);
  return actOnCertificate(context.deps, seat, request);
}

export default function ProvinceCertificates() {
  const words = useWords().certificate.desk;
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ProvinceDesk heading={words.heading} current="certificates" wide>
      <CertificateList base={href("office/certificates-province")} {...shown} refused={refused} />
    </ProvinceDesk>
  );
}
