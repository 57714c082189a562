import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { useDraft } from "#app/kit/draft.ts";
import { describedBy, HintAndError, TextArea } from "#app/kit/field.tsx";
import { href } from "#app/routes.ts";

interface ScoreFormProps {
  readonly revision: number;
  readonly max: number;
  /** As typed; "" while nothing is chosen. */
  readonly score: string;
  readonly words: string;
  readonly errors: { readonly score?: string | undefined; readonly words?: string | undefined };
  /** The label of the button that goes on. */
  readonly onward: string;
}

/** One indicator's own score: big numbers to tap, in bands that say what they mean. */
export function ScoreForm({ revision, max, score, words: said, errors, onward }: ScoreFormProps) {
  const words = useWords().assessment.score;
  const draft = useDraft({ done: `^${href("portfolio/assessment")}(/\\d+)?\\?xong=` });
  return (
    <form method="post" className="flow" {...draft}>
      <input type="hidden" name="revision" value={revision} />
      <ScoreChoices max={max} chosen={score} error={errors.score} />
      <TextArea
        name="words"
        label={words.words}
        hint={words.wordsHint}
        error={errors.words}
        defaultValue={said}
        maxLength={500}
        rows={3}
        optional
      />
      <Actions>
        <Button icon="next" name="then" value="next">
          {onward}
        </Button>
        <Button icon="list" tone="plain" name="then" value="list">
          {words.toList}
        </Button>
      </Actions>
    </form>
  );
}

interface ScoreChoicesProps {
  readonly max: number;
  readonly chosen: string;
  readonly error: string | undefined;
}

function ScoreChoices({ max, chosen, error }: ScoreChoicesProps) {
  const words = useWords().assessment.score;
  const first = bands(max)[0]?.points[0];
  return (
    <fieldset className="field" aria-describedby={describedBy("score", undefined, error)}>
      <legend>{words.legend}</legend>
      <HintAndError id="score" hint={undefined} error={error} />
      {bands(max).map(({ band, points }) => (
        <fieldset key={band}>
          <legend className="font-normal!">{words.bands[band]}</legend>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(4.25rem,1fr))] gap-2">
            {points.map((value) => (
              <ScoreChoice key={value} value={value} first={value === first} chosen={chosen} />
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}

interface ScoreChoiceProps {
  readonly value: number;
  /** Whether an error summary leads here. */
  readonly first: boolean;
  readonly chosen: string;
}

function ScoreChoice({ value, first, chosen }: ScoreChoiceProps): ReactNode {
  return (
    <label className="choice justify-center gap-2 px-2">
      <input
        id={first ? "score" : undefined}
        type="radio"
        name="score"
        value={value}
        defaultChecked={chosen === String(value)}
        required
      />
      <strong>{value}</strong>
    </label>
  );
}

const BANDS = ["little", "some", "fair", "good"] as const;
/** Where each band begins, as a part of the most: 0, 3, 5 and 8 of 10. */
const BEGINNINGS = [0, 0.3, 0.5, 0.8] as const;

function bands(max: number) {
  const all = Array.from({ length: max + 1 }, (_, points) => points);
  return BANDS.map((band, at) => ({
    band,
    points: all.filter((points) => {
      const until = BEGINNINGS[at + 1] ?? Number.POSITIVE_INFINITY;
      return points >= (BEGINNINGS[at] ?? 0) * max && points < until * max;
    }),
  }));
}
