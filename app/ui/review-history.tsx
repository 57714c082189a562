import type { ReviewView } from "#app/domain/evaluation/index.ts";
import { formatInstant } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Icon, type IconName } from "./icon.tsx";

const icons = {
  endorsed: "check",
  verified: "check",
  returned: "back",
  refused: "cross",
  reopened: "edit",
} as const satisfies Record<ReviewView["outcome"], IconName>;

interface ReviewHistoryProps {
  readonly reviews: readonly ReviewView[];
  /** Where one press is told whole, or null where it was of one case and cannot be undone. */
  readonly actHref: (review: ReviewView) => string | null;
}

/** Who said what of a case, with the name and office of that day; the newest first. */
export function ReviewHistory({ reviews, actHref }: ReviewHistoryProps) {
  const words = useWords().desk.caseFile.history;
  if (reviews.length === 0) return <p>{words.none}</p>;
  return (
    <ol className="flow">
      {reviews.map((review) => {
        const href = actHref(review);
        return (
          <li key={review.id}>
            <p className="title">
              <Icon name={icons[review.outcome]} />
              {words.step[review.step]}: {words.outcome[review.outcome]}
            </p>
            <p className="hint">
              {formatInstant(review.at)} · {review.reviewerName}, {review.reviewerOffice}
            </p>
            {review.reason === "" ? null : (
              <blockquote className="whitespace-pre-line">{review.reason}</blockquote>
            )}
            {href === null ? null : (
              <p className="no-print">
                <a className="inline-block py-3" href={href}>
                  {words.act}
                </a>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
