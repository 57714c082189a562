import type { OwnAssessment } from "#app/domain/evaluation/index.ts";
import { dayOf } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { StepTrail } from "#app/kit/progress.tsx";

type TrailWords = Words["assessment"]["trail"];
type Step = { readonly state: "done" | "now" | "next"; readonly detail?: string };
type Own = Pick<OwnAssessment, "cycle" | "assessment" | "open" | "reviews" | "recognition">;

/** Where the year's file stands: own scores, village, commune, decision. */
export function AssessmentTrail(own: Own) {
  const words = useWords().assessment.trail;
  return (
    <StepTrail
      steps={[
        { label: words.score, ...scoreStep(own, words) },
        { label: words.village, ...villageStep(own, words) },
        { label: words.commune, ...communeStep(own, words) },
        { label: words.decision, ...decisionStep(own, words) },
      ]}
    />
  );
}

function scoreStep({ assessment, open, cycle }: Own, words: TrailWords): Step {
  const state = assessment?.state ?? "draft";
  if (state === "draft") {
    return {
      state: "now",
      detail: open ? words.scoreUntil(cycle.submitUntil) : words.scoreClosed(cycle.submitUntil),
    };
  }
  if (state === "returned") return { state: "now", detail: words.repairUntil(cycle.decideUntil) };
  const at = assessment?.submittedAt ?? null;
  return at === null ? { state: "done" } : { state: "done", detail: words.handedIn(dayOf(at)) };
}

function villageStep({ assessment, reviews }: Own, words: TrailWords): Step {
  switch (assessment?.state ?? "draft") {
    case "draft":
    case "returned":
      return { state: "next" };
    case "submitted":
      return { state: "now", detail: words.waitsVillage };
    case "endorsed":
    case "verified":
    case "refused":
    case "recognised": {
      const last = reviews.find(({ outcome }) => outcome === "endorsed");
      return last === undefined
        ? { state: "done" }
        : { state: "done", detail: words.agreed(last.reviewerName, dayOf(last.at)) };
    }
  }
}

function communeStep({ assessment, reviews }: Own, words: TrailWords): Step {
  const state = assessment?.state ?? "draft";
  switch (state) {
    case "draft":
    case "returned":
    case "submitted":
      return { state: "next" };
    case "endorsed":
      return { state: "now", detail: words.waitsCommune };
    case "refused":
      return { state: "now", ...dayOfReview(reviews, "refused", words.refused) };
    case "verified":
    case "recognised":
      return { state: "done", ...dayOfReview(reviews, "verified", words.verified) };
  }
}

function dayOfReview(
  reviews: Own["reviews"],
  wanted: "refused" | "verified",
  say: TrailWords["verified"],
): { readonly detail?: string } {
  const review = reviews.find(({ outcome }) => outcome === wanted);
  return review === undefined ? {} : { detail: say(dayOf(review.at)) };
}

function decisionStep({ assessment, cycle, recognition }: Own, words: TrailWords): Step {
  if (recognition !== null) {
    const { decisionNumber, decidedOn, revocation } = recognition;
    if (revocation !== null) return { state: "now", detail: words.revoked(revocation.revokedOn) };
    return { state: "done", detail: words.decided(decisionNumber, decidedOn) };
  }
  if (assessment?.state !== "verified") return { state: "next" };
  return { state: "now", detail: words.waitsDecision(cycle.decideUntil) };
}
