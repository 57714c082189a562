import type { ReviewView } from "#app/domain/evaluation/index.ts";
import { formatInstant } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { Icon, type IconName } from "#app/kit/icon.tsx";
import { href } from "#app/routes.ts";

const icons = {
  endorsed: "check",
  verified: "check",
  returned: "back",
  refused: "cross",
  reopened: "edit",
} as const satisfies Record<ReviewView["outcome"], IconName>;

/** Who said what of a case, with the name and office of that day; the newest first. */
export function ReviewHistory({ reviews }: { readonly reviews: readonly ReviewView[] }) {
  const words = useWords().desk.caseFile.history;
  const toDesk = useDeskHref();
  if (reviews.length === 0) return <p>{words.none}</p>;
  return (
    <ol className="flow">
      {reviews.map((review) => (
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
          {isUndoable(review) ? (
            <p className="no-print">
              <a
                className="inline-block py-3"
                href={toDesk(href("office/bulk-review", { act: review.actId }))}
              >
                {words.act}
              </a>
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function isUndoable({ step, outcome }: ReviewView): boolean {
  return step === "commune" && (outcome === "verified" || outcome === "refused");
}
