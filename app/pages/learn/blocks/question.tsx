import type { ReactNode } from "react";

import type { Block } from "#app/domain/content/index.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";

import { ANSWERS, type AskedQuestion } from "./answers.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { WordsInVietnamese } from "#app/kit/in-vietnamese.tsx";
import { Inlines } from "#app/kit/inlines.tsx";
import { LessonBlocks } from "./lesson-blocks.tsx";

export type { AskedQuestion } from "./answers.tsx";

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
  const { hints } = useWords().authoring.question;
  const { id, type, prompt } = question;
  const Answer = ANSWERS[type];
  return (
    <Answer
      {...{ question, mediaBase, value, error }}
      name={`answer.${id}`}
      hint={hints[type]}
      legend={<Asked number={number} prompt={prompt} />}
      rest={<LessonBlocks blocks={afterLegend(prompt)} mediaBase={mediaBase} within />}
    />
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
