import type { LearningPlan, PlanWeek, Run } from "#app/domain/guidance/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { PlanWeeksChart } from "./plan-weeks.tsx";
import { ProgressBar } from "#app/kit/progress.tsx";
import { courseHref, href } from "#app/routes.ts";

interface PlanViewProps {
  readonly plan: Omit<LearningPlan, "madeAt">;
  readonly weeks: readonly PlanWeek[];
  readonly run: Run;
  readonly harvestMonths: readonly number[];
  /** Those that the plan chose, as the catalogue has them. */
  readonly courses: readonly { readonly id: string; readonly title: string }[];
}

/** How her plan goes: this week, the run of weeks, the weeks before. */
export function PlanView({ plan, weeks, run, harvestMonths, courses }: PlanViewProps) {
  const { plan: words } = useWords().finding;
  const week = weeks.at(-1);
  return (
    <>
      {week === undefined ? null : (
        <Card heading={words.week.heading} icon="calendar">
          <ThisWeek plan={plan} week={week} />
        </Card>
      )}
      <Card heading={words.run.heading} icon="check">
        <p>
          <strong>{run.kept === 0 ? words.run.none : words.run.kept(run.kept)}</strong>
        </p>
        <p className="hint">
          {words.run.forgiven}{" "}
          {harvestMonths.length === 0 ? null : words.run.harvest(harvestMonths.join(", "))}
        </p>
        <PlanWeeksChart weeks={weeks} />
      </Card>
      {courses.length === 0 ? null : (
        <section className="flow">
          <h2>{words.courses}</h2>
          <ul className="flow">
            {courses.map(({ id, title }) => (
              <li key={id}>
                <a className="choice" href={courseHref(id)}>
                  <span>{title}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="hint">{words.printHint}</p>
      <Actions>
        <ButtonLink href={href("files/plan-pdf")} icon="print" tone="plain">
          {words.print}
        </ButtonLink>
      </Actions>
    </>
  );
}

function ThisWeek({ plan, week }: { plan: PlanViewProps["plan"]; week: PlanWeek }) {
  const { days, plan: words } = useWords().finding;
  const named = plan.days.map((day) => days[day].toLowerCase()).join(", ");
  const left = week.goal - week.done;
  return (
    <>
      <ProgressBar
        done={Math.min(week.done, week.goal)}
        total={week.goal}
        label={words.week.label}
      />
      <p>
        <strong>
          {left <= 0
            ? words.week.done
            : week.state === "rest"
              ? words.week.rest
              : words.week.left(left)}
        </strong>
      </p>
      {named === "" ? null : (
        <p>
          {words.week.days(named)} {plan.hour === null ? null : words.week.hour(plan.hour)}
        </p>
      )}
      {plan.reason === "" ? null : <p>{words.reason(plan.reason)}</p>}
      <Actions>
        <ButtonLink href={href("learn/catalogue")} icon="learn">
          {words.week.learn}
        </ButtonLink>
      </Actions>
    </>
  );
}

/** One press ends the plan; what was kept stays kept. */
export function EndPlanForm() {
  const words = useWords().finding.plan;
  return (
    <form method="post">
      <Button tone="plain" icon="cross" name="viec" value="thoi">
        {words.end}
      </Button>
    </form>
  );
}
