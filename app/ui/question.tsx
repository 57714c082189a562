import type { ReactNode } from "react";

import type { Block, PublicQuestion } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { ChoiceGroup } from "./choice-group.tsx";
import { describedBy, HintAndError } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { Inlines } from "./inlines.tsx";
import { LessonBlocks } from "./lesson-blocks.tsx";

/** A public question after its way through a loader, where an absent field may be `undefined`. */
export type AskedQuestion = Pick<PublicQuestion, "id" | "type" | "prompt"> & {
  readonly choices?: PublicQuestion["choices"];
  readonly unit?: PublicQuestion["unit"];
};

interface QuestionFieldProps {
  readonly question: AskedQuestion;
  readonly number: number;
  readonly mediaBase: string;
  /** What was answered before: places of choices from 0, or what was typed. */
  readonly value?: readonly string[] | undefined;
  readonly error?: string | undefined;
}

/** A question to answer; it is sent as `answer.<id>`, a choice as its place from 0. */
export function QuestionField({ question, number, mediaBase, value, error }: QuestionFieldProps) {
  const words = useWords().common.question;
  const name = `answer.${question.id}`;
  const legend = <Asked number={number} prompt={question.prompt} />;
  const rest = <LessonBlocks blocks={afterLegend(question.prompt)} mediaBase={mediaBase} />;
  switch (question.type) {
    case "one":
    case "true-false":
    case "several":
      return (
        <ChoiceGroup
          {...{ name, legend, error }}
          type={question.type === "several" ? "checkbox" : "radio"}
          hint={hintOf(question.type, words)}
          options={(question.choices ?? []).map((choice, index) => ({
            value: String(index),
            label: <Inlines inlines={choice} />,
          }))}
          defaultValues={value}
        >
          {rest}
        </ChoiceGroup>
      );
    case "number":
    case "word":
      return (
        <fieldset className="field">
          <legend>{legend}</legend>
          {rest}
          <HintAndError id={name} hint={hintOf(question.type, words)} error={error} />
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
              aria-describedby={describedBy(name, hintOf(question.type, words), error)}
              aria-invalid={error === undefined ? undefined : true}
            />
            {question.unit}
          </span>
        </fieldset>
      );
  }
}

function hintOf(
  type: PublicQuestion["type"],
  words: ReturnType<typeof useWords>["common"]["question"],
): string {
  switch (type) {
    case "one":
      return words.one;
    case "several":
      return words.several;
    case "true-false":
      return words.trueFalse;
    case "number":
      return words.number;
    case "word":
      return words.word;
  }
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
      {first?.type === "paragraph" ? <Inlines inlines={first.children} /> : null}
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
  return (
    <section className={`review flow ${correct ? "is-right" : "is-wrong"}`}>
      <h2>
        <Asked number={number} prompt={prompt} />
      </h2>
      <LessonBlocks blocks={afterLegend(prompt)} mediaBase={mediaBase} />
      <p className="verdict">
        <Icon name={correct ? "check" : "cross"} size={28} />
        {correct ? words.right : words.wrong}
      </p>
      <p>
        {words.yourAnswer} <strong>{yourAnswer || words.noAnswer}</strong>
      </p>
      {correct || rightAnswer === "" ? null : (
        <p>
          {words.rightAnswer} <strong>{rightAnswer}</strong>
        </p>
      )}
      {explanation.length === 0 ? null : (
        <div className="why flow">
          <LessonBlocks blocks={explanation} mediaBase={mediaBase} />
        </div>
      )}
    </section>
  );
}
