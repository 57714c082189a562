import {
  judge,
  plainText,
  publicQuestion,
  type Question,
  rightResponse,
} from "#app/domain/content/index.ts";
import type { Activity, StatementInput } from "#app/domain/xapi/index.ts";

type Interaction = Partial<NonNullable<Activity["definition"]>>;

/** How a question is told in the interaction types of xAPI 1.0.3 §4.1.4.1 (2.0 §4.2.2.3). */
export function interactionOf(question: Question): Interaction {
  switch (question.type) {
    case "one":
    case "several":
    case "true-false":
    case "picture":
    case "listen":
      return {
        interactionType: "choice",
        choices: componentsOf(publicQuestion(question).choices),
        correctResponsesPattern: [told(question, rightResponse(question))],
      };
    case "number":
      return {
        interactionType: "numeric",
        correctResponsesPattern: [
          `${question.answer - question.tolerance}[:]${question.answer + question.tolerance}`,
        ],
      };
    case "word":
      return { interactionType: "fill-in", correctResponsesPattern: [...question.answers] };
    case "order":
      return {
        interactionType: "sequencing",
        choices: componentsOf(publicQuestion(question).choices),
        correctResponsesPattern: [told(question, rightResponse(question))],
      };
    case "match": {
      const { left, choices } = publicQuestion(question);
      return {
        interactionType: "matching",
        source: componentsOf(left),
        target: componentsOf(choices),
        correctResponsesPattern: [told(question, rightResponse(question))],
      };
    }
    case "read-aloud":
      return {
        interactionType: "other",
        correctResponsesPattern: [told(question, rightResponse(question))],
      };
  }
}

/** Components are named by their place as they are shown, from "0". */
function componentsOf(texts: ReturnType<typeof publicQuestion>["choices"] = []) {
  return texts.map((text, place) => ({
    id: String(place),
    description: { vi: plainText(text) },
  }));
}

/** What was answered and whether it is right, as a statement's result. */
export function resultOf(
  question: Question,
  response: readonly string[],
): NonNullable<StatementInput["result"]> {
  return { response: told(question, response), success: judge(question, response).correct };
}

/** A response in the form of its interaction type. */
function told(question: Question, response: readonly string[]): string {
  switch (question.type) {
    case "one":
    case "several":
    case "true-false":
    case "picture":
    case "listen":
    case "number":
    case "word":
    case "read-aloud":
      return response.join("[,]");
    case "order":
      return sequenceOf(response).join("[,]");
    case "match":
      return response.map((target, source) => `${source}[.]${target}`).join("[,]");
  }
}

/** The things as shown, in the order that was given to them: "1", "2", "0" becomes 2, 0, 1. */
function sequenceOf(response: readonly string[]): readonly number[] {
  return response
    .map((given, thing) => ({ given: Number(given), thing }))
    .toSorted((a, b) => a.given - b.given)
    .map(({ thing }) => thing);
}
