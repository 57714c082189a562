import { courseIri } from "#app/domain/learning/index.ts";
import { VERBS } from "#app/domain/xapi/index.ts";

import type { Deps } from "./deps.server.ts";

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Our courses as activities to choose from. */
export function courseOptions({ catalogue, baseIri }: Deps): readonly Option[] {
  return catalogue().map(({ id, title }) => ({ value: courseIri(baseIri, id), label: title }));
}

/** The verbs of our own learning, in Vietnamese. */
export function verbOptions(): readonly Option[] {
  return Object.values(VERBS).map(({ id, display: { vi } }) => ({
    value: id,
    label: `${vi.charAt(0).toLocaleUpperCase("vi")}${vi.slice(1)}`,
  }));
}
