import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listCourses } from "#app/domain/cmi5/index.server.ts";
import { knownNeeds } from "#app/domain/guidance/index.ts";
import { findNextLessons, readMyPlan } from "#app/domain/guidance/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { readMyCourses } from "#app/domain/learning/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import type { Deps } from "#app/server/boot/deps.server.ts";
import { readOwnNeed } from "#app/pages/learn/catalogue/own-need.server.ts";
import { Card } from "#app/kit/card.tsx";
import { type CourseListing, listingOf } from "#app/pages/learn/blocks/course-view.ts";
import { EasyCourses } from "./easy-tiles.tsx";
import { useFrame } from "#app/kit/frame-context.tsx";
import { LearnerHome } from "./learner-home.tsx";
import { hasDesk, OfficeDesks } from "./office-desks.tsx";
import { listingOfPackage } from "#app/pages/learn/package/package-view.ts";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { proposedLesson } from "#app/pages/learn/catalogue/proposed-lesson.tsx";
import { wordsOf } from "#app/kit/page-title.ts";
import { PublicWelcome } from "./public-welcome.tsx";

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
    everything: actor.settings.easyView
      ? await everythingToLearn(
          context.deps,
          actor,
          (await context.preferences()).language.words.packages.learner.level,
        )
      : [],
  };
}

function isBegun({ done }: CourseListing): boolean {
  return done?.passed === false;
}

/** For the easy view, in which the front page is the catalogue: what was begun first. */
async function everythingToLearn(
  deps: Deps,
  actor: Actor,
  packageLevel: string,
): Promise<readonly CourseListing[]> {
  const records = await readMyCourses(deps, actor);
  const packages = await listCourses(deps, actor);
  const courses = [
    ...deps.catalogue().map((course) => listingOf(course, records)),
    ...packages.map((course) => listingOfPackage(course, packageLevel)),
  ];
  return [
    ...courses.filter((course) => isBegun(course)),
    ...courses.filter((course) => !isBegun(course)),
  ];
}
export default function Home() {
  const { learning: words, ear } = useWords();
  const { easyView } = useFrame().settings;
  const home = useLoaderData<typeof loader>();
  if (home === null) {
    return (
      <LearnerPage heading={words.home.heading}>
        <PublicWelcome />
      </LearnerPage>
    );
  }
  if (easyView) {
    return (
      <LearnerPage heading={ear.easy.heading} current="learn">
        <EasyCourses courses={home.everything} />
        {hasDesk(home.roles) ? <OfficeDesks roles={home.roles} /> : null}
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
