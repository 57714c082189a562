export { readingRight, type DataSubject, type ReadingRight } from "./access.ts";
export type { PortfolioDeps } from "./deps.ts";
export { AttestationForm, EVIDENCE_A_YEAR, EvidenceForm } from "./evidence.ts";
export type { AttestationFact, CourseInfo, EvidenceFact, PortfolioFacts } from "./facts.ts";
export { AttestationLevel, IndicatorRules, type CriteriaPart } from "./rules.ts";
export { photoKey } from "./photo-key.ts";
export { suggestedTotal, suggestScores, type Suggestion } from "./suggest.ts";
export type {
  EvidencePhoto,
  EvidenceView,
  Portfolio,
  PortfolioHolder,
  VillagePeople,
  VillagePerson,
} from "./view.ts";
