import type { Lesson } from "#app/domain/content/index.ts";
import type { Helper } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import type { CourseStep } from "#app/pages/learn/blocks/course-view.ts";
import { EarPlace } from "#app/kit/ear-place.tsx";
import { HelperLine } from "./helper-line.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { InVietnamese } from "#app/kit/in-vietnamese.tsx";
import { GlossaryLink } from "#app/pages/learn/course/sheet-links.tsx";
import { LessonBlocks } from "#app/pages/learn/blocks/lesson-blocks.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { Badge } from "#app/kit/progress.tsx";
import { courseFolder, href } from "#app/routes.ts";

interface LessonReaderProps {
  readonly lesson: Pick<Lesson, "id" | "kind" | "goal" | "minutes" | "blocks"> & {
    readonly course: { readonly id: string };
    /** A page of its hard words can be opened; not on a phone without signal. */
    readonly hasGlossary?: boolean;
    /** How many. */
    readonly questions: number;
    /** How far she is in a quiz that she has begun and not handed in. */
    readonly openQuiz: { readonly answered: number; readonly questions: number } | null;
    /** Ids of the tasks that she has ticked. */
    readonly practised: readonly string[];
    readonly helper: Helper | null;
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
  const { kind, course, lessonsLeft, done } = lesson;
  const isFinal = kind === "final";
  const path = href("learn/lesson", { course: course.id, lesson: lesson.id });
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
      <EarPlace />
      <InVietnamese>
        <p className="font-bold">{lesson.goal}</p>
      </InVietnamese>
      {isFinal && lessonsLeft > 0 ? (
        <Notice tone="info" title={words.lessonsLeft(lessonsLeft)}>
          {words.lessonsLeftText}
        </Notice>
      ) : null}
      <HelperLine helper={lesson.helper} back={path} />
      <InVietnamese>
        <LessonBlocks
          blocks={lesson.blocks}
          mediaBase={courseFolder(course.id)}
          practiceAction={practiceTick(path, lesson.practised)}
        />
      </InVietnamese>
      <Actions>
        <ButtonLink href={`${path}/cau-hoi`} icon="edit">
          <ToQuiz {...lesson} />
        </ButtonLink>
      </Actions>
      {isFinal ? null : <p className="hint">{words.quizHint}</p>}
      {lesson.hasGlossary === true ? <GlossaryLink courseId={course.id} /> : null}
      <Neighbours {...lesson} />
    </>
  );
}

function ToQuiz({ kind, questions, openQuiz }: LessonReaderProps["lesson"]) {
  const { learning, quiz } = useWords();
  // One that was drawn and left untouched is as good as new.
  if (openQuiz !== null && openQuiz.answered > 0) {
    return quiz.resume(openQuiz.answered, openQuiz.questions);
  }
  return kind === "final" ? learning.lesson.toFinal(questions) : learning.lesson.toQuiz(questions);
}

/** What stands at the foot of each task. */
function practiceTick(path: string, practised: readonly string[]) {
  return (practiceId: string) => (
    <PracticeTick
      action={`${path}/viec-da-lam`}
      practiceId={practiceId}
      done={practised.includes(practiceId)}
    />
  );
}

interface PracticeTickProps {
  readonly action: string;
  readonly practiceId: string;
  readonly done: boolean;
}

/** "I did this", at the foot of a task; once ticked, that she did. */
function PracticeTick({ action, practiceId, done }: PracticeTickProps) {
  const words = useWords().quiz.practice;
  return done ? (
    <p>
      <Badge tone="success" icon="check">
        {words.done}
      </Badge>
    </p>
  ) : (
    <form method="post" action={action}>
      <Button icon="check" tone="plain" name="viec" value={practiceId}>
        {words.tick}
      </Button>
    </form>
  );
}

function Neighbours({ course, previous, following }: LessonReaderProps["lesson"]) {
  const words = useWords().learning.lesson;
  return (
    <nav className="flow" aria-label={words.neighbours}>
      {previous === null ? null : (
        <p>
          <a
            className="back"
            href={href("learn/lesson", { course: course.id, lesson: previous.id })}
          >
            <Icon name="back" />
            {words.previous(previous.title)}
          </a>
        </p>
      )}
      {following === null ? null : (
        <p>
          <a
            className="back"
            href={href("learn/lesson", { course: course.id, lesson: following.id })}
          >
            <Icon name="next" />
            {following.kind === "final" ? following.title : words.following(following.title)}
          </a>
        </p>
      )}
    </nav>
  );
}
