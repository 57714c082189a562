import type { Block } from "./block.ts";
import type { Interaction, QuestionWords, ShownQuestion } from "./questions/kind.ts";
import { kindOf, type Question, type QuestionType } from "./questions/kinds.ts";

/** A question as it goes to a learner: nothing in it tells the answer. */
export interface PublicQuestion extends ShownQuestion {
  readonly id: string;
  readonly type: QuestionType;
  readonly prompt: readonly Block[];
}

/**
 * Whether a response is right. Refuses nothing: what is no answer is simply not right.
 * @param response what its kind calls a response, see `right` there
 */
export function judge(
  question: Question,
  response: readonly string[],
): { readonly correct: boolean } {
  return { correct: kindOf(question).isRight(question, response) };
}

/** A response that is right. */
export function rightResponse(question: Question): readonly string[] {
  return kindOf(question).right(question);
}

/** The right answer in words: "câu đúng", "350.000 đồng", "hello / hi". Several are joined by "; ". */
export function rightAnswerText(question: Question): string {
  return kindOf(question).rightText(question);
}

/** What was answered, in words; "" when nothing was. Places that name nothing are passed over. */
export function responseText(question: Question, response: readonly string[]): string {
  return kindOf(question).text(question, response);
}

export function publicQuestion(question: Question): PublicQuestion {
  const { id, type, prompt } = question;
  return { id, type, prompt, ...kindOf(question).shown(question) };
}

/** How a question is told in the interaction types of xAPI. */
export function questionInteraction(question: Question): Interaction {
  return kindOf(question).interaction(question);
}

/** A response in the form of its interaction type. */
export function interactionResponse(question: Question, response: readonly string[]): string {
  return kindOf(question).told(response);
}

/** Words of a question beside its prompt and its explanation. */
export function questionWords(question: Question): readonly QuestionWords[] {
  return kindOf(question).words(question);
}
