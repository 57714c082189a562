import type { Catalogue, Course, Lesson } from "#app/domain/content/index.ts";
import type { CourseState } from "#app/domain/learning/index.ts";

/** Why a lesson is proposed; each kind is one sentence to the learner. */
export type Why =
  /** She did its quiz and has not passed yet. */
  | { readonly kind: "try-again" }
  /** It follows what she learned last. */
  | { readonly kind: "continue" }
  | { readonly kind: "planned" }
  | { readonly kind: "village-need"; readonly need: string }
  /** She tapped that need before. */
  | { readonly kind: "own-need"; readonly need: string }
  | { readonly kind: "new" };

export interface NextLesson {
  readonly course: Course;
  readonly lesson: Lesson;
  /** Of the lesson in its course, from 1; the final test comes after the last. */
  readonly number: number;
  readonly why: Why;
}

export interface Begun {
  readonly courseId: string;
  readonly completed: boolean;
  readonly state: CourseState | null;
}

export interface Bearings {
  readonly catalogue: Catalogue;
  /** Courses with an act of hers, the newest first. */
  readonly begun: readonly Begun[];
  readonly plannedCourses: readonly string[];
  /** As courses name them. */
  readonly villageNeeds: readonly string[];
  readonly ownNeed: string | null;
}

/**
 * What she could learn next, the best first, one lesson of a course: what she began, what she
 * planned, what her village needs, what she looked for, then the rest of the catalogue. Empty when
 * every course is finished.
 */
export function nextLessons(bearings: Bearings, most: number): readonly NextLesson[] {
  const { catalogue, begun, plannedCourses, villageNeeds, ownNeed } = bearings;
  const touched = new Map(begun.map((each) => [each.courseId, each]));
  const fresh = catalogue.filter(({ id }) => !touched.has(id));
  const proposed = [
    ...begun.flatMap((each) => continued(catalogue, each)),
    ...plannedCourses.flatMap((id) => firstOf(fresh, (course) => course.id === id, PLANNED)),
    ...villageNeeds.flatMap((need) =>
      firstOf(fresh, answers(need), { kind: "village-need", need }),
    ),
    ...(ownNeed === null
      ? []
      : firstOf(fresh, answers(ownNeed), { kind: "own-need", need: ownNeed })),
    ...firstOf(fresh, () => true, { kind: "new" }),
  ];
  const seen = new Set<string>();
  const distinct = proposed.filter(({ course }) => !seen.has(course.id) && seen.add(course.id));
  return distinct.slice(0, most);
}

const PLANNED: Why = { kind: "planned" };

function answers(need: string): (course: Course) => boolean {
  return ({ needs }) => needs.includes(need);
}

function firstOf(
  courses: readonly Course[],
  fits: (course: Course) => boolean,
  why: Why,
): readonly NextLesson[] {
  return courses
    .filter((course) => fits(course))
    .flatMap((course) =>
      course.lessons.slice(0, 1).map((lesson) => ({ course, lesson, number: 1, why })),
    );
}

function continued(catalogue: Catalogue, begun: Begun): readonly NextLesson[] {
  const { courseId, completed, state } = begun;
  const course = catalogue.find(({ id }) => id === courseId);
  if (course === undefined || completed) return [];
  const open = [...course.lessons, course.final]
    .map((lesson, index) => ({ lesson, number: index + 1 }))
    .filter(({ lesson }) => (state?.lessons.get(lesson.id)?.completedAt ?? null) === null);
  const failed = open.find(({ lesson }) => (state?.lessons.get(lesson.id)?.attempts ?? 0) > 0);
  const next = failed ?? open[0];
  if (next === undefined) return [];
  const why: Why = { kind: failed === undefined ? "continue" : "try-again" };
  return [{ course, ...next, why }];
}
