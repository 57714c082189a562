export { findCompletions } from "./completed-lessons.store.server.ts";
export { type CourseCompletion, holdCompletion } from "./completion.store.server.ts";
export { replayQuarantined } from "./replay-quarantined.server.ts";
export {
  startQuizAttempt,
  findOpenQuiz,
  findTriesLeft,
  type NoTriesLeft,
} from "./start-quiz-attempt.server.ts";
export { forgetAnswers, forgetLearner } from "./forget.store.server.ts";
export type { HandInDeps } from "./apply-item.server.ts";
export { handIn, type HandInInput } from "./hand-in.server.ts";
export { keepLessonVersions, type LessonVersionRef } from "./lesson-version.store.server.ts";
export { openLesson } from "./open-lesson.server.ts";
export { readLearningRecord } from "./record.store.server.ts";
export { readLessonVersion } from "./read-lesson-version.server.ts";
export { readMyAttempt, readMyCourse, readMyCourses } from "./read-progress.server.ts";
export { findPackageCourses, namePackageCourse } from "./package-course.store.server.ts";
export { rebuildProgress } from "./rebuild-progress.server.ts";
export { recordPackageActs } from "./record-package-acts.server.ts";
export { keepAnswersOf, saveAnswers, type SaveAnswersRefusal } from "./save-answers.server.ts";
export { findTold, storeOwnStatements } from "./own-statements.server.ts";
export { statementIdsBy } from "./statement-ids.server.ts";
export { submitQuiz, type SubmitQuizRefusal } from "./submit-quiz.server.ts";
export { tickPractice, type TickPracticeRefusal } from "./tick-practice.server.ts";
