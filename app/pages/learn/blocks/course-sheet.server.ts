import type { Catalogue, Course, Sheet } from "#app/domain/content/index.ts";

/** A text beside the lessons of a course, with whose it is; no page where the course has none. */
export function sheetOf(
  catalogue: Catalogue,
  courseId: string | undefined,
  which: "glossary" | "groupSheet",
): { readonly course: Pick<Course, "id" | "title">; readonly sheet: Sheet } {
  const course = catalogue.find(({ id }) => id === courseId);
  const sheet = course?.[which] ?? null;
  if (course === undefined || sheet === null) throw new Response(null, { status: 404 });
  return { course: { id: course.id, title: course.title }, sheet };
}
