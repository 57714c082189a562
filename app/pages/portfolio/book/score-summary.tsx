import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { href } from "#app/routes.ts";

interface ScoreSummaryProps {
  /** Points that all indicators can have together. */
  readonly most: number;
  readonly suggested: number | null;
  readonly self: number | null;
  /** Whether own scores may still be given or changed. */
  readonly assessing: boolean;
  /** The same in detail. */
  readonly children: ReactNode;
}

/** Both sums side by side, what they are worth, and what to do next. */
export function ScoreSummary({ most, suggested, self, assessing, children }: ScoreSummaryProps) {
  const words = useWords().portfolio.scores;
  return (
    <Card heading={words.heading} icon="assess">
      <Facts
        rows={[
          {
            label: words.suggested,
            value: suggested === null ? words.none : words.outOf(suggested, most),
          },
          { label: words.self, value: self === null ? words.noneSelf : words.outOf(self, most) },
        ]}
      />
      <p>{words.explain}</p>
      <Actions>
        <ButtonLink
          href={href("portfolio/assessment")}
          icon="assess"
          tone={assessing ? "primary" : "plain"}
        >
          {words.assess}
        </ButtonLink>
        <ButtonLink href={href("portfolio/evidence-new")} icon="plus" tone="plain">
          {words.add}
        </ButtonLink>
        <ButtonLink href={href("files/portfolio-pdf")} icon="pdf" tone="plain">
          {words.download}
        </ButtonLink>
      </Actions>
      {children}
    </Card>
  );
}
