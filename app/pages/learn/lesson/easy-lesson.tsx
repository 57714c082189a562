import type { Block } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { EarPlace } from "#app/kit/ear-place.tsx";
import { SCREEN_PARAM, screensOf } from "#app/kit/easy-screens.ts";
import { GlossaryLink } from "#app/pages/learn/course/sheet-links.tsx";
import { LessonBlocks, type LessonBlocksProps } from "#app/pages/learn/blocks/lesson-blocks.tsx";
import { courseFolder, href } from "#app/routes.ts";

interface EasyLessonProps extends Pick<LessonBlocksProps, "practiceAction"> {
  readonly lesson: {
    readonly id: string;
    readonly blocks: readonly Block[];
    readonly course: { readonly id: string };
    readonly hasGlossary: boolean;
  };
  /** From 1. */
  readonly screen: number;
}

/** A lesson one screen at a time: picture and sound first, then few words, then one way on. */
export function EasyLesson({ lesson, screen, practiceAction }: EasyLessonProps) {
  const words = useWords().ear.easy;
  const { id, course } = lesson;
  const screens = screensOf(lesson.blocks);
  const path = href("learn/lesson", { course: course.id, lesson: id });
  return (
    <>
      <p className="title">
        {words.screen} {screen}/{Math.max(screens.length, 1)}
      </p>
      <EarPlace />
      <LessonBlocks
        blocks={screens[screen - 1] ?? []}
        mediaBase={courseFolder(course.id)}
        practiceAction={practiceAction}
      />
      <Actions>
        {screen < screens.length ? (
          <ButtonLink href={`${path}?${SCREEN_PARAM}=${screen + 1}`} icon="next">
            {words.next}
          </ButtonLink>
        ) : (
          <ButtonLink href={`${path}/cau-hoi`} icon="edit">
            {words.answer}
          </ButtonLink>
        )}
        {screen > 1 ? (
          <ButtonLink href={`${path}?${SCREEN_PARAM}=${screen - 1}`} icon="back" tone="plain">
            {words.previous}
          </ButtonLink>
        ) : null}
      </Actions>
      {lesson.hasGlossary ? <GlossaryLink courseId={course.id} /> : null}
    </>
  );
}
