import { Subject } from "#app/domain/content/index.ts";
import type { Facet, LessonHit, SearchFound, WayOut } from "#app/domain/guidance/index.ts";
import { useWords } from "#app/locales/index.ts";

import { ButtonLink } from "#app/kit/button.tsx";
import {
  type CatalogueAddress,
  catalogueHref,
  choosesNothing,
  chosenHref,
} from "./catalogue-address.ts";
import { CourseCard } from "./course-card.tsx";
import { CourseList } from "./course-list.tsx";
import type { CourseListing } from "#app/pages/learn/blocks/course-view.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { courseHref, href } from "#app/routes.ts";

/** A course with the lessons of it that were met by what was typed. */
export interface FoundCourse {
  readonly course: CourseListing;
  readonly lessons: readonly LessonHit[];
}

interface ResultsProps {
  readonly address: CatalogueAddress;
  readonly found: readonly FoundCourse[];
  readonly how: SearchFound["how"];
  readonly suggestion: string | null;
  readonly ways: readonly WayOut[];
}

/** What fits, in order; where nothing does, what is near. */
export function CatalogueResults({ address, found, how, suggestion, ways }: ResultsProps) {
  const words = useWords().finding.catalogue;
  const { query } = address;
  if (found.length === 0) {
    return <NothingFits address={address} ways={ways} suggestion={suggestion} />;
  }
  if (query === "") {
    return (
      <>
        {choosesNothing(address) ? null : <p>{words.found(found.length)}</p>}
        <BySubject courses={found.map(({ course }) => course)} />
      </>
    );
  }
  const said = { "as-typed": words.foundFor(found.length, query) };
  return (
    <>
      <p>{how === "as-typed" ? said[how] : words[how](query)}</p>
      <Suggestion text={suggestion} />
      <ul className="flow">
        {found.map(({ course: { id, ...course }, lessons }) => (
          <li key={id}>
            <CourseCard href={courseHref(id)} {...course} />
            <MetLessons courseId={id} lessons={lessons} />
          </li>
        ))}
      </ul>
      <ButtonLink href={href("learn/catalogue")} icon="learn" tone="plain">
        {words.all}
      </ButtonLink>
    </>
  );
}

function Suggestion({ text }: { readonly text: string | null }) {
  const words = useWords().finding.catalogue;
  if (text === null) return null;
  return (
    <p>
      {words.suggestion}{" "}
      <a
        className="back"
        href={`${href("learn/catalogue")}?${new URLSearchParams({ tim: text }).toString()}`}
      >
        {text}
      </a>
    </p>
  );
}

function MetLessons({ courseId, lessons }: { courseId: string; lessons: readonly LessonHit[] }) {
  const words = useWords().finding.catalogue;
  if (lessons.length === 0) return null;
  return (
    <ul aria-label={words.lessons}>
      {lessons.map(({ id, number, title }) => (
        <li key={id}>
          <a className="back" href={href("learn/lesson", { course: courseId, lesson: id })}>
            <Icon name="next" size={20} />
            {words.lesson(number, title)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function BySubject({ courses }: { readonly courses: readonly CourseListing[] }) {
  const { subject: names } = useWords().common.course;
  const groups = Subject.options
    .map((subject) => ({ subject, courses: courses.filter((one) => one.subject === subject) }))
    .filter((group) => group.courses.length > 0);
  return groups.map((group) => (
    <section key={group.subject} className="flow">
      <h2>{names[group.subject]}</h2>
      <CourseList courses={group.courses} />
    </section>
  ));
}

type NothingProps = Pick<ResultsProps, "address" | "ways" | "suggestion">;

function NothingFits({ address, ways, suggestion }: NothingProps) {
  const { finding, learning } = useWords();
  const words = finding.catalogue;
  const { query } = address;
  if (choosesNothing(address)) {
    return (
      <EmptyState icon="learn" title={learning.catalogue.empty}>
        {learning.catalogue.emptyText}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="search"
      title={query === "" ? words.nothing : words.nothingTyped(query)}
      action={
        <ButtonLink href={href("learn/catalogue")} icon="learn" tone="plain">
          {words.all}
        </ButtonLink>
      }
    >
      {ways.length === 0 ? <p>{words.nothingTypedText}</p> : <p>{words.nothingText}</p>}
      {ways.map(({ without, courses }) => (
        <p key={without}>
          <a className="back" href={chosenHref(address, dropped(without))}>
            {words.drop(words.facets[without])} ({words.courses(courses)})
          </a>
        </p>
      ))}
      {query === "" || ways.length > 0 ? null : (
        <p>
          <a className="back" href={catalogueHref({ ...address, query: "" })}>
            {words.drop(query)}
          </a>
        </p>
      )}
      <Suggestion text={suggestion} />
    </EmptyState>
  );
}

function dropped(facet: Facet) {
  return { [facet]: null };
}
