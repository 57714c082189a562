import type { Day } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { Notice } from "#app/kit/notice.tsx";

/** What was sent belongs to another person's quiz, or to none. */
export function NotYourQuiz() {
  const words = useWords().quiz;
  return (
    <Notice tone="warning" title={words.notHers}>
      {words.notHersText}
    </Notice>
  );
}

interface NoTriesLeftProps {
  readonly triesADay: number;
  readonly again: Day;
  readonly lessonPath: string;
}

/** Today's tries are used up: when she can try again, and what to do until then. */
export function NoTriesLeft({ triesADay, again, lessonPath }: NoTriesLeftProps) {
  const { quiz: words, learning } = useWords();
  return (
    <>
      <Notice tone="info" title={words.noTries}>
        {words.noTriesText(triesADay, again)}
      </Notice>
      <Actions>
        <ButtonLink href={lessonPath} icon="learn">
          {learning.result.readAgain}
        </ButtonLink>
      </Actions>
    </>
  );
}
