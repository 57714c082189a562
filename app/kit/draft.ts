import { useWords } from "#app/locales/index.ts";

import { useFrame } from "./frame-context.tsx";

interface DraftOptions {
  /** A regular expression of addresses to which an answer leads that took the form, and nothing else. */
  readonly done: string;
  /** Of a form that is answered once, such as a quiz: what is written in one is not shown in the next. */
  readonly token?: string;
}

/** What makes the page's script keep what is written in a form until it was taken (offline/page/drafts.ts). */
export function useDraft({ done, token = "" }: DraftOptions) {
  const { person } = useFrame();
  const { restored } = useWords().offline;
  if (person === null) return {};
  return {
    "data-draft-of": person.key,
    "data-draft-done": done,
    "data-draft-token": token,
    "data-draft-told": restored,
  };
}
