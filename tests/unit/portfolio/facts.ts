import type { AttestationFact, PortfolioFacts } from "#app/domain/criteria/index.ts";
import { Day, PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import type { CourseRecord } from "#app/domain/learning/index.ts";

const PERSON = PersonId.parse("0197a000-0000-7000-8000-000000000001");
const COMMUNE = PlaceId.parse("0197a000-0000-7000-8000-000000000002");

/** Nothing learned, nothing told, nothing attested. */
export function factsWith(
  overrides: Partial<PortfolioFacts> & {
    readonly learned?: Partial<PortfolioFacts["learning"]>;
  } = {},
): PortfolioFacts {
  const { learned, ...facts } = overrides;
  return {
    learning: {
      communeId: COMMUNE,
      personId: PERSON,
      year: 2026,
      minutes: 0,
      lessonsCompleted: 0,
      helpedLessons: 0,
      activeWeeks: 0,
      courses: [],
      ...learned,
    },
    courseInfo: [],
    evidence: [],
    attestations: [],
    meetings: 0,
    planWeeks: { kept: 0, of: 0 },
    ...facts,
  };
}

export function courseDone(courseId: string, overrides: Partial<CourseRecord> = {}): CourseRecord {
  return {
    courseId,
    startedAt: new Date("2026-03-01T03:00:00Z"),
    completedAt: new Date("2026-05-01T03:00:00Z"),
    lessonsDone: 6,
    minutes: 80,
    finalScaled: 0.8,
    ...overrides,
  };
}

export function evidenceFor(...indicators: string[]): PortfolioFacts["evidence"][number] {
  return {
    id: `evidence-${indicators.join("-")}`,
    title: "Ghi sổ thu chi",
    indicators,
    happenedOn: Day.parse("2026-06-01"),
  };
}

export function attestationOf(indicator: string, level: string): AttestationFact {
  return {
    id: `attestation-${indicator}-${level}`,
    indicator,
    level,
    words: "",
    attestorPersonId: PERSON,
    attestorName: "Giàng A Páo",
    attestorOffice: "Trưởng thôn, Thôn Hoa Mận",
    attestedOn: Day.parse("2026-10-01"),
  };
}
