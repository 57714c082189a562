import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { PlanCard, type PlanThisWeek } from "./plan-card.tsx";
import {
  NextLessonCard,
  OtherLessons,
  type ProposedLesson,
} from "#app/pages/learn/catalogue/proposed-lesson.tsx";
import { href } from "#app/routes.ts";

interface LearnerHomeProps {
  /** The best first; none when everything is learned or nothing is offered. */
  readonly proposed: readonly ProposedLesson[];
  readonly offersCourses: boolean;
  /** Null: she made no plan. */
  readonly week: PlanThisWeek | null;
}

/** What a learner does next, and how her week goes. */
export function LearnerHome({ proposed, offersCourses, week }: LearnerHomeProps) {
  const { home, catalogue } = useWords().learning;
  const [first, ...others] = proposed;
  const all = (
    <ButtonLink href={href("learn/catalogue")} icon="learn" tone="plain">
      {home.allCourses}
    </ButtonLink>
  );
  if (first === undefined && !offersCourses) {
    return (
      <EmptyState icon="learn" title={catalogue.empty}>
        {catalogue.emptyText}
      </EmptyState>
    );
  }
  return (
    <>
      {first === undefined ? (
        <EmptyState icon="check" title={home.allDone} action={all}>
          {home.allDoneText}
        </EmptyState>
      ) : (
        <NextLessonCard proposed={first} />
      )}
      <PlanCard week={week} />
      <OtherLessons proposed={others} />
      {first === undefined ? null : <Actions>{all}</Actions>}
    </>
  );
}
