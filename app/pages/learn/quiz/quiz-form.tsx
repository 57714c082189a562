import type { Answers } from "#app/domain/learning/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { useDraft } from "#app/kit/draft.ts";
import { EarPlace } from "#app/kit/ear-place.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { type AskedQuestion, QuestionField } from "#app/pages/learn/blocks/question.tsx";
import type { QuizPlace } from "./quiz-place.ts";

interface QuizFormProps {
  /** All of the quiz, or the one of this page. */
  readonly questions: readonly AskedQuestion[];
  /** How many right answers pass. */
  readonly asked: number;
  readonly triesADay: number | null;
  readonly path: string;
  readonly mediaBase: string;
  readonly token: string;
  /** What was answered before. */
  readonly answers: Answers;
  /** Which question of how many this page shows; null: all of them. */
  readonly place: QuizPlace | null;
  /** Ids of the questions that were sent without an answer, and their numbers from 1. */
  readonly missing: readonly string[];
  readonly numbers: readonly number[];
}

/** A quiz to answer: all at once, or one question a page with the way to the others. */
export function QuizForm(props: QuizFormProps) {
  const { questions, mediaBase, token, answers, place, missing } = props;
  const { learning } = useWords();
  const first = place?.number ?? 1;
  const draft = useDraft({ done: `^${props.path.replace(/cau-hoi$/u, "ket-qua/")}`, token });
  return (
    <>
      <Missing {...props} />
      <Standing {...props} />
      <EarPlace />
      <form method="post" className="questions flow" {...draft}>
        <input type="hidden" name="token" value={token} />
        {place === null ? null : <input type="hidden" name="cau" value={place.number} />}
        {questions.map((question, index) => (
          <QuestionField
            key={question.id}
            question={question}
            number={first + index}
            mediaBase={mediaBase}
            value={answers[question.id]}
            error={missing.includes(question.id) ? learning.quiz.missingHere : undefined}
          />
        ))}
        <Actions>
          <Tasks place={place} />
        </Actions>
      </form>
    </>
  );
}

/** What the quiz asks of her, and how far she is. */
function Standing({ questions, asked, triesADay, place }: QuizFormProps) {
  const { learning, quiz: words } = useWords();
  const intro = place === null || place.number === 1;
  return (
    <>
      {intro ? (
        <p>
          {learning.quiz.intro(place?.of ?? questions.length, asked)}{" "}
          {triesADay === null ? null : words.tries(triesADay)}
        </p>
      ) : null}
      {place === null ? null : (
        <p>
          <strong>{words.place(place.number, place.of)}</strong> {words.left(place.left)}
        </p>
      )}
    </>
  );
}

/** The first button is the one that the Enter key presses. */
function Tasks({ place }: Pick<QuizFormProps, "place">) {
  const words = useWords().quiz;
  const isLast = place === null || place.number === place.of;
  return (
    <>
      {isLast ? (
        <Button icon="check" name="viec" value="gui">
          {words.send}
        </Button>
      ) : (
        <Button icon="next" name="viec" value="tiep">
          {words.next}
        </Button>
      )}
      {place === null || place.number === 1 ? null : (
        <Button icon="back" tone="plain" name="viec" value="truoc">
          {words.previous}
        </Button>
      )}
      <Button icon="clock" tone="plain" name="viec" value="luu">
        {words.later}
      </Button>
    </>
  );
}

/** What is left to answer, each with the way to it. */
function Missing({ missing, numbers, place, path }: QuizFormProps) {
  const words = useWords().learning.quiz;
  if (missing.length === 0) return null;
  const errors = missing.map((id, index) => ({
    name: `answer.${id}`,
    message: words.missing(numbers[index] ?? 0),
    ...(place === null ? {} : { href: `${path}?cau=${numbers[index] ?? 1}` }),
  }));
  return <ErrorSummary title={words.missingTitle(errors.length)} errors={errors} />;
}
