import type { Inline, Question } from "#app/domain/content/index.ts";

type Of<Type extends Question["type"]> = Extract<Question, { readonly type: Type }>;

const COMMON = { id: "q1", prompt: [], explanation: [] };

function words(text: string): readonly Inline[] {
  return [{ type: "text", text }];
}

/** A question whose choices are written "x đúng" or "- sai". */
export function choosing(type: "one" | "several" | "true-false", ...choices: string[]): Question {
  return { ...COMMON, type, ...choicesOf(choices) };
}

function choicesOf(choices: readonly string[]) {
  return {
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

/** Steps in their right order. */
export function orderOf(...steps: readonly string[]): Question {
  return { ...COMMON, type: "order", items: steps.map((step) => words(step)) };
}

/** Pairs written "hello – xin chào". */
export function matchOf(...pairs: readonly string[]): Question {
  return {
    ...COMMON,
    type: "match",
    lang: "en",
    pairs: pairs.map((pair) => {
      const [left = "", right = ""] = pair.split(" – ");
      return { left: words(left), right: words(right) };
    }),
  };
}

/** Groups written "cây: ngô, lúa". */
export function sortOf(...groups: readonly string[]): Question {
  return {
    ...COMMON,
    type: "sort",
    groups: groups.map((group) => words(group.split(": ")[0] ?? "")),
    things: groups.flatMap((group, place) =>
      (group.split(": ")[1] ?? "").split(", ").map((text) => ({ text: words(text), group: place })),
    ),
  };
}

export function readAloud(text: string): Question {
  return { ...COMMON, type: "read-aloud", lang: "en", text, sound: null };
}

const SOUND = { src: "media/a.mp3?v=0123456789", bytes: 900, seconds: 2 };

/** As `choosing`, of what is heard. */
export function listening(...choices: string[]): Question {
  const { choices: read } = choicesOf(choices);
  return { ...COMMON, type: "listen", lang: "en", sound: SOUND, choices: read };
}

/** As `choosing`, each a picture of that name. */
export function picturesOf(...choices: string[]): Question {
  const picture = { width: 320, height: 180, bytes: 900, small: null };
  return {
    ...COMMON,
    type: "picture",
    choices: choicesOf(choices).choices.map((choice, at) => ({
      ...choice,
      picture: { ...picture, src: `media/${at}.svg`, alt: choices[at]?.slice(2) ?? "" },
    })),
  };
}
