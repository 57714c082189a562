import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { formatPublicCode, parsePublicCode } from "#app/domain/evaluation/index.ts";
import { cleanLine } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
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
  const typed = new URL(request.url).searchParams.get("ma");
  if (typed === null) return data({ typed: null });
  const code = parsePublicCode(typed);
  if (code !== null)
    throw redirect(href("public/check-recognition", { code: formatPublicCode(code) }), 303);
  return data({ typed: cleanLine(typed.slice(0, 400)).slice(0, 60) }, { status: 422 });
}

export default function AskForCode() {
  const { certificate, recognition } = useWords();
  const words = recognition.ask;
  const { typed } = useLoaderData<typeof loader>();
  return (
    <LearnerPage heading={words.heading}>
      {typed === null ? null : (
        <ErrorSummary
          title={words.errorTitle}
          errors={[{ name: "ma", message: words.unreadable }]}
        />
      )}
      <p>
        {words.intro} {certificate.check.bothKinds}
      </p>
      <form className="flow">
        <TextField
          name="ma"
          label={words.code}
          hint={words.codeHint}
          error={typed === null ? undefined : words.unreadable}
          autoComplete="off"
          maxLength={60}
          defaultValue={typed ?? undefined}
          required
        />
        <Button icon="search">{words.button}</Button>
      </form>
      <ButtonLink href={href("public/check-badge")} icon="shield" tone="plain">
        {certificate.check.badge}
      </ButtonLink>
    </LearnerPage>
  );
}
