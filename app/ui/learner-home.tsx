import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "./button.tsx";
import { Card } from "./card.tsx";
import { CourseList } from "./course-list.tsx";
import type { CourseListing, CourseStep } from "./course-view.ts";
import { EmptyState } from "./empty-state.tsx";
import { ProgressBar } from "./progress.tsx";

/** What a learner does next. */
export type NextToLearn =
  | {
      readonly kind: "continue";
      readonly course: { readonly id: string; readonly title: string };
      readonly step: CourseStep;
      readonly count: { readonly done: number; readonly total: number };
    }
  | { readonly kind: "choose"; readonly courses: readonly CourseListing[] }
  | { readonly kind: "all-done" };

export function LearnerHome({ next }: { readonly next: NextToLearn }) {
  const { home, catalogue } = useWords().learning;
  const all = (
    <ButtonLink href="/hoc" icon="learn" tone="plain">
      {home.allCourses}
    </ButtonLink>
  );
  switch (next.kind) {
    case "continue":
      return (
        <>
          <ContinueCard {...next} />
          <Actions>{all}</Actions>
        </>
      );
    case "choose":
      return next.courses.length === 0 ? (
        <EmptyState icon="learn" title={catalogue.empty}>
          {catalogue.emptyText}
        </EmptyState>
      ) : (
        <>
          <h2>{home.chooseHeading}</h2>
          <p>{home.chooseIntro}</p>
          <CourseList courses={next.courses} />
          <Actions>{all}</Actions>
        </>
      );
    case "all-done":
      return (
        <EmptyState icon="check" title={home.allDone} action={all}>
          {home.allDoneText}
        </EmptyState>
      );
  }
}

function ContinueCard({ course, step, count }: Extract<NextToLearn, { kind: "continue" }>) {
  const { home, lesson } = useWords().learning;
  const { lessonsDone } = useWords().common.course;
  const title = step.kind === "final" ? step.title : lesson.title(step.number, step.title);
  return (
    <Card heading={home.continueHeading} icon="learn">
      <h3>
        <a href={`/hoc/${course.id}`}>{course.title}</a>
      </h3>
      <ProgressBar {...count} label={lessonsDone} />
      <p>{home.nextUp(title)}</p>
      <Actions>
        <ButtonLink href={`/hoc/${course.id}/${step.id}`} icon="next">
          {home.continueButton}
        </ButtonLink>
      </Actions>
    </Card>
  );
}
