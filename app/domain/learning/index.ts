export { Answers, type LearningAct } from "./acts.ts";
export type { LearningDeps } from "./deps.ts";
export type { DrawnQuiz } from "./drawn-quiz.ts";
export { Carried, HandInAct, HandInItem, type HandInReceipt } from "./hand-in.ts";
export { lessonAsAsked } from "./quiz-draw.ts";
export { findLesson } from "./find-lesson.ts";
export { courseIri } from "./learning-statements.ts";
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
