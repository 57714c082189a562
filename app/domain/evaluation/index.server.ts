export { checkRecognition } from "./check-recognition.server.ts";
export { discardDecision, type DiscardDecisionRefusal } from "./discard-decision.server.ts";
export { endorseInVillage } from "./endorse-in-village.server.ts";
export { findCurrentCycle } from "./find-current-cycle.server.ts";
export {
  findQueue,
  findVillageQueue,
  type FindQueueRefusal,
  type FindVillageQueueRefusal,
  type QueueInput,
} from "./find-queue.server.ts";
export {
  issueDecision,
  type IssueDecisionRefusal,
  type IssuedDecision,
} from "./issue-decision.server.ts";
export { loadCriteria, readCriteriaFiles, type CriteriaFiles } from "./load-criteria.server.ts";
export {
  prepareDecision,
  type PrepareDecisionRefusal,
  type PreparedDecision,
} from "./prepare-decision.server.ts";
export { provinceOverview, type ProvinceOverviewRefusal } from "./province-overview.server.ts";
export { newPublicCode } from "./public-code.server.ts";
export { readAssessment, type ReadAssessmentRefusal } from "./read-assessment.server.ts";
export { readCase, type ReadCaseRefusal } from "./read-case.server.ts";
export {
  listDecisions,
  readDecision,
  type ListDecisionsRefusal,
  type ReadDecisionRefusal,
} from "./read-decision.server.ts";
export { readRegisterEntry, type ReadRegisterEntryRefusal } from "./read-register-entry.server.ts";
export { refuseAssessment } from "./refuse-assessment.server.ts";
export { returnFromVillage } from "./return-from-village.server.ts";
export { returnToCitizen } from "./return-to-citizen.server.ts";
export type { ReviewRefusal } from "./review-case.server.ts";
export { revokeRecognition, type RevokeRecognitionRefusal } from "./revoke-recognition.server.ts";
export {
  saveAssessment,
  type SaveAssessmentRefusal,
  type SavedAssessment,
} from "./save-assessment.server.ts";
export {
  submitAssessment,
  type SubmitAssessmentRefusal,
  type SubmittedAssessment,
} from "./submit-assessment.server.ts";
export { undoAct, type UndoActRefusal, type UndoOutcome } from "./undo-act.server.ts";
export {
  verifyAssessments,
  type VerifiedAct,
  type VerifyAssessmentsRefusal,
  type VerifyOutcome,
} from "./verify-assessments.server.ts";
export {
  withdrawSubmission,
  type WithdrawSubmissionRefusal,
} from "./withdraw-submission.server.ts";
