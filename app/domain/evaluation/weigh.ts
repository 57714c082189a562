import { caseFlags, type CaseFlag } from "./flags.ts";
import { factsOf, type CaseSnapshot } from "./snapshot.ts";
import {
  type AttestationFact,
  type CriteriaSet,
  type PortfolioFacts,
  type Process,
  type Suggestion,
  suggestScores,
  suggestedTotal,
} from "#app/domain/criteria/index.ts";

/** What is told by records of learning, and not by people. */
export type LearningFacts = Pick<
  PortfolioFacts,
  "learning" | "courseInfo" | "meetings" | "planWeeks"
>;

/** What speaks for a case under review. */
export interface WeighedCase {
  /** From what was handed in and the attestations of now. */
  readonly suggestions: readonly Suggestion[];
  /** Null when nothing is suggested. */
  readonly suggestedTotal: number | null;
  readonly flags: readonly CaseFlag[];
}

/**
 * Weighs what was handed in. A village may attest after the hand-in, so attestations are those of now;
 * everything else is as it was frozen, unless part of that learning is no longer there (`diminished`: what
 * there is now, else null): a score is not suggested by what was erased.
 */
export function weigh(
  criteria: CriteriaSet,
  snapshot: CaseSnapshot,
  attestations: readonly AttestationFact[],
  process: Process | undefined,
  diminished: LearningFacts | null,
): WeighedCase {
  const suggestions = suggestScores(criteria, {
    ...factsOf(snapshot),
    ...diminished,
    attestations,
  });
  return {
    suggestions,
    suggestedTotal: suggestedTotal(suggestions),
    flags: caseFlags(criteria, snapshot.scores, suggestions, {
      attested: attestations.map(({ indicator }) => indicator),
      aboveSuggestionBy: process?.queue.aboveSuggestionBy ?? null,
      diminished: diminished !== null,
    }),
  };
}
