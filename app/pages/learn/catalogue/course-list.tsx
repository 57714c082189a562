import { CourseCard } from "./course-card.tsx";
import type { CourseListing } from "#app/pages/learn/blocks/course-view.ts";
import { courseHref } from "#app/routes.ts";

/** Courses one under another. */
export function CourseList({ courses }: { readonly courses: readonly CourseListing[] }) {
  return (
    <ul className="flow">
      {courses.map(({ id, ...course }) => (
        <li key={id}>
          <CourseCard href={courseHref(id)} {...course} />
        </li>
      ))}
    </ul>
  );
}
