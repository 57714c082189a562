import type { CriteriaSet } from "./criteria-set.ts";
import type { PortfolioFacts } from "./facts.ts";
import type { IndicatorRules } from "./indicator-rules.ts";
import { findBy } from "./rules/kinds.ts";

/** What the facts let one suggest for one indicator. A person decides; this never awards a point. */
export interface Suggestion {
  /** Code of the indicator. */
  readonly code: string;
  /** Points, or null when nothing speaks for the indicator. */
  readonly suggested: number | null;
  /** Full sentences: what the suggestion rests on; empty exactly when `suggested` is null. */
  readonly reasons: readonly string[];
  /** Full sentences: what would raise it. */
  readonly next: readonly string[];
}

/** What suggestions go by. */
type Scored = Pick<CriteriaSet, "max" | "attestationScale"> & {
  readonly indicators: readonly Readonly<IndicatorRules>[];
};

/** One suggestion per indicator, in the order of the criteria. */
export function suggestScores(criteria: Scored, facts: PortfolioFacts): readonly Suggestion[] {
  return criteria.indicators.map((indicator) => suggestFor(indicator, criteria, facts));
}

/** Sum of what is suggested, or null when nothing is. */
export function suggestedTotal(
  suggestions: readonly Pick<Suggestion, "suggested">[],
): number | null {
  const points = suggestions.flatMap(({ suggested }) => (suggested === null ? [] : [suggested]));
  return points.length === 0 ? null : points.reduce((sum, each) => sum + each, 0);
}

function suggestFor(
  indicator: IndicatorRules,
  criteria: Scored,
  facts: PortfolioFacts,
): Suggestion {
  const { attestationScale } = criteria;
  const asked = { code: indicator.code, attestationScale, facts };
  const findings = indicator.rules.map((rule) => findBy(rule, asked));
  const points = findings.flatMap((finding) => (finding.points === null ? [] : [finding.points]));
  const combined =
    indicator.combine === "best"
      ? Math.max(...points)
      : points.reduce((sum, each) => sum + each, 0);
  const suggested = points.length === 0 ? null : Math.min(criteria.max, combined);
  return {
    code: indicator.code,
    suggested,
    reasons: findings.flatMap(({ reason }) => (reason === null ? [] : [reason])),
    next: findings.flatMap(({ next, nextPoints }) =>
      next !== null && raises(indicator.combine, nextPoints, suggested ?? 0, criteria.max)
        ? [next]
        : [],
    ),
  };
}

function raises(
  combine: IndicatorRules["combine"],
  nextPoints: number,
  suggested: number,
  max: number,
): boolean {
  return suggested < max && (combine === "sum" || nextPoints > suggested);
}
