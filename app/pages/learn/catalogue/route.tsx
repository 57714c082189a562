import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listCourses } from "#app/domain/cmi5/index.server.ts";
import { knownNeeds } from "#app/domain/guidance/index.ts";
import { findNextLessons } from "#app/domain/guidance/index.server.ts";
import { readMyCourses } from "#app/domain/learning/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { findInCatalogue } from "./catalogue-view.server.ts";
import { keepOwnNeed, readOwnNeed } from "./own-need.server.ts";
import { catalogueFields, choosesNothing, readCatalogueAddress } from "./catalogue-address.ts";
import { ChosenOnes, MoreChoices, NeedChoices } from "./catalogue-choices.tsx";
import { CatalogueResults } from "./catalogue-results.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { NextLessonCard, proposedLesson } from "./proposed-lesson.tsx";
import { SearchForm } from "#app/kit/search-form.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.learning.catalogue.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const address = readCatalogueAddress(new URL(request.url).searchParams);
  const catalogue = deps.catalogue();
  const packageLevel = (await context.preferences()).language.words.packages.learner.level;
  const actor = await context.actor();
  if (actor === null) {
    const offered = { catalogue, records: [], packages: [], packageLevel };
    return data({ address, ...findInCatalogue(offered, address), next: [] });
  }
  const records = await readMyCourses(deps, actor);
  const packages = await listCourses(deps, actor);
  const shown = findInCatalogue({ catalogue, records, packages, packageLevel }, address);
  const ownNeed = await readOwnNeed(request, actor, knownNeeds(catalogue));
  const next = choosesNothing(address)
    ? await findNextLessons(deps, actor, { ownNeed, most: 1 })
    : [];
  const tapped = shown.found.length > 0 ? address.choice.need : null;
  return data(
    { address, ...shown, next: next.map((each) => proposedLesson(each)) },
    { headers: await keepOwnNeed(actor, tapped) },
  );
}

export default function CourseCatalogue() {
  const words = useWords().learning.catalogue;
  const { address, choices, next, ...results } = useLoaderData<typeof loader>();
  const [first] = next;
  return (
    <LearnerPage heading={words.heading} current="learn">
      {first === undefined ? null : <NextLessonCard proposed={first} />}
      <SearchForm
        action={href("learn/catalogue")}
        label={words.search}
        button={words.searchButton}
        query={address.query}
        kept={catalogueFields(address.choice)}
      />
      <ChosenOnes {...choices} />
      <NeedChoices {...choices} />
      <MoreChoices {...choices} />
      <CatalogueResults address={address} {...results} />
    </LearnerPage>
  );
}
