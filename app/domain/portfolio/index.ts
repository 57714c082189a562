export { readingRight, type ReadingRight } from "./access.ts";
export type { PortfolioDeps } from "./deps.ts";
export {
  ATTESTATION_FAULTS,
  type AttestationFault,
  AttestationForm,
  EVIDENCE_A_YEAR,
  EVIDENCE_FAULTS,
  type EvidenceFault,
  EvidenceForm,
} from "./evidence.ts";
export type {
  EvidenceView,
  Portfolio,
  PortfolioHolder,
  VillagePeople,
  VillagePerson,
} from "./view.ts";
