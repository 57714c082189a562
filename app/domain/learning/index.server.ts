export { findCompletions } from "./completed-lessons.store.server.ts";
export { forgetAnswers, forgetLearner } from "./forget.store.server.ts";
export { openLesson } from "./open-lesson.server.ts";
export { readLearningRecord } from "./record.store.server.ts";
export { readMyAttempt, readMyCourse, readMyCourses } from "./read-progress.server.ts";
export { findPackageCourses, namePackageCourse } from "./package-course.store.server.ts";
export { rebuildProgress } from "./rebuild-progress.server.ts";
export { recordPackageActs } from "./record-package-acts.server.ts";
export { submitQuiz, type SubmitQuizRefusal } from "./submit-quiz.server.ts";
