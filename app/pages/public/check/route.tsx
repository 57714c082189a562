import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { formatPublicCode } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { codeForm } from "./form.ts";
import { TextField } from "#app/kit/field.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, (words) => words.recognition.ask.heading),
  { name: "robots", content: "noindex" },
];

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  if (!searchParams.has("ma")) return data(null);
  const { typed, value, faults } = codeForm.read(searchParams);
  if (value === null) return data({ typed, faults }, { status: 422 });
  const code = formatPublicCode(value.code);
  throw redirect(href("public/check-recognition", { code }), 303);
}

export default function AskForCode() {
  const { certificate, recognition } = useWords();
  const words = recognition.ask;
  const refused = useLoaderData<typeof loader>();
  const { fields, errors } = codeForm.view(refused ?? undefined, words.faults);
  return (
    <LearnerPage heading={words.heading}>
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <p>
        {words.intro} {certificate.check.bothKinds}
      </p>
      <form className="flow">
        <TextField {...fields.code} label={words.code} hint={words.codeHint} autoComplete="off" />
        <Button icon="search">{words.button}</Button>
      </form>
      <ButtonLink href={href("public/check-badge")} icon="shield" tone="plain">
        {certificate.check.badge}
      </ButtonLink>
    </LearnerPage>
  );
}
