import type { OwnScore } from "#app/domain/criteria/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { ProgressBar } from "#app/kit/progress.tsx";
import { ScoreChanged } from "./score-changed.tsx";
import { ScoreForm } from "./score-form.tsx";
import { ScoreGrounds, type ScoreGroundsProps } from "./score-grounds.tsx";

/** Why a score was not kept. */
export type ScoreFault = "score-missing" | "score-wrong" | "words-long" | "changed";

interface IndicatorScoreProps extends ScoreGroundsProps {
  readonly revision: number;
  /** As it stands now. */
  readonly own: OwnScore;
  /** The how manieth indicator it is, from 1, and of how many. */
  readonly place: number;
  readonly total: number;
  /** What was refused a moment ago, as it was typed. */
  readonly refused:
    { readonly score: string; readonly words: string; readonly fault: ScoreFault } | undefined;
  /** Code of the indicator that was kept a moment ago, or "". */
  readonly saved: string;
}

/** The one task of an indicator's screen: see what speaks for it, give it points, go on. */
export function IndicatorScore(props: IndicatorScoreProps) {
  const words = useWords().assessment;
  const { own, max, refused, saved, place, total } = props;
  const standing = { score: own.score === null ? "" : String(own.score), words: own.words };
  const { fault } = refused ?? { fault: null };
  const filled = refused === undefined || fault === "changed" ? standing : refused;
  const error = errorOf(fault, words.score.refusals);
  return (
    <>
      {error === null ? null : <ErrorSummary title={words.errorTitle} errors={[error]} />}
      {refused?.fault === "changed" ? (
        <ScoreChanged yours={refused} newest={own.score} max={max} />
      ) : null}
      {fault === null && /^\d{1,2}$/u.test(saved) ? (
        <Notice tone="success">{words.score.saved(saved)}</Notice>
      ) : null}
      <ProgressBar done={place} total={total} label={words.score.progress} />
      <ScoreGrounds {...props} />
      <ScoreForm
        {...filled}
        revision={props.revision}
        max={max}
        errors={error === null ? {} : { [error.name]: error.message }}
        onward={place === total ? words.score.finish : words.score.next}
      />
    </>
  );
}

/** The field to mend; none when it was changed elsewhere, which is no mistake. */
function errorOf(
  fault: ScoreFault | null,
  refusals: Words["assessment"]["score"]["refusals"],
): { readonly name: string; readonly message: string } | null {
  if (fault === null || fault === "changed") return null;
  return { name: fault === "words-long" ? "words" : "score", message: refusals[fault] };
}
