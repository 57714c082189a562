import type { CriteriaSet, PassResult } from "#app/domain/criteria/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Card } from "#app/kit/card.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { ProgressBar } from "#app/kit/progress.tsx";

interface AssessmentTotalProps {
  readonly criteria: CriteriaSet;
  readonly result: PassResult;
}

/** The sum of the own scores, and the rule it is held against, in words. */
export function AssessmentTotal({ criteria, result }: AssessmentTotalProps) {
  const words = useWords().assessment.total;
  const { indicators, max, pass } = criteria;
  const scored = indicators.length - result.missing.length;
  // An indicator that has no score yet is not one to blame.
  const below = result.belowFloor.filter((code) => !result.missing.includes(code));
  return (
    <Card heading={words.heading} icon="assess">
      <p className="text-indigo text-2xl font-bold">
        {words.sum(result.total, max * indicators.length)}
      </p>
      <ProgressBar done={scored} total={indicators.length} label={words.scored} />
      <p>{words.rule(pass.total, pass.floor)}</p>
      {result.passed ? (
        <p className="title text-leaf-deep">
          <Icon name="check" />
          {words.passed}
        </p>
      ) : null}
      {result.missing.length === 0 && result.total < pass.total ? (
        <p>{words.short(pass.total - result.total)}</p>
      ) : null}
      {below.length === 0 ? null : <p>{words.belowFloor(below, pass.floor)}</p>}
    </Card>
  );
}
