export type { Block, DialogueLine, Inline, Picture, Sound, WordRow } from "./block.ts";
export type { CompetenceFramework } from "./competence-framework.ts";
export {
  type Covered,
  coveredCompetences,
  coveredIndicators,
  coveredLanguages,
} from "./coverage.ts";
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
export type { Draft } from "./draft.ts";
export {
  interactionResponse,
  judge,
  type PublicQuestion,
  publicQuestion,
  questionInteraction,
  questionWords,
  responseText,
  rightAnswerText,
  rightResponse,
} from "./judge.ts";
export { LearningRules } from "./learning-rules.ts";
export { mediaOf } from "./media-of.ts";
export type { MediaPart } from "./media-part.ts";
export { plainText } from "./plain-text.ts";
export type { Problem } from "./problem.ts";
export type { Choice } from "./questions/choice.ts";
export type { Question, QuestionType } from "./questions/kinds.ts";
