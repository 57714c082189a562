import type { OwnScore } from "#app/domain/criteria/index.ts";
import type { ScoreFault } from "#app/domain/evaluation/index.ts";
import { useWords } from "#app/locales/index.ts";

import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { ProgressBar } from "#app/kit/progress.tsx";
import { scoreForm } from "./form.ts";
import { ScoreChanged } from "./score-changed.tsx";
import { ScoreForm } from "./score-form.tsx";
import { ScoreGrounds, type ScoreGroundsProps } from "./score-grounds.tsx";

interface IndicatorScoreProps extends ScoreGroundsProps {
  readonly revision: number;
  /** As it stands now. */
  readonly own: OwnScore;
  /** The how manieth indicator it is, from 1, and of how many. */
  readonly place: number;
  readonly total: number;
  /** What was refused a moment ago, as it was typed. */
  readonly refused:
    { readonly typed: typeof scoreForm.blank; readonly faults: readonly ScoreFault[] } | undefined;
  /** Code of the indicator that was kept a moment ago, or "". */
  readonly saved: string;
}

/** The one task of an indicator's screen: see what speaks for it, give it points, go on. */
export function IndicatorScore(props: IndicatorScoreProps) {
  const words = useWords().assessment;
  const { own, max, refused, saved, place, total } = props;
  const standing = { score: own.score === null ? "" : String(own.score), words: own.words };
  // No mistake of hers: what stands is shown, and beside it what she meant.
  const changed = refused?.faults[0] === "changed" ? refused.typed : null;
  const { fields, errors } = scoreForm.view(
    refused === undefined || changed !== null ? { typed: standing } : refused,
    { ...words.score.refusals, changed: words.score.changed.title },
  );
  return (
    <>
      <ErrorSummary title={words.errorTitle} errors={errors} />
      {changed === null ? null : <ScoreChanged yours={changed} newest={own.score} max={max} />}
      {refused === undefined && /^\d{1,2}$/u.test(saved) ? (
        <Notice tone="success">{words.score.saved(saved)}</Notice>
      ) : null}
      <ProgressBar done={place} total={total} label={words.score.progress} />
      <ScoreGrounds {...props} />
      <ScoreForm
        fields={fields}
        revision={props.revision}
        max={max}
        onward={place === total ? words.score.finish : words.score.next}
      />
    </>
  );
}
