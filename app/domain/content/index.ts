export {
  type Block,
  type Catalogue,
  type Choice,
  type Course,
  courseMinutes,
  type Inline,
  type Lesson,
  lessonOf,
  type Question,
  questionsAsked,
  QuizRules,
  Subject,
} from "./course.ts";
export {
  judge,
  type PublicQuestion,
  publicQuestion,
  responseText,
  rightAnswerText,
} from "./judge.ts";
export { LearningRules } from "./learning-rules.ts";
export { plainText } from "./plain-text.ts";
export type { Problem } from "./problem.ts";
