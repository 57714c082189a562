import type { Lesson } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "./button.tsx";
import type { CourseStep } from "./course-view.ts";
import { Icon } from "./icon.tsx";
import { InVietnamese } from "./in-vietnamese.tsx";
import { LessonBlocks } from "./lesson-blocks.tsx";
import { Notice } from "./notice.tsx";
import { Badge } from "./progress.tsx";

interface LessonReaderProps {
  readonly lesson: Pick<Lesson, "id" | "kind" | "goal" | "minutes" | "blocks"> & {
    readonly course: { readonly id: string };
    /** How many. */
    readonly questions: number;
    readonly number: number;
    readonly lessons: number;
    readonly lessonsLeft: number;
    readonly done: boolean;
    readonly previous: CourseStep | null;
    readonly following: CourseStep | null;
  };
}

/** A lesson to read, and the way on to its questions. */
export function LessonReader({ lesson }: LessonReaderProps) {
  const { common, learning } = useWords();
  const words = learning.lesson;
  const { kind, course, questions, lessonsLeft, done } = lesson;
  const isFinal = kind === "final";
  return (
    <>
      <p className="meta">
        {isFinal ? null : (
          <span>
            <Icon name="list" size={20} />
            {words.place(lesson.number, lesson.lessons)}
          </span>
        )}
        <span>
          <Icon name="clock" size={20} />
          {common.course.minutes(lesson.minutes)}
        </span>
        {done ? (
          <Badge tone="success" icon="check">
            {isFinal ? words.donePassed : words.done}
          </Badge>
        ) : null}
      </p>
      <InVietnamese>
        <p className="font-bold">{lesson.goal}</p>
      </InVietnamese>
      {isFinal && lessonsLeft > 0 ? (
        <Notice tone="info" title={words.lessonsLeft(lessonsLeft)}>
          {words.lessonsLeftText}
        </Notice>
      ) : null}
      <InVietnamese>
        <LessonBlocks blocks={lesson.blocks} mediaBase={`/khoa-hoc/${course.id}`} />
      </InVietnamese>
      <Actions>
        <ButtonLink href={`/hoc/${course.id}/${lesson.id}/cau-hoi`} icon="edit">
          {isFinal ? words.toFinal(questions) : words.toQuiz(questions)}
        </ButtonLink>
      </Actions>
      {isFinal ? null : <p className="hint">{words.quizHint}</p>}
      <Neighbours {...lesson} />
    </>
  );
}

function Neighbours({ course, previous, following }: LessonReaderProps["lesson"]) {
  const words = useWords().learning.lesson;
  return (
    <nav aria-label={words.neighbours}>
      {previous === null ? null : (
        <p>
          <a className="back" href={`/hoc/${course.id}/${previous.id}`}>
            <Icon name="back" />
            {words.previous(previous.title)}
          </a>
        </p>
      )}
      {following === null ? null : (
        <p>
          <a className="back" href={`/hoc/${course.id}/${following.id}`}>
            <Icon name="next" />
            {following.kind === "final" ? following.title : words.following(following.title)}
          </a>
        </p>
      )}
    </nav>
  );
}
