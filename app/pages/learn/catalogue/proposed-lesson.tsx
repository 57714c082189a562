import type { NextLesson, Why } from "#app/domain/guidance/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { href } from "#app/routes.ts";

/** A lesson to learn next, and why; nothing of its questions is in it. */
export interface ProposedLesson {
  readonly courseId: string;
  readonly courseTitle: string;
  readonly lessonId: string;
  readonly title: string;
  readonly kind: "lesson" | "final";
  readonly number: number;
  readonly minutes: number;
  readonly why: Why;
}

export function proposedLesson({ course, lesson, number, why }: NextLesson): ProposedLesson {
  return {
    courseId: course.id,
    courseTitle: course.title,
    lessonId: lesson.id,
    title: lesson.title,
    kind: lesson.kind,
    number,
    minutes: lesson.minutes,
    why,
  };
}

/** The lesson to learn next, with its reason in one sentence. */
export function NextLessonCard({ proposed }: { readonly proposed: ProposedLesson }) {
  const words = useWords();
  const { next } = words.finding;
  const { courseId, courseTitle, lessonId, minutes, why } = proposed;
  return (
    <Card heading={next.heading} icon="learn">
      <p>
        <strong>{titleOf(proposed, words)}</strong>
      </p>
      <p className="hint">
        {courseTitle}, {words.common.course.minutes(minutes)}
      </p>
      <p>{reasonOf(why, words)}</p>
      <Actions>
        <ButtonLink href={href("learn/lesson", { course: courseId, lesson: lessonId })} icon="next">
          {why.kind === "try-again" ? next.again : next.open}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

/** Other lessons that would do as well, each with its reason. */
export function OtherLessons({ proposed }: { readonly proposed: readonly ProposedLesson[] }) {
  const words = useWords();
  if (proposed.length === 0) return null;
  return (
    <section className="flow">
      <h2>{words.finding.next.others}</h2>
      <ul className="flow">
        {proposed.map((each) => (
          <li key={each.courseId}>
            <a
              className="choice"
              href={href("learn/lesson", { course: each.courseId, lesson: each.lessonId })}
            >
              <span>
                {titleOf(each, words)}
                <small>
                  {each.courseTitle}. {reasonOf(each.why, words)}
                </small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function titleOf({ kind, number, title }: ProposedLesson, { learning }: Words): string {
  return kind === "final" ? title : learning.lesson.title(number, title);
}

function reasonOf(why: Why, { finding }: Words): string {
  const { next } = finding;
  switch (why.kind) {
    case "village-need":
      return next.villageNeed(why.need);
    case "own-need":
      return next.ownNeed(why.need);
    case "try-again":
    case "continue":
    case "planned":
    case "new":
      return next.reasons[why.kind];
  }
}
