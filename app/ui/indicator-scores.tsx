import type { CriteriaSet, OwnScores } from "#app/domain/evaluation/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Badge } from "./progress.tsx";

interface IndicatorScoresProps {
  readonly criteria: CriteriaSet;
  readonly scores: OwnScores;
  /** Each indicator leads to its own page. */
  readonly linked: boolean;
}

/** Every indicator in plain words with the score given so far. */
export function IndicatorScores({ criteria, scores, linked }: IndicatorScoresProps) {
  const {
    list: words,
    score: { heading },
  } = useWords().assessment;
  return (
    <ol className="grid gap-2">
      {criteria.indicators.map(({ code, plain }) => {
        const own = scores[code];
        const score = own?.score ?? null;
        const said = own?.words ?? "";
        return (
          <li key={code} className="card relative grid gap-1">
            <span className="number">{heading(code)}</span>
            {linked ? (
              <a className="after:absolute after:inset-0" href={`/tu-danh-gia/${code}`}>
                {plain}
              </a>
            ) : (
              <span>{plain}</span>
            )}
            <span>
              {score === null ? (
                <Badge tone="plain">{words.notScored}</Badge>
              ) : (
                <Badge tone={score < criteria.pass.floor ? "warning" : "success"} icon="check">
                  {words.score(score, criteria.max)}
                </Badge>
              )}
            </span>
            {said === "" ? null : <span className="hint">{words.words(said)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
