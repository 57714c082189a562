import type { Subject } from "#app/domain/content/index.ts";
import type { WeeksKept } from "#app/domain/guidance/index.ts";
import type { Day, PersonId } from "#app/domain/kernel/index.ts";
import type { LearningRecord } from "#app/domain/learning/index.ts";

/** What a learning record does not say of a course. */
export interface CourseInfo {
  readonly courseId: string;
  readonly title: string;
  readonly subject: Subject;
  readonly lessonsTotal: number;
}

/** Something done, as its owner tells it. */
export interface EvidenceFact {
  readonly id: string;
  readonly title: string;
  /** Codes of the indicators it speaks for. */
  readonly indicators: readonly string[];
  readonly happenedOn: Day;
}

/** What a named person confirms of one indicator; the newest of each attestor. */
export interface AttestationFact {
  readonly id: string;
  readonly indicator: string;
  /** Code of a level of the attestation scale. */
  readonly level: string;
  readonly words: string;
  readonly attestorPersonId: PersonId;
  readonly attestorName: string;
  readonly attestorOffice: string;
  readonly attestedOn: Day;
}

/** All that can speak for somebody's indicators in one year. */
export interface PortfolioFacts {
  readonly learning: LearningRecord;
  readonly courseInfo: readonly CourseInfo[];
  /** Not withdrawn, and happened in the year. */
  readonly evidence: readonly EvidenceFact[];
  readonly attestations: readonly AttestationFact[];
  /** Closed class meetings of the year at which she stood on the roll. */
  readonly meetings: number;
  /** Weeks of the year in which the goal of her learning plan was reached, of those it asked for. */
  readonly planWeeks: WeeksKept;
}
