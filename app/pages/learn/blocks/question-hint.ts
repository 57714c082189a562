import type { PublicQuestion } from "#app/domain/content/index.ts";
import type { useWords } from "#app/locales/index.ts";

/** How a question of this type is answered. */
export function questionHint(
  type: PublicQuestion["type"],
  { common, authoring }: Pick<ReturnType<typeof useWords>, "common" | "authoring">,
): string {
  switch (type) {
    case "one":
      return common.question.one;
    case "several":
      return common.question.several;
    case "true-false":
      return common.question.trueFalse;
    case "number":
      return common.question.number;
    case "word":
      return common.question.word;
    case "picture":
    case "listen":
    case "order":
    case "match":
      return authoring.question[type];
    case "read-aloud":
      return authoring.question.readAloud;
  }
}
