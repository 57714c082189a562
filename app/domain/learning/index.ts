export { Answers, type LearningAct } from "./acts.ts";
export type { LearningDeps } from "./deps.ts";
export type { ServedQuiz } from "./served-quiz.ts";
export { Carried, HandInAct, HandInItem, type HandInReceipt } from "./hand-in.ts";
export { lessonAsAsked } from "./quiz-attempt.ts";
export { findLesson, type UnknownLesson } from "./find-lesson.ts";
export {
  courseIri,
  helperExtension,
  lessonIriOf,
  type NamedStatement,
  questionActivity,
} from "./learning-statements.ts";
export type { StatementIds } from "./statement-ids.ts";
export type { PackageCourse } from "./package-course.ts";
export {
  FINAL_LESSON_ID,
  lessonsDone,
  type AttemptResult,
  type CourseState,
  type LessonProgress,
} from "./progress.ts";
export type { PackageActs } from "./package-acts.ts";
export type { CourseRecord, LearningRecord } from "./record.ts";
