import { judge, responseText, rightAnswerText } from "#app/domain/content/index.ts";
import { formatInstant } from "#app/domain/kernel/index.ts";
import { vi } from "#app/locales/index.ts";
import { AttemptReport } from "#app/pages/learn/result/attempt-report.tsx";
import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { lessonCount, nextStep, stepsOf } from "#app/pages/learn/blocks/course-view.ts";
import { Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { href } from "#app/routes.ts";

import { pageOf } from "./document.tsx";
import { stateOf } from "./offline-course.tsx";
import { lessonAt, type PackedLesson, type QuizOf } from "../open-quiz.ts";
import { type OwnAttempt, type OwnCourse, ownCourse } from "../own-part.ts";

/** How a quiz that was handed in here went; null: this phone does not know of it. */
export function attemptPage(quiz: QuizOf, token: string): Promise<Response> | null {
  const { learner, pack, lessonId } = quiz;
  const own = ownCourse(learner.own, pack.course.id);
  const attempt = own.attempts.find((each) => each.token === token && each.lessonId === lessonId);
  if (attempt === undefined) return null;
  return attempt.judged === null
    ? waitsForJudgement(quiz, own)
    : judgedPage(quiz, own, { ...attempt, judged: attempt.judged });
}

function waitsForJudgement(
  { pack, learner, waiting }: QuizOf,
  { lateAfterDays }: OwnCourse,
): Promise<Response> {
  const words = vi.phone.final;
  return pageOf({
    title: words.pendingHeading,
    learner,
    waiting,
    children: (
      <LearnerPage
        heading={words.pendingHeading}
        back={{
          href: href("learn/course", { course: pack.course.id }),
          label: vi.learning.result.back,
        }}
        current="learn"
      >
        <Notice tone="success" title={words.pending}>
          {lateAfterDays === null ? null : vi.quiz.late(lateAfterDays)}
        </Notice>
        <Actions>
          <ButtonLink href={href("account/on-this-phone")} icon="phone">
            {vi.phone.here.heading}
          </ButtonLink>
          <ButtonLink href={href("learn/catalogue")} icon="learn" tone="plain">
            {vi.learning.result.other}
          </ButtonLink>
        </Actions>
      </LearnerPage>
    ),
  });
}

function judgedPage(
  quiz: QuizOf,
  own: OwnCourse,
  attempt: OwnAttempt & { readonly judged: NonNullable<OwnAttempt["judged"]> },
): Promise<Response> {
  const { pack, kept, lessonId, learner, waiting } = quiz;
  const { course } = pack;
  const { raw, max, passed } = attempt.judged;
  const lesson = lessonAt(kept, lessonId, attempt.contentVersion);
  const steps = stepsOf(course, stateOf(own));
  const words = vi.learning.result;
  const heading = passed ? words.passedHeading : words.failedHeading;
  return pageOf({
    title: heading,
    learner,
    waiting,
    children: (
      <LearnerPage
        heading={heading}
        back={{ href: href("learn/course", { course: course.id }), label: words.back }}
        current="learn"
      >
        <AttemptReport
          attempt={{
            course: { id: course.id, title: course.title },
            lesson: { id: lessonId, kind: "lesson", title: lesson?.title ?? "" },
            right: raw,
            of: max,
            passed,
            sentAt: formatInstant(new Date(attempt.at)),
            arrivedAt: null,
            helper: learner.own.helper,
            keyHeld: false,
            triesLeft: null,
            lateAfterDays: own.lateAfterDays ?? 0,
            asked: Math.ceil((max * course.lessonPassPercent) / 100),
            review: lesson === undefined ? null : reviewOf(lesson, attempt),
            count: lessonCount(steps),
            next: nextStep(steps),
            courseDone: false,
          }}
        />
      </LearnerPage>
    ),
  });
}

function reviewOf({ questions }: PackedLesson, { answers }: OwnAttempt) {
  return questions.map((question) => {
    const response = answers[question.id] ?? [];
    return {
      id: question.id,
      prompt: question.prompt,
      explanation: question.explanation,
      correct: judge(question, response).correct,
      yourAnswer: responseText(question, response),
      rightAnswer: rightAnswerText(question),
    };
  });
}
