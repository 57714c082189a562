import type { CaseView } from "#app/domain/evaluation/index.ts";
import { dayOf, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Card } from "#app/kit/card.tsx";
import { CaseChanges } from "#app/pages/office/case/case-changes.tsx";
import { CaseFlags } from "#app/pages/office/case/case-flags.tsx";
import { ScoreChart } from "#app/pages/portfolio/book/score-chart.tsx";

/** The own scores as they were handed in, what stands out in them, and what changed since. */
export function HandedInScores({ file }: { readonly file: CaseView }) {
  const { handedIn: words } = useWords().village.person;
  const { none } = useWords().common.score;
  const { cycle, snapshot, result, now, flags } = file;
  const { indicators, max, pass } = cycle.criteria;
  const said = indicators.flatMap(({ code }) => {
    const own = snapshot.scores[code]?.words ?? "";
    return own === "" ? [] : [{ code, own }];
  });
  return (
    <Card heading={words.heading} icon="assess">
      <p>{words.on(dayOf(new Date(snapshot.frozenAt)))}</p>
      <p>
        <strong>
          {words.total(
            result.total,
            now.suggestedTotal === null ? none : words.points(formatNumber(now.suggestedTotal)),
          )}
        </strong>{" "}
        {words.rule(pass.total, pass.floor)}
      </p>
      <CaseFlags flags={flags} passTotal={pass.total} />
      {said.length === 0 ? null : (
        <>
          <h3>{words.words}</h3>
          <ul className="bullets">
            {said.map(({ code, own }) => (
              <li key={code}>{words.wordsOf(code, own)}</li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{words.chart}</summary>
        <ScoreChart
          caption={words.chart}
          rows={indicators.map(({ code, name }) => ({
            code,
            label: name,
            suggested: now.suggestions.find((each) => each.code === code)?.suggested ?? null,
            self: snapshot.scores[code]?.score ?? null,
            floor: pass.floor,
            max,
          }))}
        />
      </details>
      <details>
        <summary>{words.since}</summary>
        <CaseChanges file={file} />
      </details>
    </Card>
  );
}
