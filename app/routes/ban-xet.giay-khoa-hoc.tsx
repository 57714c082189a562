import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { useWords } from "#app/locales/index.ts";
import { actOnCertificate, loadCertificates } from "#app/server/certificate-desk.server.ts";
import { requireCommuneCertificates } from "#app/server/commune-desk.server.ts";
import { CertificateList } from "#app/ui/certificate-list.tsx";
import { CommuneDesk } from "#app/ui/commune-desk.tsx";
import { DeskSwitch } from "#app/ui/desk-switch.tsx";
import { pageTitle } from "#app/ui/page-title.ts";

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
      <DeskSwitch {...desk} href="/ban-xet/giay-khoa-hoc" />
      <CertificateList base="/ban-xet/giay-khoa-hoc" {...shown} refused={refused} />
    </CommuneDesk>
  );
}
