import type { AssessmentState, OwnAssessment } from "#app/domain/evaluation/index.ts";
import { dayOf } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Notice } from "#app/kit/notice.tsx";

interface AssessmentNewsProps {
  readonly own: OwnAssessment;
  /** Code of what was just done, from the address. */
  readonly done: string | null;
}

/** What just happened to the file, and what a reviewer answered. */
export function AssessmentNews({ own, done }: AssessmentNewsProps) {
  const words = useWords().assessment;
  return (
    <>
      {done === "da-luu" || done === "da-nop" || done === "da-lay-lai" ? (
        <Notice tone="success">{words.done[done]}</Notice>
      ) : null}
      <Answer own={own} />
    </>
  );
}

function Answer({ own: { assessment, cycle, open, reviews } }: { readonly own: OwnAssessment }) {
  const words = useWords().assessment;
  const state = assessment?.state ?? "draft";
  if (state === "returned" || state === "refused") {
    const review = reviews.find(({ outcome }) => outcome === state);
    if (review === undefined) return null;
    const { title, after } = words[state];
    return (
      <Notice tone="warning" title={title(review.reviewerName, dayOf(review.at))}>
        <p className="whitespace-pre-line">
          {review.reason === "" ? words.noReason : `“${review.reason}”`}
        </p>
        <p>{open || state === "refused" ? after : words.closed(lastDay(state, cycle))}</p>
      </Notice>
    );
  }
  return state === "draft" && !open ? (
    <Notice tone="warning">{words.closed(lastDay(state, cycle))}</Notice>
  ) : null;
}

function lastDay(state: AssessmentState, { submitUntil, decideUntil }: OwnAssessment["cycle"]) {
  return state === "draft" ? submitUntil : decideUntil;
}
