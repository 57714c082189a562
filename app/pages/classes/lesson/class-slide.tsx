import type { ReactNode } from "react";

import type { Block, Inline } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { ButtonLink } from "#app/kit/button.tsx";
import { Inlines } from "#app/kit/inlines.tsx";
import { LessonBlocks } from "#app/pages/learn/blocks/lesson-blocks.tsx";
import { ProgressBar } from "#app/kit/progress.tsx";

interface ClassStepProps {
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  /** Of the class, no slash at the end. */
  readonly href: string;
  readonly children: ReactNode;
}

/** One page on the wall, and the way to the next: links, which a keyboard and a finger can press. */
export function ClassStep({ step, steps, href, children }: ClassStepProps) {
  const words = useWords().group.slide;
  return (
    <div className="class-view flow">
      <ProgressBar done={step} total={steps} label={words.progress} />
      {children}
      <nav className="class-turn" aria-label={words.pages}>
        {step > 1 ? (
          <ButtonLink href={`${href}/bai?buoc=${step - 1}`} icon="back" tone="plain">
            {words.back}
          </ButtonLink>
        ) : null}
        {step < steps ? (
          <ButtonLink href={`${href}/bai?buoc=${step + 1}`} icon="next">
            {words.next}
          </ButtonLink>
        ) : (
          <ButtonLink href={`${href}/diem-danh`} icon="people">
            {words.end}
          </ButtonLink>
        )}
      </nav>
    </div>
  );
}

interface ClassTextProps {
  readonly heading: readonly Inline[] | null;
  readonly blocks: readonly Block[];
  readonly mediaBase: string;
}

/** A part of the lesson, as its author wrote it. */
export function ClassText({ heading, blocks, mediaBase }: ClassTextProps) {
  return (
    <>
      {heading === null ? null : (
        <h2>
          <Inlines inlines={heading} />
        </h2>
      )}
      <LessonBlocks blocks={blocks} mediaBase={mediaBase} />
    </>
  );
}
