export type { EvaluationDeps } from "./deps.ts";
export { type CaseFlag } from "./flags.ts";
export {
  ENDORSEMENT_FAULTS,
  type EndorsementFault,
  EndorsementForm,
  ISSUE_FAULTS,
  type IssueFault,
  IssueDecisionForm,
  OPINION_FAULTS,
  type OpinionFault,
  PREPARE_FAULTS,
  type PrepareFault,
  PrepareDecisionForm,
  REASON_FAULTS,
  type ReasonFault,
  ReasonForm,
  RevisionForm,
  REVOCATION_FAULTS,
  type RevocationFault,
  RevocationForm,
  ScoresForm,
  seenCaseText,
  VERIFY_FAULTS,
  type VerifyFault,
  VerifyForm,
} from "./forms.ts";
export { formatPublicCode, parsePublicCode } from "#app/domain/kernel/index.ts";
export type { RecognitionCheck, ShownRecognition } from "./recognition.ts";
export { AssessmentState, nextState, type AssessmentEvent } from "./states.ts";
export type {
  ActView,
  CaseView,
  DecisionName,
  DecisionSummary,
  DecisionView,
  NamedCase,
  OwnAssessment,
  ProvinceOverview,
  Queue,
  QueueRow,
  QueueState,
  RegisterEntryView,
  RegisterLine,
  ReviewView,
  VillageCount,
  VillageResident,
  VillageResidents,
} from "./view.ts";
