import type { Block, Problem } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { DraftProblems } from "#app/pages/authoring/list/draft-problems.tsx";
import { LessonBlocks } from "#app/pages/learn/blocks/lesson-blocks.tsx";
import { type AskedQuestion, QuestionField } from "#app/pages/learn/blocks/question.tsx";
import { courseFolder } from "#app/routes.ts";

interface DraftLessonProps {
  readonly lesson: {
    readonly courseId: string;
    readonly goal: string;
    readonly minutes: number;
    readonly blocks: readonly Block[];
    readonly questions: readonly {
      readonly asked: AskedQuestion;
      readonly answer: string;
      readonly explanation: readonly Block[];
    }[];
    /** How many questions are drawn; null: all are put. */
    readonly draw: number | null;
    readonly problems: readonly Problem[];
    readonly advice: readonly Problem[];
  };
}

/** A lesson as learners see it, and under each question its answer. */
export function DraftLesson({ lesson }: DraftLessonProps) {
  const words = useWords().authoring.preview;
  const { goal, minutes, blocks, questions, draw, problems, advice } = lesson;
  const mediaBase = courseFolder(lesson.courseId);
  return (
    <>
      <DraftProblems {...{ problems, advice }} />
      <p className="meta">
        <span>{words.about(minutes, questions.length)}</span>
        {draw === null ? null : <span>{words.drawn(draw)}</span>}
      </p>
      <p className="font-bold">{goal}</p>
      <LessonBlocks {...{ blocks, mediaBase }} />
      <h2>{words.questions}</h2>
      <div className="flow">
        {questions.map(({ asked, answer, explanation }, index) => (
          <section className="card flow" key={asked.id}>
            <QuestionField question={asked} number={index + 1} mediaBase={mediaBase} />
            <details>
              <summary>{words.answers}</summary>
              <p>
                {words.answer} <strong>{answer}</strong>
              </p>
              <div className="flow">
                <LessonBlocks blocks={explanation} mediaBase={mediaBase} />
              </div>
            </details>
          </section>
        ))}
      </div>
    </>
  );
}
