import type { Indicator } from "#app/domain/criteria/index.ts";
import type { CaseView } from "#app/domain/evaluation/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Icon } from "#app/kit/icon.tsx";
import { Sentences } from "#app/pages/portfolio/book/indicator-grounds.tsx";

interface CaseIndicatorsProps {
  readonly file: CaseView;
}

/** Each indicator as it was handed in: points, the person's own words, and what the suggestion rests on. */
export function CaseIndicators({ file }: CaseIndicatorsProps) {
  return (
    <ol className="grid gap-3 lg:grid-cols-2">
      {file.cycle.criteria.indicators.map((indicator) => (
        <li key={indicator.code} className="card flow">
          <h3>
            <span className="number">{indicator.code}</span>
            {indicator.name}
          </h3>
          <Points file={file} indicator={indicator} />
          <Grounds file={file} indicator={indicator} />
        </li>
      ))}
    </ol>
  );
}

interface OfIndicator extends CaseIndicatorsProps {
  readonly indicator: Indicator;
}

function Points({ file: { snapshot, suggestions, cycle }, indicator: { code } }: OfIndicator) {
  const words = useWords().desk.caseFile.indicator;
  const { max, pass } = cycle.criteria;
  const { score: self, words: said } = snapshot.scores[code] ?? { score: null, words: "" };
  const suggested = suggestions.find((known) => known.code === code)?.suggested ?? null;
  const points = (score: number | null) =>
    score === null ? words.none : words.points(formatNumber(score), formatNumber(max));
  return (
    <>
      <p className="meta">
        <span>
          {words.self}: <strong>{points(self)}</strong>
        </span>
        <span>
          {words.suggested}: <strong>{points(suggested)}</strong>
        </span>
        {(self ?? 0) < pass.floor ? (
          <span className="error">
            <Icon name="warning" size={20} />
            {words.belowFloor}
          </span>
        ) : null}
      </p>
      {said === "" ? null : (
        <>
          <h4 className="hint">{words.own}</h4>
          <blockquote className="whitespace-pre-line">{said}</blockquote>
        </>
      )}
    </>
  );
}

function Grounds({ file: { suggestions }, indicator: { code } }: OfIndicator) {
  const words = useWords().desk.caseFile.indicator;
  const reasons = suggestions.find((known) => known.code === code)?.reasons ?? [];
  return (
    <>
      <h4 className="hint">{words.reasons}</h4>
      {reasons.length === 0 ? <p>{words.noReasons}</p> : <Sentences of={reasons} />}
    </>
  );
}
