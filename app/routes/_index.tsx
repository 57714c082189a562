import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { knownNeeds } from "#app/domain/guidance/index.ts";
import { findNextLessons, readMyPlan } from "#app/domain/guidance/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { readOwnNeed } from "#app/server/own-need.server.ts";
import { Card } from "#app/ui/card.tsx";
import { LearnerHome } from "#app/ui/learner-home.tsx";
import { hasDesk, OfficeDesks } from "#app/ui/office-desks.tsx";
import { LearnerPage } from "#app/ui/page-frame.tsx";
import { proposedLesson } from "#app/ui/proposed-lesson.tsx";
import { wordsOf } from "#app/ui/page-title.ts";
import { PublicWelcome } from "#app/ui/public-welcome.tsx";

export const meta: MetaFunction = ({ matches }) => {
  const { common, learning } = wordsOf(matches);
  return [{ title: common.productName }, { name: "description", content: learning.home.intro }];
};

const LESSONS_PROPOSED = 3;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const actor = await context.actor();
  if (actor === null) return null;
  const catalogue = deps.catalogue();
  const ownNeed = await readOwnNeed(request, actor, knownNeeds(catalogue));
  const next = await findNextLessons(deps, actor, { ownNeed, most: LESSONS_PROPOSED });
  const week = (await readMyPlan(deps, actor))?.weeks.at(-1);
  return {
    name: actor.fullName,
    roles: actor.offices.map(({ role }) => role),
    proposed: next.map((each) => proposedLesson(each)),
    offersCourses: catalogue.length > 0,
    week: week === undefined ? null : { done: week.done, goal: week.goal },
  };
}

export default function Home() {
  const words = useWords().learning;
  const home = useLoaderData<typeof loader>();
  if (home === null) {
    return (
      <LearnerPage heading={words.home.heading}>
        <PublicWelcome />
      </LearnerPage>
    );
  }
  return (
    <LearnerPage heading={words.home.greeting(home.name)}>
      {hasDesk(home.roles) ? (
        <Card heading={words.desks.heading} icon="seal">
          <OfficeDesks roles={home.roles} />
        </Card>
      ) : null}
      <LearnerHome {...home} />
    </LearnerPage>
  );
}
