import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listCourses } from "#app/domain/cmi5/index.server.ts";
import { readMyCourse, readMyCourses } from "#app/domain/learning/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { useWords, vi } from "#app/locales/index.ts";
import type { Deps } from "#app/server/deps.server.ts";
import { Card } from "#app/ui/card.tsx";
import {
  type CourseListing,
  lessonCount,
  listingOf,
  nextStep,
  stepsOf,
} from "#app/ui/course-view.ts";
import { EasyCourses } from "#app/ui/easy-tiles.tsx";
import { useFrame } from "#app/ui/frame-context.tsx";
import { LearnerHome, type NextToLearn } from "#app/ui/learner-home.tsx";
import { hasDesk, OfficeDesks } from "#app/ui/office-desks.tsx";
import { listingOfPackage } from "#app/ui/package-view.ts";
import { LearnerPage } from "#app/ui/page-frame.tsx";
import { PublicWelcome } from "#app/ui/public-welcome.tsx";

export const meta: MetaFunction = () => [
  { title: vi.common.productName },
  { name: "description", content: vi.learning.home.intro },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  if (actor === null) return null;
  return {
    name: actor.fullName,
    roles: actor.offices.map(({ role }) => role),
    next: await nextToLearn(context.deps, actor),
    everything: actor.settings.easyView ? await everythingToLearn(context.deps, actor) : [],
  };
}

const COURSES_SHOWN = 4;

/** The course touched last that is not finished; else some that are not. */
async function nextToLearn(deps: Deps, actor: Actor): Promise<NextToLearn> {
  const catalogue = deps.catalogue();
  const records = await readMyCourses(deps, actor);
  for (const { courseId, completedAt } of records) {
    const course = catalogue.find(({ id }) => id === courseId);
    if (course === undefined || completedAt !== null) continue;
    const steps = stepsOf(course, await readMyCourse(deps, actor, courseId));
    const step = nextStep(steps);
    if (step === null) continue;
    const { id, title } = course;
    return { kind: "continue", course: { id, title }, step, count: lessonCount(steps) };
  }
  const open = catalogue
    .map((course) => listingOf(course, records))
    .filter(({ done }) => done?.passed !== true);
  return open.length === 0 && catalogue.length > 0
    ? { kind: "all-done" }
    : { kind: "choose", courses: open.slice(0, COURSES_SHOWN) };
}

function isBegun({ done }: CourseListing): boolean {
  return done?.passed === false;
}

/** For the easy view, in which the front page is the catalogue: what was begun first. */
async function everythingToLearn(deps: Deps, actor: Actor): Promise<readonly CourseListing[]> {
  const records = await readMyCourses(deps, actor);
  const packages = await listCourses(deps, actor);
  const courses = [
    ...deps.catalogue().map((course) => listingOf(course, records)),
    ...packages.map((course) => listingOfPackage(course, vi.packages.learner.level)),
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
      <LearnerHome next={home.next} />
    </LearnerPage>
  );
}
