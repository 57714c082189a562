import { EVIDENCE_A_YEAR } from "#app/domain/portfolio/index.ts";
import type { Words } from "#app/locales/index.ts";

type FormWords = Words["portfolio"]["form"];

const FIELD_OF = {
  "title-short": "title",
  "title-long": "title",
  "description-long": "description",
  "indicators-missing": "indicators",
  "day-wrong": "happenedOn",
  "in-future": "happenedOn",
  "too-old": "happenedOn",
  "picture-empty": "photo",
  "not-a-picture": "photo",
  "picture-too-large": "photo",
  "picture-too-detailed": "photo",
  "picture-format": "photo",
} as const satisfies Record<keyof FormWords["refusals"], string>;

/** What is wrong with a form of evidence: the field and a sentence, one for each code. */
export function evidenceFaults(codes: readonly string[], words: FormWords) {
  return [...new Set(codes)].map((code) => {
    if (isKnown(code)) return { name: FIELD_OF[code], message: words.refusals[code] };
    return code === "too-many"
      ? { name: "happenedOn", message: words.tooMany(EVIDENCE_A_YEAR) }
      : { name: "indicators", message: words.refusals["indicators-missing"] };
  });
}

function isKnown(code: string): code is keyof typeof FIELD_OF {
  return Object.hasOwn(FIELD_OF, code);
}
