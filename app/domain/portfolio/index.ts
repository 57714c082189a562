export { readingRight, type ReadingRight } from "./access.ts";
export type { PortfolioDeps } from "./deps.ts";
export { AttestationForm, EVIDENCE_A_YEAR, EvidenceForm } from "./evidence.ts";
export type { AttestationFact, PortfolioFacts } from "./facts.ts";
export { AttestationLevel, IndicatorCode, IndicatorRules, type CriteriaPart } from "./rules.ts";
export { suggestedTotal, suggestScores, type Suggestion } from "./suggest.ts";
export type {
  EvidenceView,
  Portfolio,
  PortfolioHolder,
  VillagePeople,
  VillagePerson,
} from "./view.ts";
