import type {
  AttestationFact,
  CourseInfo,
  EvidenceFact,
  Suggestion,
} from "#app/domain/criteria/index.ts";
import type { AttendedMeeting } from "#app/domain/centres/index.ts";
import type { Day, PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import type { LearningRecord } from "#app/domain/learning/index.ts";

/** Somebody whose portfolio it is, and where that person lives. */
export interface PortfolioHolder {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly citizenGroup: string;
  readonly villageId: PlaceId;
  /** Names with their kind: "Bản Lùng", "Xã Bản Phố". */
  readonly villageName: string;
  readonly communeName: string;
  readonly provinceId: PlaceId;
  readonly provinceName: string;
  readonly sample: boolean;
}

/** Own evidence as it is shown. */
export interface EvidenceView extends EvidenceFact {
  readonly description: string;
  readonly photo: EvidencePhoto | null;
  readonly addedAt: Date;
  /** Whether it happened in the year of the portfolio, so that it counts. */
  readonly counts: boolean;
}

/** A stored photograph; its bytes are read by `readEvidencePhoto`. */
export interface EvidencePhoto {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/** Everything that a portfolio page or paper says. */
export interface Portfolio {
  readonly holder: PortfolioHolder;
  readonly year: number;
  readonly learning: LearningRecord;
  /** One for each course of the record, as long as the catalogue has it. */
  readonly courseInfo: readonly CourseInfo[];
  readonly suggestions: readonly Suggestion[];
  readonly suggestedTotal: number | null;
  /** Not withdrawn; the newest day first. */
  readonly evidence: readonly EvidenceView[];
  readonly attestations: readonly AttestationFact[];
  readonly meetings: number;
  /** Each of them, from the roll call of whoever led it; the newest first. */
  readonly attended: readonly AttendedMeeting[];
  readonly generatedOn: Day;
}

/** One resident in an attestor's list. */
export interface VillagePerson {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
  readonly fullName: string;
  readonly birthYear: number | null;
  /** Codes of the social indicators that the attestor who asks has spoken of this year. */
  readonly attestedIndicators: readonly string[];
  /** Own evidence of this year. */
  readonly evidence: number;
  /** Courses completed this year. */
  readonly courses: number;
}

/** One page of a village's residents, by name. */
export interface VillagePeople {
  readonly villageName: string;
  readonly people: readonly VillagePerson[];
  readonly found: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}
