import { useWords } from "#app/locales/index.ts";

import { Notice } from "#app/kit/notice.tsx";

interface ScoreChangedProps {
  /** As typed just now, and not kept. */
  readonly yours: { readonly score: string; readonly words: string };
  readonly newest: number | null;
  readonly max: number;
}

/** The score was changed on another phone meanwhile: what stands, and what was meant here. */
export function ScoreChanged({ yours, newest, max }: ScoreChangedProps) {
  const { score: words, list } = useWords().assessment;
  return (
    <Notice tone="warning" title={words.changed.title}>
      <p>
        {words.changed.newest(newest === null ? list.notScored : list.score(newest, max))}{" "}
        {words.changed.yours(list.score(Number(yours.score), max))}
      </p>
      {yours.words === "" ? null : <p>{words.changed.yourWords(yours.words)}</p>}
      <p>{words.changed.after}</p>
    </Notice>
  );
}
