export { addEvidence, type AddEvidenceRefusal } from "./add-evidence.server.ts";
export {
  attestIndicator,
  type AttestIndicatorInput,
  type AttestIndicatorRefusal,
} from "./attest-indicator.server.ts";
export { findAttestations } from "./attestation.store.server.ts";
export { columnOfDay, dayOfColumn } from "./date-column.server.ts";
export type { FileStore } from "./deps.ts";
export { gatherFacts } from "./facts.store.server.ts";
export { findHolder } from "./holder.store.server.ts";
export { listVillagePeople, type ListVillagePeopleRefusal } from "./list-village-people.server.ts";
export { readEvidencePhoto, type ReadEvidencePhotoRefusal } from "./read-evidence-photo.server.ts";
export {
  assemblePortfolio,
  readPortfolio,
  type ReadPortfolioInput,
  type ReadPortfolioRefusal,
} from "./read-portfolio.server.ts";
export { withdrawEvidence, type WithdrawEvidenceRefusal } from "./withdraw-evidence.server.ts";
