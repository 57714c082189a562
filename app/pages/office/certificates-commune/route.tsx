import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import {
  actOnCertificate,
  loadCertificates,
} from "#app/pages/office/certificates/certificate-desk.server.ts";
import { requireCommuneCertificates } from "#app/pages/office/frame/commune-desk.server.ts";
import { CertificateList } from "#app/pages/office/certificates/certificate-list.tsx";
import { CommuneDesk } from "#app/pages/office/frame/commune-desk.tsx";
import { DeskSwitch } from "#app/pages/office/frame/desk-switch.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.certificate.desk.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { communes, ...seat } = await requireCommuneCertificates(context, request);
  const loaded = await loadCertificates(context.deps, seat, request);
  return { ...loaded, desk: { communes, current: seat.desk.placeId } };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const seat = await requireCommuneCertificates(context, request);
  return actOnCertificate(context.deps, seat, request);
}

export default function CommuneCertificates() {
  const words = useWords().certificate.desk;
  const { desk, ...shown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <CommuneDesk heading={words.heading} current="certificates" wide>
      <DeskSwitch {...desk} href={href("office/certificates-commune")} />
      <CertificateList base={href("office/certificates-commune")} {...shown} refused={refused} />
    </CommuneDesk>
  );
}
