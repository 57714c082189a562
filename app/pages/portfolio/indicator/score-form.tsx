import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { useDraft } from "#app/kit/draft.ts";
import { describedBy, HintAndError, TextArea } from "#app/kit/field.tsx";
import type { FieldsOf, TextProps } from "#app/kit/form.ts";
import { href } from "#app/routes.ts";

import type { scoreForm } from "./form.ts";

interface ScoreFormProps {
  readonly revision: number;
  readonly max: number;
  readonly fields: FieldsOf<typeof scoreForm>;
  /** The label of the button that goes on. */
  readonly onward: string;
}

/** One indicator's own score: big numbers to tap, in bands that say what they mean. */
export function ScoreForm({ revision, max, fields, onward }: ScoreFormProps) {
  const words = useWords().assessment.score;
  const draft = useDraft({ done: `^${href("portfolio/assessment")}(/\\d+)?\\?xong=` });
  return (
    <form method="post" className="flow" {...draft}>
      <input type="hidden" name="revision" value={revision} />
      <ScoreChoices max={max} field={fields.score} />
      <TextArea {...fields.words} label={words.words} hint={words.wordsHint} rows={3} optional />
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
  readonly field: TextProps;
}

function ScoreChoices({ max, field }: ScoreChoicesProps) {
  const { id, error } = field;
  const words = useWords().assessment.score;
  const first = bands(max)[0]?.points[0];
  return (
    <fieldset className="field" aria-describedby={describedBy(id, undefined, error)}>
      <legend>{words.legend}</legend>
      <HintAndError id={id} hint={undefined} error={error} />
      {bands(max).map(({ band, points }) => (
        <fieldset key={band}>
          <legend className="font-normal!">{words.bands[band]}</legend>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(4.25rem,1fr))] gap-2">
            {points.map((value) => (
              <ScoreChoice key={value} value={value} first={value === first} field={field} />
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
  readonly field: TextProps;
}

function ScoreChoice({ value, first, field }: ScoreChoiceProps): ReactNode {
  const { id, name, defaultValue, required } = field;
  return (
    <label className="choice justify-center gap-2 px-2">
      <input
        id={first ? id : undefined}
        type="radio"
        {...{ name, required, value }}
        defaultChecked={defaultValue === String(value)}
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
