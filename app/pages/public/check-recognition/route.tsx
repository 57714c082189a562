import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { checkCertificate } from "#app/domain/certificates/index.server.ts";
import { formatPublicCode, parsePublicCode } from "#app/domain/evaluation/index.ts";
import { checkRecognition } from "#app/domain/evaluation/index.server.ts";
import { cleanLine } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";
import { RecognitionVerdict } from "./recognition-verdict.tsx";

export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, (words) => words.recognition.heading),
  { name: "robots", content: "noindex" },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** For anyone who holds a paper: nobody has to sign in. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const typed = (params["code"] ?? "").slice(0, 100);
  const code = parsePublicCode(typed);
  const check = await checkRecognition(context.deps, typed);
  // Codes of both kinds of paper are typed into the same box.
  if (check.status === "unknown" && code !== null) {
    const certificate = await checkCertificate(context.deps, code);
    if (certificate.status !== "unknown") {
      throw redirect(href("public/check-certificate", { code: formatPublicCode(code) }), 303);
    }
  }
  const shownCode = code === null ? cleanLine(typed).slice(0, 40) : formatPublicCode(code);
  return data(
    { check, code: shownCode },
    {
      status: check.status === "unknown" ? 404 : 200,
      headers: { "cache-control": "no-store", "x-robots-tag": "noindex" },
    },
  );
}

export default function CheckedRecognition() {
  const words = useWords().recognition;
  const { check, code } = useLoaderData<typeof loader>();
  return (
    <LearnerPage heading={words.heading}>
      <RecognitionVerdict check={check} code={code} />
      <ButtonLink href={href("public/check")} icon="search" tone="plain">
        {words.again}
      </ButtonLink>
    </LearnerPage>
  );
}
