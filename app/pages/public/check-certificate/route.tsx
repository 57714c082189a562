import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { checkCertificate } from "#app/domain/certificates/index.server.ts";
import { cleanLine, formatPublicCode, parsePublicCode } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { CertificateVerdict } from "./certificate-verdict.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, (words) => words.certificate.check.heading),
  { name: "robots", content: "noindex" },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** For anyone who holds the paper: nobody has to sign in. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const typed = (params["code"] ?? "").slice(0, 100);
  const code = parsePublicCode(typed);
  const check = await checkCertificate(context.deps, typed);
  const shownCode = code === null ? cleanLine(typed).slice(0, 40) : formatPublicCode(code);
  return data(
    { check, code: shownCode },
    {
      status: check.status === "unknown" ? 404 : 200,
      headers: { "cache-control": "no-store", "x-robots-tag": "noindex" },
    },
  );
}

export default function CheckedCertificate() {
  const words = useWords().certificate.check;
  const { check, code } = useLoaderData<typeof loader>();
  return (
    <LearnerPage heading={words.heading}>
      <CertificateVerdict check={check} code={code} />
      <Actions>
        <ButtonLink href={href("public/check")} icon="search" tone="plain">
          {words.again}
        </ButtonLink>
        <ButtonLink href={href("public/check-badge")} icon="shield" tone="plain">
          {words.badge}
        </ButtonLink>
      </Actions>
    </LearnerPage>
  );
}
