import type { CriteriaSet, OwnScores } from "#app/domain/criteria/index.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";

import { Badge } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

interface IndicatorScoresProps {
  readonly criteria: CriteriaSet;
  readonly scores: OwnScores;
  /** Each indicator leads to its own page. */
  readonly linked: boolean;
}

/** Every indicator in plain words with the score given so far. */
export function IndicatorScores({ criteria, scores, linked }: IndicatorScoresProps) {
  const words = useWords().assessment.list;
  const lang = useVietnamese();
  return (
    <ol className="grid gap-2">
      {criteria.indicators.map(({ code, plain }) => {
        const own = scores[code];
        const score = own?.score ?? null;
        const said = own?.words ?? "";
        return (
          <li key={code} className="card relative">
            {code}.{" "}
            {linked ? (
              <a
                className="whole"
                href={href("portfolio/indicator", { indicator: code })}
                lang={lang}
              >
                {plain}
              </a>
            ) : (
              <span lang={lang}>{plain}</span>
            )}{" "}
            <ScoreBadge score={score} max={criteria.max} floor={criteria.pass.floor} />
            {said === "" ? null : <p className="hint">{words.words(said)}</p>}
          </li>
        );
      })}
    </ol>
  );
}

interface ScoreBadgeProps {
  readonly score: number | null;
  readonly max: number;
  readonly floor: number;
}

function ScoreBadge({ score, max, floor }: ScoreBadgeProps) {
  const words = useWords().assessment.list;
  if (score === null) return <Badge tone="plain">{words.notScored}</Badge>;
  return score < floor ? (
    <Badge tone="warning" icon="warning">
      {words.score(score, max)}
    </Badge>
  ) : (
    <Badge tone="success" icon="check">
      {words.score(score, max)}
    </Badge>
  );
}
