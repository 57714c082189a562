export {
  type CatalogueChoice,
  type CatalogueEntry,
  type ChoiceCount,
  type ChoiceCounts,
  countChoices,
  type Facet,
  FACETS,
  fitsChoice,
  LENGTHS,
  NO_CHOICE,
  slugOf,
  type WayOut,
  waysOut,
} from "./catalogue-choice.ts";
export {
  type CourseHit,
  type CourseSearch,
  type LessonHit,
  openCourseSearch,
  searchableCourse,
  type SearchableCourse,
  type SearchFound,
} from "./course-search.ts";
export type { GuidanceDeps, Push, PushOutcome, PushTarget } from "./deps.ts";
export { knownNeeds } from "./known-needs.ts";
export type { NextLesson, Why } from "./next-lessons.ts";
export {
  type LearningPlan,
  PLAN_FAULTS,
  PLAN_HOURS,
  type PlanFault,
  PlanForm,
  WEEKLY_LESSONS_AT_MOST,
} from "./plan.ts";
export type { PlanWeek, Run, WeeksKept } from "./plan-weeks.ts";
export type { LearningRhythm } from "./rhythm.ts";
export {
  NEEDS_AT_MOST,
  VILLAGE_NEEDS_FAULTS,
  type VillageNeedsFault,
  VillageNeedsForm,
} from "./village-needs-form.ts";
export { addDays, mondayOf, sundayOf, WEEK_DAYS, type WeekDay } from "./week.ts";
