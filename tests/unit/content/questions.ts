import type { Inline, Question } from "#app/domain/content/index.ts";

type Of<Type extends Question["type"]> = Extract<Question, { readonly type: Type }>;

const COMMON = { id: "q1", prompt: [], explanation: [] };

function words(text: string): readonly Inline[] {
  return [{ type: "text", text }];
}

/** A question whose choices are written "x đúng" or "- sai". */
export function choosing(type: "one" | "several" | "true-false", ...choices: string[]): Question {
  return {
    ...COMMON,
    type,
    choices: choices.map((choice) => ({
      text: words(choice.slice(2)),
      correct: choice.startsWith("x"),
    })),
  };
}

export function numberOf(answer: number, overrides: Partial<Of<"number">> = {}): Question {
  return { ...COMMON, type: "number", answer, tolerance: 0, unit: "đồng", ...overrides };
}

export function wordOf(answers: readonly string[], accents: "strict" | "loose"): Question {
  return { ...COMMON, type: "word", answers, accents };
}
