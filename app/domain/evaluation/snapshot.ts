import { z } from "zod";

import type {
  CriteriaSet,
  OwnScores,
  PortfolioFacts,
  Suggestion,
} from "#app/domain/criteria/index.ts";
import { Subject } from "#app/domain/content/index.ts";
import { Day, PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import type { LearningRecord } from "#app/domain/learning/index.ts";
import type { PortfolioHolder } from "#app/domain/portfolio/index.ts";

/** What was handed in, frozen, as JSON; a later change of anything else does not reach it. */
export const CaseSnapshot = z.object({
  criteriaSetId: z.string(),
  year: z.int(),
  frozenAt: z.iso.datetime(),
  person: z.object({
    personId: PersonId,
    fullName: z.string(),
    birthYear: z.int().nullable(),
    citizenGroup: z.string(),
    villageId: PlaceId,
    villageName: z.string(),
    communeId: PlaceId,
    communeName: z.string(),
    provinceName: z.string(),
  }),
  scores: z.record(z.string(), z.object({ score: z.int().nullable(), words: z.string() })),
  total: z.int(),
  passed: z.boolean(),
  suggestions: z.array(
    z.object({
      code: z.string(),
      suggested: z.number().nullable(),
      reasons: z.array(z.string()),
      next: z.array(z.string()),
    }),
  ),
  learning: z.object({
    minutes: z.number(),
    lessonsCompleted: z.int(),
    /** Not said by what was frozen before it was known. */
    helpedLessons: z.int().default(0),
    activeWeeks: z.int(),
    meetings: z.int(),
    /** Absent from what was handed in before plans counted. */
    planWeeks: z.object({ kept: z.int(), of: z.int() }).default({ kept: 0, of: 0 }),
    courses: z.array(
      z.object({
        courseId: z.string(),
        startedAt: z.iso.datetime(),
        completedAt: z.iso.datetime().nullable(),
        lessonsDone: z.int(),
        minutes: z.number(),
        finalScaled: z.number().nullable(),
      }),
    ),
  }),
  courseInfo: z.array(
    z.object({
      courseId: z.string(),
      title: z.string(),
      subject: Subject,
      lessonsTotal: z.int(),
    }),
  ),
  evidence: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      indicators: z.array(z.string()),
      happenedOn: Day,
    }),
  ),
  attestations: z.array(
    z.object({
      id: z.string(),
      indicator: z.string(),
      level: z.string(),
      words: z.string(),
      attestorPersonId: PersonId,
      attestorName: z.string(),
      attestorOffice: z.string(),
      attestedOn: Day,
    }),
  ),
});
export type CaseSnapshot = z.infer<typeof CaseSnapshot>;

/** Freezes a case as of an instant. */
export function snapshotOf(frozen: {
  readonly criteria: CriteriaSet;
  readonly year: number;
  readonly frozenAt: Date;
  readonly holder: PortfolioHolder;
  readonly scores: OwnScores;
  readonly total: number;
  readonly passed: boolean;
  readonly suggestions: readonly Suggestion[];
  readonly facts: PortfolioFacts;
}): CaseSnapshot {
  const { holder, facts } = frozen;
  return CaseSnapshot.parse({
    criteriaSetId: frozen.criteria.id,
    year: frozen.year,
    frozenAt: frozen.frozenAt.toISOString(),
    person: {
      personId: holder.personId,
      fullName: holder.fullName,
      birthYear: holder.birthYear,
      citizenGroup: holder.citizenGroup,
      villageId: holder.villageId,
      villageName: holder.villageName,
      communeId: holder.communeId,
      communeName: holder.communeName,
      provinceName: holder.provinceName,
    },
    scores: frozen.scores,
    total: frozen.total,
    passed: frozen.passed,
    suggestions: frozen.suggestions,
    learning: {
      ...facts.learning,
      meetings: facts.meetings,
      planWeeks: facts.planWeeks,
      courses: facts.learning.courses.map((course) => ({
        ...course,
        startedAt: course.startedAt.toISOString(),
        completedAt: course.completedAt?.toISOString() ?? null,
      })),
    },
    courseInfo: facts.courseInfo,
    evidence: facts.evidence,
    attestations: facts.attestations,
  });
}

/** The facts of a snapshot, as suggestions are made from them. */
export function factsOf(snapshot: CaseSnapshot): PortfolioFacts {
  const learning: LearningRecord = {
    communeId: snapshot.person.communeId,
    personId: snapshot.person.personId,
    year: snapshot.year,
    minutes: snapshot.learning.minutes,
    lessonsCompleted: snapshot.learning.lessonsCompleted,
    helpedLessons: snapshot.learning.helpedLessons,
    activeWeeks: snapshot.learning.activeWeeks,
    courses: snapshot.learning.courses.map((course) => ({
      ...course,
      startedAt: new Date(course.startedAt),
      completedAt: course.completedAt === null ? null : new Date(course.completedAt),
    })),
  };
  return {
    learning,
    courseInfo: snapshot.courseInfo,
    evidence: snapshot.evidence,
    attestations: snapshot.attestations,
    meetings: snapshot.learning.meetings,
    planWeeks: snapshot.learning.planWeeks,
  };
}
