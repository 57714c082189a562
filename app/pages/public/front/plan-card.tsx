import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { ProgressBar } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

/** Lessons of this week, and how many are meant. */
export interface PlanThisWeek {
  readonly done: number;
  readonly goal: number;
}

/** How the week goes, or the way to a plan. */
export function PlanCard({ week }: { readonly week: PlanThisWeek | null }) {
  const { home } = useWords().finding;
  return (
    <Card heading={home.plan} icon="calendar">
      {week === null ? (
        <p>{home.makeText}</p>
      ) : (
        <ProgressBar
          done={Math.min(week.done, week.goal)}
          total={week.goal}
          label={home.thisWeek}
        />
      )}
      <Actions>
        <ButtonLink href={href("learn/plan")} icon="calendar" tone="plain">
          {week === null ? home.make : home.open}
        </ButtonLink>
      </Actions>
    </Card>
  );
}
