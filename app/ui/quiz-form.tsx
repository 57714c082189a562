import type { Answers } from "#app/domain/learning/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "./button.tsx";
import { EarPlace } from "./ear-place.tsx";
import { ErrorSummary } from "./notice.tsx";
import { type AskedQuestion, QuestionField } from "./question.tsx";

interface QuizFormProps {
  readonly questions: readonly AskedQuestion[];
  /** How many right answers pass. */
  readonly asked: number;
  readonly mediaBase: string;
  readonly token: string;
  /** What was answered before. */
  readonly answers: Answers;
  /** Ids of the questions that were sent without an answer. */
  readonly missing: readonly string[];
}

/** All questions of a lesson, sent at once. */
export function QuizForm(props: QuizFormProps) {
  const { questions, asked, mediaBase, token, answers, missing } = props;
  const words = useWords().learning.quiz;
  const errors = questions.flatMap(({ id }, index) =>
    missing.includes(id) ? [{ name: `answer.${id}`, message: words.missing(index + 1) }] : [],
  );
  return (
    <>
      {errors.length === 0 ? null : (
        <ErrorSummary title={words.missingTitle(errors.length)} errors={errors} />
      )}
      <p>{words.intro(questions.length, asked)}</p>
      <EarPlace />
      <form method="post" className="flow">
        <input type="hidden" name="token" value={token} />
        {questions.map((question, index) => (
          <QuestionField
            key={question.id}
            question={question}
            number={index + 1}
            mediaBase={mediaBase}
            value={answers[question.id]}
            error={missing.includes(question.id) ? words.missingHere : undefined}
          />
        ))}
        <Actions>
          <Button icon="check">{words.send}</Button>
        </Actions>
      </form>
    </>
  );
}
