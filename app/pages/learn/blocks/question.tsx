import type { ReactNode } from "react";

import type { Block, PublicQuestion } from "#app/domain/content/index.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";

import { PairsOf, PlacesOf } from "./arranged-answer.tsx";
import { ChoiceGroup, type ChoiceOption } from "#app/kit/choice-group.tsx";
import { describedBy, HintAndError } from "#app/kit/field.tsx";
import { useFrame } from "#app/kit/frame-context.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { WordsInVietnamese } from "#app/kit/in-vietnamese.tsx";
import { Inlines } from "#app/kit/inlines.tsx";
import { LessonBlocks } from "./lesson-blocks.tsx";
import { PictureOnDemand, PictureView, Recording } from "./lesson-media.tsx";
import { questionHint } from "./question-hint.ts";

type Always = "id" | "type" | "prompt";

/** A public question after its way through a loader, where an absent field may be `undefined`. */
export type AskedQuestion = Pick<PublicQuestion, Always> & {
  readonly [Field in Exclude<keyof PublicQuestion, Always>]?: PublicQuestion[Field] | undefined;
};

interface QuestionFieldProps {
  readonly question: AskedQuestion;
  readonly number: number;
  readonly mediaBase: string;
  /** What was answered before, as `judge` takes it. */
  readonly value?: readonly string[] | undefined;
  readonly error?: string | undefined;
}

/** A question to answer; it is sent as `answer.<id>`, in the form that `judge` takes. */
export function QuestionField({ question, number, mediaBase, value, error }: QuestionFieldProps) {
  const words = useWords();
  const { id, type, prompt } = question;
  const asked = {
    question,
    mediaBase,
    value,
    error,
    name: `answer.${id}`,
    hint: questionHint(type, words),
    legend: <Asked number={number} prompt={prompt} />,
    rest: <LessonBlocks blocks={afterLegend(prompt)} mediaBase={mediaBase} within />,
  };
  switch (type) {
    case "one":
    case "true-false":
    case "several":
    case "picture":
    case "listen":
    case "read-aloud":
      return <ChosenAnswer {...asked} />;
    case "number":
    case "word":
      return <TypedAnswer {...asked} />;
    case "order":
    case "match":
      return <ArrangedAnswer {...asked} />;
  }
}

interface AnswerProps extends Omit<QuestionFieldProps, "number"> {
  readonly name: string;
  readonly hint: string;
  readonly legend: ReactNode;
  /** What stands between the question and its answers. */
  readonly rest: ReactNode;
}

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

function ArrangedAnswer({ name, question, hint, legend, rest, value = [], error }: AnswerProps) {
  const { left, choices = [], lang = "" } = question;
  const invalid = error !== undefined;
  return (
    <fieldset className="field" data-ear="" aria-describedby={describedBy(name, hint, error)}>
      <legend>{legend}</legend>
      {rest}
      <HintAndError id={name} hint={hint} error={error} />
      {left === undefined ? (
        <PlacesOf {...{ name, value, invalid }} things={choices} />
      ) : (
        <PairsOf {...{ name, value, invalid, choices, lang }} things={left} />
      )}
    </fieldset>
  );
}

interface AskedProps {
  readonly number: number;
  readonly prompt: readonly Block[];
}

/** The number and the first paragraph, which are words only and so may stand in a legend. */
function Asked({ number, prompt }: AskedProps) {
  const words = useWords().common.question;
  const first = prompt[0];
  return (
    <>
      <span className="number">{words.title(number)}</span>{" "}
      {first?.type === "paragraph" ? (
        <WordsInVietnamese>
          <Inlines inlines={first.children} />
        </WordsInVietnamese>
      ) : null}
    </>
  );
}

function afterLegend(prompt: readonly Block[]): readonly Block[] {
  return prompt[0]?.type === "paragraph" ? prompt.slice(1) : prompt;
}

interface QuestionReviewProps extends AskedProps {
  readonly correct: boolean;
  /** Null or empty when nothing was answered. */
  readonly yourAnswer: ReactNode;
  /** "" when it is held back. */
  readonly rightAnswer: ReactNode;
  readonly explanation: readonly Block[];
  readonly mediaBase: string;
}

/** A question after it was judged: said with an icon and a word, never by colour alone. */
export function QuestionReview(props: QuestionReviewProps) {
  const { number, prompt, correct, yourAnswer, rightAnswer, explanation, mediaBase } = props;
  const words = useWords().common.question;
  const vietnamese = useVietnamese();
  return (
    <section className={`review flow ${correct ? "is-right" : "is-wrong"}`} data-ear="">
      <h2>
        <Asked number={number} prompt={prompt} />
      </h2>
      <LessonBlocks blocks={afterLegend(prompt)} mediaBase={mediaBase} within />
      <p className="verdict">
        <Icon name={correct ? "check" : "cross"} size={28} />
        {correct ? words.right : words.wrong}
      </p>
      <p>
        {words.yourAnswer}{" "}
        <strong>
          {yourAnswer ? <WordsInVietnamese>{yourAnswer}</WordsInVietnamese> : words.noAnswer}
        </strong>
      </p>
      {correct || rightAnswer === "" ? null : (
        <p>
          {words.rightAnswer}{" "}
          <strong>
            <WordsInVietnamese>{rightAnswer}</WordsInVietnamese>
          </strong>
        </p>
      )}
      {explanation.length === 0 ? null : (
        <div className="why flow" lang={vietnamese}>
          <LessonBlocks blocks={explanation} mediaBase={mediaBase} within />
        </div>
      )}
    </section>
  );
}
