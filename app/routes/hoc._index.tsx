import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listCourses } from "#app/domain/cmi5/index.server.ts";
import { type Catalogue, type Course, Subject } from "#app/domain/content/index.ts";
import { cleanLine, compareVietnamese, unaccented } from "#app/domain/kernel/index.ts";
import { readMyCourses } from "#app/domain/learning/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CourseList } from "#app/ui/course-list.tsx";
import { listingOf } from "#app/ui/course-view.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { NeedLinks } from "#app/ui/need-links.tsx";
import { listingOfPackage } from "#app/ui/package-view.ts";
import { LearnerPage } from "#app/ui/page-frame.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SEARCH_LENGTH, SearchForm } from "#app/ui/search-form.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.learning.catalogue.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const typed = new URL(request.url).searchParams.get("tim") ?? "";
  const query = cleanLine(typed.slice(0, 4 * SEARCH_LENGTH)).slice(0, SEARCH_LENGTH);
  const actor = await context.actor();
  const { level } = (await context.shown()).language.words.packages.learner;
  const records = actor === null ? [] : await readMyCourses(deps, actor);
  const catalogue = deps.catalogue();
  const packages = actor === null ? [] : await listCourses(deps, actor);
  const courses = [
    ...catalogue
      .filter((course) => fits(course, query))
      .map((course) => listingOf(course, records)),
    ...packages
      .map((course) => listingOfPackage(course, level))
      .filter(({ title, summary }) => fits({ title, summary, needs: [] }, query)),
  ];
  return { query, courses, needs: needsOf(catalogue) };
}

/** Whether every word typed begins a word of the course's title, summary or needs. */
function fits(
  { title, summary, needs }: Pick<Course, "title" | "summary" | "needs">,
  query: string,
): boolean {
  const text = ` ${unaccented([title, summary, ...needs].join(" "))}`;
  return unaccented(query)
    .split(" ")
    .every((word) => text.includes(` ${word}`));
}

function needsOf(catalogue: Catalogue): readonly string[] {
  const needs = new Set(catalogue.flatMap((course) => course.needs));
  return [...needs].toSorted((a, b) => compareVietnamese(a, b));
}

export default function CourseCatalogue() {
  const { learning, common } = useWords();
  const words = learning.catalogue;
  const { query, courses, needs } = useLoaderData<typeof loader>();
  const begun = query === "" ? courses.filter(({ done }) => done?.passed === false) : [];
  const groups = Subject.options
    .map((subject) => ({
      subject,
      courses: courses.filter((one) => one.subject === subject && !begun.includes(one)),
    }))
    .filter((group) => group.courses.length > 0);
  const all = (
    <ButtonLink href="/hoc" icon="learn" tone="plain">
      {words.all}
    </ButtonLink>
  );
  return (
    <LearnerPage heading={words.heading} current="learn">
      {begun.length === 0 ? null : (
        <section className="flow">
          <h2>{words.begun}</h2>
          <CourseList courses={begun} />
        </section>
      )}
      <SearchForm action="/hoc" label={words.search} button={words.searchButton} query={query} />
      {query === "" ? <NeedLinks needs={needs} /> : null}
      {query !== "" && courses.length > 0 ? <p>{words.found(courses.length, query)}</p> : null}
      {groups.map((group) => (
        <section key={group.subject} className="flow">
          <h2>{common.course.subject[group.subject]}</h2>
          <CourseList courses={group.courses} />
        </section>
      ))}
      {courses.length > 0 ? (
        query === "" ? null : (
          all
        )
      ) : (
        <EmptyState
          icon="learn"
          title={query === "" ? words.empty : words.none(query)}
          action={query === "" ? undefined : all}
        >
          {query === "" ? words.emptyText : words.noneText}
        </EmptyState>
      )}
    </LearnerPage>
  );
}
