export {
  CriteriaSet,
  passes,
  type Indicator,
  type OwnScore,
  type OwnScores,
  type PassResult,
} from "./criteria.ts";
export type { EvaluationDeps } from "./deps.ts";
export { type CaseFlag } from "./flags.ts";
export {
  EndorsementForm,
  IssueDecisionForm,
  PrepareDecisionForm,
  ReasonForm,
  RevisionForm,
  RevocationForm,
  ScoresForm,
  VerifyForm,
} from "./forms.ts";
export { decisionText, Process, processOf, registerNumber, validity } from "./process.ts";
export {
  formatPublicCode,
  parsePublicCode,
  type RecognitionCheck,
  type ShownRecognition,
} from "./recognition.ts";
export type { CaseSnapshot } from "./snapshot.ts";
export { AssessmentState, nextState, type AssessmentEvent } from "./states.ts";
export type {
  AssessmentView,
  CaseView,
  CommuneProgress,
  Cycle,
  DecisionName,
  DecisionSummary,
  DecisionView,
  OwnAssessment,
  ProvinceOverview,
  Queue,
  QueueRow,
  QueueState,
  RegisterEntryView,
  ReviewStep,
  ReviewView,
  RevocationView,
  VillageCount,
} from "./view.ts";
