import type { ComponentType, ReactNode } from "react";

import { plainText, type PublicQuestion, type QuestionType } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { PairsOf, PlacesOf } from "./arranged-answer.tsx";
import { ChoiceGroup, type ChoiceOption } from "#app/kit/choice-group.tsx";
import { describedBy, HintAndError } from "#app/kit/field.tsx";
import { useFrame } from "#app/kit/frame-context.tsx";
import { WordsInVietnamese } from "#app/kit/in-vietnamese.tsx";
import { Inlines } from "#app/kit/inlines.tsx";
import { PictureOnDemand, PictureView, Recording } from "./lesson-media.tsx";

type Always = "id" | "type" | "prompt";

/** A public question after its way through a loader, where an absent field may be `undefined`. */
export type AskedQuestion = Pick<PublicQuestion, Always> & {
  readonly [Field in Exclude<keyof PublicQuestion, Always>]?: PublicQuestion[Field] | undefined;
};

export interface AnswerProps {
  readonly question: AskedQuestion;
  readonly mediaBase: string;
  /** What was answered before, as `judge` takes it. */
  readonly value?: readonly string[] | undefined;
  readonly error?: string | undefined;
  readonly name: string;
  readonly hint: string;
  readonly legend: ReactNode;
  /** What stands between the question and its answers. */
  readonly rest: ReactNode;
}

/** How each type of question is answered, without script. */
export const ANSWERS: Readonly<Record<QuestionType, ComponentType<AnswerProps>>> = {
  one: ChosenAnswer,
  several: ChosenAnswer,
  "true-false": ChosenAnswer,
  picture: ChosenAnswer,
  listen: ChosenAnswer,
  "read-aloud": ChosenAnswer,
  number: TypedAnswer,
  word: TypedAnswer,
  order: PlacedAnswer,
  match: PairedAnswer,
  sort: SortedAnswer,
};

function ChosenAnswer(props: AnswerProps) {
  const { name, question, mediaBase, hint, legend, rest, value, error } = props;
  const words = useWords().authoring;
  const { dataSaver } = useFrame().settings;
  const { type, sound, text, lang = "" } = question;
  const options =
    type === "read-aloud"
      ? [
          { value: "same", label: words.question.same },
          { value: "again", label: words.question.again },
        ]
      : optionsOf(question, mediaBase, dataSaver);
  return (
    <ChoiceGroup
      {...{ name, legend, hint, error, options }}
      type={type === "several" ? "checkbox" : "radio"}
      defaultValues={value}
    >
      {rest}
      {text === undefined ? null : (
        <p className="model" lang={lang === "" ? undefined : lang}>
          {text}
        </p>
      )}
      {sound === undefined ? null : (
        <Recording {...{ sound, mediaBase }} lang={lang || "vi"} label={words.media.listen} />
      )}
    </ChoiceGroup>
  );
}

/** Pictures to choose from; where data is to be saved, their words, and each picture on demand. */
function optionsOf(
  { choices = [], pictures }: AskedQuestion,
  mediaBase: string,
  dataSaver: boolean,
): readonly ChoiceOption[] {
  return choices.map((choice, index) => {
    const value = String(index);
    const picture = pictures?.[index];
    const label = (
      <WordsInVietnamese>
        <Inlines inlines={choice} />
      </WordsInVietnamese>
    );
    if (picture === undefined) return { value, label };
    return dataSaver
      ? {
          value,
          label,
          below: <PictureOnDemand {...{ picture, mediaBase }} />,
        }
      : { value, label: <PictureView {...{ picture, mediaBase }} /> };
  });
}

function TypedAnswer({ name, question, hint, legend, rest, value, error }: AnswerProps) {
  const words = useWords().common.question;
  return (
    <fieldset className="field" data-ear="">
      <legend>{legend}</legend>
      {rest}
      <HintAndError id={name} hint={hint} error={error} />
      <span className="typed">
        <input
          className="input"
          id={name}
          name={name}
          type="text"
          inputMode={question.type === "number" ? "decimal" : "text"}
          autoComplete="off"
          autoCapitalize="none"
          defaultValue={value?.[0]}
          aria-label={words.answer}
          aria-describedby={describedBy(name, hint, error)}
          aria-invalid={error === undefined ? undefined : true}
        />
        {question.unit}
      </span>
    </fieldset>
  );
}

function PlacedAnswer({ name, question, value = [], error, ...around }: AnswerProps) {
  return (
    <Arranged {...{ name, error }} {...around}>
      <PlacesOf
        {...{ name, value }}
        things={question.choices ?? []}
        invalid={error !== undefined}
      />
    </Arranged>
  );
}

function PairedAnswer({ name, question, value = [], error, ...around }: AnswerProps) {
  const { left = [], choices = [], lang = "" } = question;
  return (
    <Arranged {...{ name, error }} {...around}>
      <PairsOf {...{ name, value, choices, lang }} things={left} invalid={error !== undefined} />
    </Arranged>
  );
}

/** The groups stand before the things too, where they are read aloud; those of a list are not. */
function SortedAnswer(props: AnswerProps) {
  const { groups } = useWords().authoring.question;
  const { choices = [] } = props.question;
  return (
    <PairedAnswer
      {...props}
      rest={
        <>
          {props.rest}
          <p>
            {groups}{" "}
            <WordsInVietnamese>
              {choices.map((choice) => plainText(choice)).join("; ")}
            </WordsInVietnamese>
          </p>
        </>
      }
    />
  );
}

interface ArrangedProps extends Pick<AnswerProps, "name" | "hint" | "legend" | "rest" | "error"> {
  readonly children: ReactNode;
}

function Arranged({ name, hint, legend, rest, error, children }: ArrangedProps) {
  return (
    <fieldset className="field" data-ear="" aria-describedby={describedBy(name, hint, error)}>
      <legend>{legend}</legend>
      {rest}
      <HintAndError id={name} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}
