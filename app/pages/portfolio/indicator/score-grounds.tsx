import type { Suggestion } from "#app/domain/criteria/index.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";

import { Icon } from "#app/kit/icon.tsx";
import { Sentences } from "#app/pages/portfolio/book/indicator-grounds.tsx";

export interface ScoreGroundsProps {
  readonly hint: string;
  readonly max: number;
  readonly social: boolean;
  readonly suggestion: Suggestion | null;
}

/** What counts for an indicator, and what is suggested for it with its reasons. */
export function ScoreGrounds({ hint, max, social, suggestion }: ScoreGroundsProps) {
  const words = useWords().assessment.score;
  const lang = useVietnamese();
  const suggested = suggestion?.suggested ?? null;
  return (
    <>
      <p lang={lang}>{hint}</p>
      <section className="aside aside-tip">
        <h2 className="title text-lg">
          <Icon name="tip" />
          {suggested === null ? words.noSuggestion : words.suggested(suggested, max)}
        </h2>
        {suggestion === null || suggestion.reasons.length === 0 ? (
          <p>{social ? words.social : words.empty}</p>
        ) : (
          <Sentences of={suggestion.reasons} />
        )}
      </section>
    </>
  );
}
