export { AttestationLevel } from "./attestation-level.ts";
export {
  CriteriaSet,
  passes,
  type Indicator,
  type OwnScore,
  type OwnScores,
  type PassResult,
} from "./criteria-set.ts";
export type { Cycle } from "./cycle.ts";
export type { CriteriaDeps } from "./deps.ts";
export type { AttestationFact, CourseInfo, EvidenceFact, PortfolioFacts } from "./facts.ts";
export {
  decisionText,
  Process,
  processOf,
  registerNumber,
  registerSeries,
  validity,
} from "./process.ts";
export { IndicatorCode } from "./indicator-rules.ts";
export { suggestedTotal, suggestScores, type Suggestion } from "./suggest.ts";
