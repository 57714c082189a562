export type { Block, DialogueLine, Inline, Picture, Sound, WordRow } from "./block.ts";
export {
  type Catalogue,
  type Course,
  courseMinutes,
  type Lesson,
  lessonOf,
  questionsAsked,
  QuizRules,
  type Sheet,
  Subject,
} from "./course.ts";
export {
  judge,
  type PublicQuestion,
  publicQuestion,
  responseText,
  rightAnswerText,
  rightResponse,
} from "./judge.ts";
export { LearningRules } from "./learning-rules.ts";
export { type MediaPart, mediaOf } from "./media-of.ts";
export { plainText } from "./plain-text.ts";
export type { Draft, Problem } from "./problem.ts";
export type { Choice, Question } from "./question.ts";
