import { type Inline, plainText } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Inlines } from "#app/kit/inlines.tsx";

interface ArrangedProps {
  readonly name: string;
  readonly things: readonly (readonly Inline[])[];
  /** What was chosen before, one for each thing; "" where nothing was. */
  readonly value: readonly string[];
  readonly invalid: boolean;
}

/** For each thing, which number it has; the first carries the question's name as its id. */
export function PlacesOf({ name, things, value, invalid }: ArrangedProps) {
  const words = useWords().authoring.question;
  return things.map((thing, at) => (
    <label className="match place" key={at}>
      <select
        className="input"
        id={at === 0 ? name : undefined}
        name={name}
        defaultValue={value[at] ?? ""}
        aria-invalid={invalid || undefined}
      >
        <option value="">{words.noPlace}</option>
        {things.map((_, place) => (
          <option key={place} value={place}>
            {place + 1}
          </option>
        ))}
      </select>
      <span>
        <Inlines inlines={thing} />
      </span>
    </label>
  ));
}

interface PairsOfProps extends ArrangedProps {
  readonly choices: readonly (readonly Inline[])[];
  /** Of the things; "" when they are Vietnamese. */
  readonly lang: string;
}

/** For each thing, which of the choices goes with it. */
export function PairsOf({ name, things, choices, lang, value, invalid }: PairsOfProps) {
  const words = useWords().authoring.question;
  return things.map((thing, at) => (
    <label className="match" key={at}>
      <span lang={lang === "" ? undefined : lang}>
        <Inlines inlines={thing} />
      </span>
      <select
        className="input"
        id={at === 0 ? name : undefined}
        name={name}
        defaultValue={value[at] ?? ""}
        aria-invalid={invalid || undefined}
      >
        <option value="">{words.noMatch}</option>
        {choices.map((choice, place) => (
          <option key={place} value={place}>
            {plainText(choice)}
          </option>
        ))}
      </select>
    </label>
  ));
}
