import type { MetaFunction } from "@remix-run/node";

import { useLanguage, useWords } from "#app/locales/index.ts";
import { LANGUAGE_NAMES } from "#app/locales/language-names.ts";
import { languageOf } from "#app/locales/languages.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.offline.heading);

/**
 * Kept on the phone by the service worker and shown in the place of any page that does not come. It is
 * asked for as nobody, so whoever holds the phone may read another language: each says it below, folded.
 */
export default function NoSignal() {
  const words = useWords().offline;
  const { code } = useLanguage();
  const others = LANGUAGE_NAMES.filter((other) => other.code !== code);
  return (
    <LearnerPage heading={words.heading} foot={false}>
      <EmptyState
        icon="warning"
        title={words.title}
        action={
          <ButtonLink href="" icon="next">
            {words.again}
          </ButtonLink>
        }
      >
        <p>{words.advice}</p>
        <p>{words.kept}</p>
      </EmptyState>
      {others.map((other) => (
        <InLanguage key={other.code} {...other} />
      ))}
    </LearnerPage>
  );
}

function InLanguage({ code, name }: (typeof LANGUAGE_NAMES)[number]) {
  const { words, pageLang } = languageOf(code);
  return (
    <details lang={pageLang}>
      <summary>{name}</summary>
      <p>
        <strong>{words.offline.title}.</strong> {words.offline.advice}
      </p>
    </details>
  );
}
