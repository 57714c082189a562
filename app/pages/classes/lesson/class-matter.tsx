import { useWords } from "#app/locales/index.ts";

import { Inlines } from "#app/kit/inlines.tsx";
import { Recording } from "#app/pages/learn/blocks/lesson-media.tsx";
import type { AskedQuestion } from "#app/pages/learn/blocks/question.tsx";

interface ClassMatterProps {
  readonly asked: AskedQuestion;
  readonly mediaBase: string;
  /** Hands are raised for its choices, which stand beside the counts. */
  readonly votesFirst: boolean;
}

/** What a group needs before it answers: the sound, the words to say, the things to put in order or together. */
export function ClassMatter({ asked, mediaBase, votesFirst }: ClassMatterProps) {
  const { media } = useWords().authoring;
  const { sound, text, left, choices = [], lang = "" } = asked;
  const spoken = lang === "" ? undefined : lang;
  return (
    <>
      {text === undefined ? null : (
        <p className="model" lang={spoken}>
          {text}
        </p>
      )}
      {sound === undefined ? null : (
        <Recording {...{ sound, mediaBase }} lang={lang || "vi"} label={media.listen} />
      )}
      {left === undefined ? null : <Things things={left} lang={spoken} />}
      {votesFirst || choices.length === 0 ? null : <Things things={choices} lang={undefined} />}
    </>
  );
}

interface ThingsProps {
  readonly things: NonNullable<AskedQuestion["left"]>;
  readonly lang: string | undefined;
}

function Things({ things, lang }: ThingsProps) {
  return (
    <ul className="bullets" lang={lang}>
      {things.map((thing, place) => (
        <li key={place}>
          <Inlines inlines={thing} />
        </li>
      ))}
    </ul>
  );
}
