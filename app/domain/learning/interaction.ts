import {
  interactionResponse,
  judge,
  plainText,
  type Question,
  questionInteraction,
} from "#app/domain/content/index.ts";
import type { Activity, StatementInput } from "#app/domain/xapi/index.ts";

type Interaction = Partial<NonNullable<Activity["definition"]>>;
type Texts = ReturnType<typeof questionInteraction>["choices"];

/** How a question is told in the interaction types of xAPI 1.0.3 §4.1.4.1 (2.0 §4.2.2.3). */
export function interactionOf(question: Question): Interaction {
  const told = questionInteraction(question);
  return {
    interactionType: told.interactionType,
    ...componentsOf("choices", told.choices),
    ...componentsOf("source", told.source),
    ...componentsOf("target", told.target),
    correctResponsesPattern: [...told.correctResponsesPattern],
  };
}

/** Components are named by their place as they are shown, from "0". */
function componentsOf(name: "choices" | "source" | "target", texts: Texts): Interaction {
  if (texts === undefined) return {};
  const components = texts.map((text, place) => ({
    id: String(place),
    description: { vi: plainText(text) },
  }));
  return { [name]: components };
}

/** What was answered and whether it is right, as a statement's result. */
export function resultOf(
  question: Question,
  response: readonly string[],
): NonNullable<StatementInput["result"]> {
  return {
    response: interactionResponse(question, response),
    success: judge(question, response).correct,
  };
}
