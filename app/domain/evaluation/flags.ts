import {
  type CriteriaSet,
  type OwnScores,
  type Suggestion,
  passes,
} from "#app/domain/criteria/index.ts";

/** What a reviewer should look at; a case with nothing to look at is "clear". */
export type CaseFlag =
  | { readonly code: "clear" }
  | { readonly code: "below-total"; readonly total: number }
  | { readonly code: "below-floor"; readonly indicators: readonly string[] }
  | { readonly code: "above-suggestion"; readonly indicators: readonly string[] }
  | { readonly code: "no-evidence"; readonly indicators: readonly string[] }
  | { readonly code: "no-attestation"; readonly indicators: readonly string[] }
  /** Part of the learning that was handed in is no longer there. */
  | { readonly code: "records-gone" };

/** What stands out in a case beside what is suggested for it. */
export function caseFlags(
  criteria: CriteriaSet,
  scores: OwnScores,
  suggestions: readonly Suggestion[],
  known: {
    /** Codes of the indicators that somebody attested. */
    readonly attested: readonly string[];
    /** Points above the suggestion that stand out; null when the process does not say. */
    readonly aboveSuggestionBy: number | null;
    /** Whether part of the learning that was handed in is no longer there. */
    readonly diminished: boolean;
  },
): readonly CaseFlag[] {
  const { total, belowFloor } = passes(criteria, scores);
  const unattested = criteria.attestedBy.filter((code) => !known.attested.includes(code));
  const unsupported = suggestions
    .filter(({ code, suggested }) => suggested === null && !unattested.includes(code))
    .map(({ code }) => code);
  const above = suggestions
    .filter(
      ({ code, suggested }) =>
        suggested !== null &&
        known.aboveSuggestionBy !== null &&
        (scores[code]?.score ?? 0) >= suggested + known.aboveSuggestionBy,
    )
    .map(({ code }) => code);
  const flags: CaseFlag[] = known.diminished ? [{ code: "records-gone" }] : [];
  if (total < criteria.pass.total) flags.push({ code: "below-total", total });
  if (belowFloor.length > 0) flags.push({ code: "below-floor", indicators: belowFloor });
  if (above.length > 0) flags.push({ code: "above-suggestion", indicators: above });
  if (unsupported.length > 0) flags.push({ code: "no-evidence", indicators: unsupported });
  if (unattested.length > 0) flags.push({ code: "no-attestation", indicators: unattested });
  return flags.length === 0 ? [{ code: "clear" }] : flags;
}
