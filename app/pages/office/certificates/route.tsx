import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { pageTitle } from "#app/kit/page-title.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { useOffice } from "#app/pages/office/frame/office-frame.ts";
import { href } from "#app/routes.ts";

import { actOnCertificate, loadCertificates } from "./certificate-desk.server.ts";
import { certificateForm } from "./form.ts";
import { CertificateList } from "./certificate-list.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.certificate.desk.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return loadCertificates(context.deps, await requireOffice(context, request), request);
}

export async function action({ request, context }: ActionFunctionArgs) {
  return actOnCertificate(context.deps, await requireOffice(context, request), request);
}

export default function Certificates() {
  const words = useWords().certificate.desk;
  const { desk } = useOffice();
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const base = href("office/certificates", { desk });
  return (
    <OfficePage heading={words.heading} current="certificates" switchHref={base} wide>
      <CertificateList
        base={base}
        {...shown}
        view={certificateForm.view(refused, words.refusals)}
      />
    </OfficePage>
  );
}
