import type { Subject } from "#app/domain/content/index.ts";
import { dayOf, formatDay, formatNumber, yearOf } from "#app/domain/kernel/index.ts";
import type { CourseRecord } from "#app/domain/learning/index.ts";

import type { PortfolioFacts } from "./facts.ts";
import type { CriteriaSet } from "./criteria-set.ts";
import type { IndicatorRules, MeasuredRule, Rule } from "./rules.ts";

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

interface Finding {
  /** Null when the rule found nothing. */
  readonly points: number | null;
  readonly reason: string | null;
  readonly next: string | null;
  /** Points that the next step would give. */
  readonly nextPoints: number;
}

interface Measure {
  readonly value: number;
  readonly titles: readonly string[];
  /** Of how many the value is; the value itself where nothing was asked for. */
  readonly of?: number;
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
  const findings = indicator.rules.map((rule) => find(rule, indicator.code, criteria, facts));
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

function find(rule: Rule, code: string, criteria: Scored, facts: PortfolioFacts): Finding {
  return rule.kind === "attestation"
    ? findAttested(rule, code, criteria, facts)
    : findMeasured(rule, measure(rule, code, facts));
}

function findAttested(
  rule: Extract<Rule, { kind: "attestation" }>,
  code: string,
  criteria: Scored,
  facts: PortfolioFacts,
): Finding {
  const top = Math.max(...criteria.attestationScale.map(({ points }) => points));
  const [best] = facts.attestations
    .filter(({ indicator }) => indicator === code)
    .flatMap((attestation) => {
      const level = criteria.attestationScale.find(
        ({ code: known }) => known === attestation.level,
      );
      return level === undefined ? [] : [{ attestation, level }];
    })
    .toSorted((a, b) => b.level.points - a.level.points);
  if (best === undefined) return { points: null, reason: null, next: rule.next, nextPoints: top };
  return {
    points: best.level.points,
    reason: fill(rule.sentence, {
      level: best.level.words,
      attestor: best.attestation.attestorName,
      office: best.attestation.attestorOffice,
      day: formatDay(best.attestation.attestedOn),
      points: formatNumber(best.level.points),
    }),
    next: null,
    nextPoints: best.level.points,
  };
}

function findMeasured(rule: MeasuredRule, { value, titles, of = value }: Measure): Finding {
  const reached = rule.steps.findLast(({ atLeast }) => value >= atLeast);
  const following = rule.steps.find(({ atLeast }) => value < atLeast);
  const words = {
    value: formatNumber(value),
    of: formatNumber(of),
    titles: titles.map((title) => `“${title}”`).join(", "),
  };
  const points = reached?.points ?? null;
  return {
    points,
    reason:
      points === null ? null : fill(rule.sentence, { ...words, points: formatNumber(points) }),
    next:
      following === undefined ? null : fill(rule.next, { ...words, ...toCome(following, value) }),
    nextPoints: following?.points ?? 0,
  };
}

function toCome({ atLeast, points }: MeasuredRule["steps"][number], value: number) {
  return {
    missing: formatNumber(atLeast - value),
    atLeast: formatNumber(atLeast),
    nextPoints: formatNumber(points),
  };
}

function measure(rule: MeasuredRule, code: string, facts: PortfolioFacts): Measure {
  switch (rule.kind) {
    case "minutes":
      return { value: facts.learning.minutes, titles: [] };
    case "lessons":
      return { value: facts.learning.lessonsCompleted, titles: [] };
    case "activeWeeks":
      return { value: facts.learning.activeWeeks, titles: [] };
    case "courses": {
      const done = completedCourses(facts, rule.subject);
      return { value: done.length, titles: done.map(({ title }) => title) };
    }
    case "finalScore":
      return bestFinal(facts, rule.subject);
    case "ownEvidence": {
      const own = facts.evidence.filter(({ indicators }) => indicators.includes(code));
      return { value: own.length, titles: own.map(({ title }) => title) };
    }
    case "meetings":
      return { value: facts.meetings, titles: [] };
    case "planWeeks":
      return { value: facts.planWeeks.kept, of: facts.planWeeks.of, titles: [] };
  }
}

function bestFinal(facts: PortfolioFacts, subject: Subject | undefined): Measure {
  const [best] = completedCourses(facts, subject)
    .map(({ course, title }) => ({ title, percent: percentOf(course.finalScaled ?? 0) }))
    .toSorted((a, b) => b.percent - a.percent);
  return best === undefined
    ? { value: 0, titles: [] }
    : { value: best.percent, titles: [best.title] };
}

function completedCourses(facts: PortfolioFacts, subject: Subject | undefined) {
  return facts.learning.courses.filter(isOfYear(facts.learning.year)).flatMap((course) => {
    const info = facts.courseInfo.find(({ courseId }) => courseId === course.courseId);
    if (subject !== undefined && info?.subject !== subject) return [];
    return [{ course, title: info?.title ?? course.courseId }];
  });
}

function isOfYear(year: number) {
  return ({ completedAt }: CourseRecord) =>
    completedAt !== null && yearOf(dayOf(completedAt)) === year;
}

/** Whole percent, never rounded up into a step that was not reached. */
function percentOf(scaled: number): number {
  return Math.floor(scaled * 100 + 1e-9);
}

function fill(sentence: string, words: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => words[name] ?? whole);
}
