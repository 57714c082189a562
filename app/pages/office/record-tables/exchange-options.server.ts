import { courseIri } from "#app/domain/learning/index.ts";
import { VERBS } from "#app/domain/xapi/index.ts";
import type { Words } from "#app/locales/index.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";

const OUR_VERBS = ["initialized", "answered", "passed", "failed", "completed"] as const;

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Our courses as activities to choose from. */
export function courseOptions({ catalogue, baseIri }: Deps): readonly Option[] {
  return catalogue().map(({ id, title }) => ({ value: courseIri(baseIri, id), label: title }));
}

/** The verbs of our own learning, in the reader's language. */
export function verbOptions({ records: { verbs } }: Words): readonly Option[] {
  return OUR_VERBS.map((verb) => ({
    value: VERBS[verb].id,
    label: `${verbs[verb].charAt(0).toLocaleUpperCase("vi")}${verbs[verb].slice(1)}`,
  }));
}
