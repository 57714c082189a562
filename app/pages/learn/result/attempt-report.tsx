import type { Lesson, Question } from "#app/domain/content/index.ts";
import type { Helper } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { CertificateOffer } from "#app/pages/learn/course/certificate-offer.tsx";
import { Card } from "#app/kit/card.tsx";
import type { CourseStep } from "#app/pages/learn/blocks/course-view.ts";
import { EarPlace } from "#app/kit/ear-place.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { ProgressBar } from "#app/kit/progress.tsx";
import { QuestionReview } from "#app/pages/learn/blocks/question.tsx";
import { courseFolder, href } from "#app/routes.ts";

export interface ReviewedQuestion extends Pick<Question, "id" | "prompt" | "explanation"> {
  readonly correct: boolean;
  readonly yourAnswer: string;
  readonly rightAnswer: string;
}

interface AttemptReportProps {
  readonly attempt: {
    readonly course: { readonly id: string; readonly title: string };
    readonly lesson: Pick<Lesson, "id" | "kind" | "title">;
    readonly right: number;
    readonly of: number;
    readonly passed: boolean;
    readonly sentAt: string;
    /** When it reached the server, if it was answered without signal. */
    readonly arrivedAt: string | null;
    readonly helper: Helper | null;
    /** Whether right answers are held back until it is passed. */
    readonly keyHeld: boolean;
    /** Of today; null: as many as she likes, or none is needed. */
    readonly triesLeft: number | null;
    /** Of the rule for what arrives late. */
    readonly lateAfterDays: number;
    /** How many right answers pass. */
    readonly asked: number;
    /** Null when the text that was answered is not kept any more. */
    readonly review: readonly ReviewedQuestion[] | null;
    readonly count: { readonly done: number; readonly total: number };
    readonly next: CourseStep | null;
    /** Whether the course was completed by this very attempt. */
    readonly courseDone: boolean;
  };
}

/** How a quiz went, what to do now, and each question once more. */
export function AttemptReport({ attempt }: AttemptReportProps) {
  const { learning, quiz } = useWords();
  const words = learning.result;
  const { course, passed, review } = attempt;
  return (
    <>
      <Card>
        <p className={passed ? "title text-leaf-deep text-xl" : "title text-xl"}>
          <Icon name={passed ? "check" : "info"} size={32} />
          {words.score(attempt.right, attempt.of)}
        </p>
        <p>
          {passed ? words.passedText : words.asked(attempt.asked)}{" "}
          {passed ? null : words.failedText}
        </p>
        {attempt.triesLeft === null ? null : <p>{quiz.triesLeft(attempt.triesLeft)}</p>}
      </Card>
      {attempt.courseDone ? (
        <>
          <Notice tone="success" title={words.courseDone}>
            {words.courseDoneText(course.title)}
          </Notice>
          <CertificateOffer standing={{ courseId: course.id, certificate: null }} />
        </>
      ) : null}
      <NextActions attempt={attempt} />
      <ProgressBar {...attempt.count} label={words.where} />
      <Circumstances attempt={attempt} />
      {review === null ? (
        <Notice tone="info" title={words.changed}>
          {words.changedText}
        </Notice>
      ) : (
        <>
          <EarPlace />
          <h2>{words.review}</h2>
          {attempt.keyHeld ? <p className="hint">{quiz.keyLater}</p> : null}
          {review.map(({ id, ...question }, index) => (
            <QuestionReview
              key={id}
              number={index + 1}
              mediaBase={courseFolder(course.id)}
              {...question}
            />
          ))}
          <NextActions attempt={attempt} />
        </>
      )}
    </>
  );
}

/** When it was done, when it arrived, and who helped. */
function Circumstances({ attempt }: AttemptReportProps) {
  const { learning, quiz } = useWords();
  const { sentAt, arrivedAt, helper, lateAfterDays } = attempt;
  return (
    <>
      <p className="hint">
        {learning.result.sentAt(sentAt)}
        {helper === null ? null : `. ${quiz.helped(quiz.helper.who[helper])}`}
      </p>
      {arrivedAt === null ? null : (
        <p className="hint">
          {quiz.arrived(arrivedAt)}. {quiz.late(lateAfterDays)}
        </p>
      )}
    </>
  );
}

function NextActions({ attempt }: AttemptReportProps) {
  const { result: words, lesson: lessonWords } = useWords().learning;
  const { course, lesson, passed, next, triesLeft } = attempt;
  const base = href("learn/course", { course: course.id });
  if (!passed) {
    return (
      <Actions>
        {triesLeft === 0 ? null : (
          <ButtonLink href={`${base}/${lesson.id}/cau-hoi`} icon="edit">
            {words.tryAgain}
          </ButtonLink>
        )}
        <ButtonLink
          href={lesson.kind === "final" ? base : `${base}/${lesson.id}`}
          icon="learn"
          tone="plain"
        >
          {words.readAgain}
        </ButtonLink>
      </Actions>
    );
  }
  if (next === null) {
    return (
      <Actions>
        <ButtonLink href={href("portfolio/book")} icon="portfolio">
          {words.portfolio}
        </ButtonLink>
        <ButtonLink href={href("learn/catalogue")} icon="learn" tone="plain">
          {words.other}
        </ButtonLink>
      </Actions>
    );
  }
  return (
    <Actions>
      <ButtonLink href={`${base}/${next.id}`} icon="next">
        {next.kind === "final"
          ? words.toFinal
          : words.nextLesson(lessonWords.title(next.number, next.title))}
      </ButtonLink>
    </Actions>
  );
}
