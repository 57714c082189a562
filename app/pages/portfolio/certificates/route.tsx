import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { issueCertificate, listMyCertificates } from "#app/domain/certificates/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { COURSE_FIELD } from "#app/pages/learn/course/certificate-offer.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { OwnCertificateCard } from "./own-certificate.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.certificate.mine.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request);
  return { certificates: await listMyCertificates(context.deps, actor) };
}

/** Gives her the certificate of a course that she completed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request);
  const form = await readForm(request);
  const courseId = textOf(form, COURSE_FIELD).slice(0, 100).replaceAll("\0", "");
  const issued = await issueCertificate(context.deps, actor, { courseId });
  if (!issued.ok) return data({ fault: issued.refusal.code }, { status: 422 });
  throw redirect(`${href("portfolio/certificates")}?xong=cap#g-${issued.value.certificateId}`, 303);
}

export default function MyCertificates() {
  const words = useWords().certificate.mine;
  const { certificates } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>()?.fault;
  const [search] = useSearchParams();
  return (
    <LearnerPage
      heading={words.heading}
      back={{ href: href("portfolio/book"), label: words.back }}
      current="portfolio"
    >
      {fault === undefined ? null : <Notice tone="error">{words.faults[fault]}</Notice>}
      {search.get("xong") === "cap" && fault === undefined && certificates.length > 0 ? (
        <Notice tone="success">{words.issued}</Notice>
      ) : null}
      {certificates.length === 0 ? (
        <EmptyState
          icon="seal"
          title={words.empty}
          action={<ButtonLink href={href("learn/catalogue")}>{words.learn}</ButtonLink>}
        >
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <>
          <p>{words.intro}</p>
          {certificates.map((certificate) => (
            <OwnCertificateCard key={certificate.id} certificate={certificate} />
          ))}
        </>
      )}
    </LearnerPage>
  );
}
