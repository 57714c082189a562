import type { Indicator, Suggestion } from "#app/domain/criteria/index.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";

import { ButtonLink } from "#app/kit/button.tsx";
import { IndicatorGrounds } from "./indicator-grounds.tsx";
import { Badge } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

interface IndicatorRowProps {
  readonly indicator: Indicator;
  /** Undefined when nothing was worked out for it. */
  readonly suggestion: Suggestion | undefined;
  readonly max: number;
  /** Whether a named person must confirm it. */
  readonly social: boolean;
}

/** One indicator in plain words with its suggested score; what it rests on is one tap away. */
export function IndicatorRow(props: IndicatorRowProps) {
  const { indicator, suggestion, max, social } = props;
  const words = useWords().portfolio.indicators;
  const lang = useVietnamese();
  const { suggested = null, reasons = [], next = [] } = suggestion ?? {};
  return (
    <details className="[border-top:2px_dashed_var(--color-sand)]">
      <summary className="py-2">
        <span>
          {indicator.code}. <span lang={lang}>{indicator.plain}</span>{" "}
          {suggested === null ? (
            <Badge tone="plain">{words.noGround}</Badge>
          ) : (
            <Badge tone="success">{words.suggested(suggested, max)}</Badge>
          )}
        </span>
      </summary>
      <div className="flow pb-4">
        <p className="hint" lang={lang}>
          {indicator.hint}
        </p>
        <IndicatorGrounds reasons={reasons} next={next} />
        {social ? <p>{words.ask}</p> : null}
        <ButtonLink
          href={`${href("portfolio/evidence-new")}?chi-so=${indicator.code}`}
          icon="plus"
          tone="plain"
        >
          {words.add}
        </ButtonLink>
      </div>
    </details>
  );
}
