export type { EvaluationDeps } from "./deps.ts";
export { type CaseFlag } from "./flags.ts";
export {
  EndorsementForm,
  ISSUE_FAULTS,
  type IssueFault,
  IssueDecisionForm,
  PREPARE_FAULTS,
  type PrepareFault,
  PrepareDecisionForm,
  ReasonForm,
  RevisionForm,
  REVOCATION_FAULTS,
  type RevocationFault,
  RevocationForm,
  ScoresForm,
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
