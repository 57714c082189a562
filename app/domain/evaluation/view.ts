import type { Cycle } from "#app/domain/criteria/index.ts";
import type {
  AttestationFact,
  OwnScores,
  PassResult,
  Suggestion,
} from "#app/domain/criteria/index.ts";
import type { Day, PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import type { Portfolio, VillagePeople, VillagePerson } from "#app/domain/portfolio/index.ts";

import type { CaseFlag } from "./flags.ts";
import type { ShownRecognition } from "./recognition.ts";
import type { CaseSnapshot } from "./snapshot.ts";
import type { AssessmentState } from "./states.ts";
import type { WeighedCase } from "./weigh.ts";

/** Who reviews: the village first, then the commune. */
export type ReviewStep = "village" | "commune";

/** One review, by whom and in which office as they were that day. */
export interface ReviewView {
  readonly id: string;
  readonly step: ReviewStep;
  readonly outcome: "endorsed" | "verified" | "returned" | "refused" | "reopened";
  /** The reason of a return or refusal, or the attestor's words; may be "". */
  readonly reason: string;
  readonly reviewerName: string;
  readonly reviewerOffice: string;
  /** Shared by what one press did. */
  readonly actId: string;
  readonly at: Date;
}

/** A self-assessment as its owner or a reviewer sees it. */
export interface AssessmentView {
  readonly communeId: PlaceId;
  readonly id: string;
  readonly personId: PersonId;
  readonly villageId: PlaceId;
  readonly state: AssessmentState;
  readonly scores: OwnScores;
  readonly revision: number;
  readonly citizenGroup: string;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
}

/** The owner's page: her own scores beside what is suggested. */
export interface OwnAssessment {
  readonly cycle: Cycle;
  /** Null before the first save. */
  readonly assessment: AssessmentView | null;
  readonly result: PassResult;
  readonly suggestions: readonly Suggestion[];
  readonly suggestedTotal: number | null;
  /** Whether scores may be written and handed in today. */
  readonly open: boolean;
  /** Reviews so far, the newest first. */
  readonly reviews: readonly ReviewView[];
  /** The recognition that came of it. */
  readonly recognition: RegisterEntryView | null;
}

/** States that a queue can be asked for; drafts are their owners' alone. */
export type QueueState = Exclude<AssessmentState, "draft">;

export interface QueueRow {
  readonly communeId: PlaceId;
  readonly assessmentId: string;
  readonly personId: PersonId;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly villageId: PlaceId;
  readonly villageName: string;
  readonly state: QueueState;
  readonly revision: number;
  readonly submittedAt: Date;
  /** Recognised, and that was revoked. */
  readonly revoked: boolean;
  /** Sum of the person's own scores. */
  readonly selfTotal: number;
  /** From the frozen facts and the attestations of now; null when nothing is suggested. */
  readonly suggestedTotal: number | null;
  /** `selfTotal` less `suggestedTotal` (0 when null). */
  readonly difference: number;
  readonly flags: readonly CaseFlag[];
  /** Whether it is the reader's own case, which others must review. */
  readonly own: boolean;
}

export interface VillageCount {
  readonly villageId: PlaceId;
  readonly villageName: string;
  /** Cases of the asked state, or of every state when none is asked. */
  readonly cases: number;
}

export interface Queue {
  readonly cycle: Cycle;
  readonly rows: readonly QueueRow[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Cases that fit state, village and search. */
  readonly found: number;
  /** Of the whole commune or village; drafts only counted. */
  readonly counts: Readonly<Record<AssessmentState, number>>;
  readonly villages: readonly VillageCount[];
}

/** One resident in an attestor's list. */
export interface VillageResident extends VillagePerson {
  /** Null when nothing is handed in; a draft is its owner's alone. */
  readonly state: QueueState | null;
  /** Recognised, and that was revoked. */
  readonly revoked: boolean;
}

/** One page of a village's residents, by name. */
export interface VillageResidents extends VillagePeople {
  readonly people: readonly VillageResident[];
}

/** Everything a reviewer weighs: what was handed in, and what stands now. */
export interface CaseView extends WeighedCase {
  readonly cycle: Cycle;
  readonly assessment: AssessmentView;
  readonly snapshot: CaseSnapshot;
  readonly snapshotSha256: string;
  readonly result: PassResult;
  /** The portfolio as it is today. */
  readonly now: Portfolio;
  /** Attestations made after the case was handed in. */
  readonly attestedSince: readonly AttestationFact[];
  /** Titles of evidence that was handed in and has been withdrawn since. */
  readonly withdrawnEvidence: readonly string[];
  /** The newest first. */
  readonly reviews: readonly ReviewView[];
  /** The decision that lists it, when one does. */
  readonly decisionId: string | null;
  /** Recognised, and that was revoked. */
  readonly revoked: boolean;
  /** Past the last day for reviews. */
  readonly closed: boolean;
  readonly own: boolean;
}

/** A case as a list names it. */
export interface NamedCase {
  readonly assessmentId: string;
  /** As now. */
  readonly fullName: string;
  readonly villageName: string;
  readonly state: AssessmentState;
  /** Recognised, and that was revoked. */
  readonly revoked: boolean;
  /** The newest press on it, null when nobody has reviewed it. */
  readonly lastActId: string | null;
}

/** What one press of the commune covered. */
export interface ActView {
  readonly actId: string;
  /** The same for every case. */
  readonly outcome: ReviewView["outcome"];
  readonly reason: string;
  /** Name and office of that day. */
  readonly reviewerName: string;
  readonly reviewerOffice: string;
  /** Whether it was the reader's own press. */
  readonly own: boolean;
  readonly at: Date;
  /** By village and name. */
  readonly cases: readonly (Omit<NamedCase, "lastActId"> & {
    /** Still as this press left it, or recognised from there. */
    readonly standing: boolean;
    /** Whether taking the press back would reopen it today. */
    readonly undoable: boolean;
  })[];
}

export interface DecisionSummary {
  readonly communeId: PlaceId;
  readonly id: string;
  readonly year: number;
  readonly state: "draft" | "issued";
  readonly number: string | null;
  readonly decidedOn: Day | null;
  readonly signerName: string;
  readonly signerTitle: string;
  readonly createdAt: Date;
  readonly names: number;
}

/** A name in a decision's list; as of now in a draft, as it was that day once issued. */
export interface DecisionName {
  /** From 1. */
  readonly ordinal: number;
  readonly assessmentId: string;
  readonly personId: PersonId;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly villageName: string;
  readonly total: number;
  /** Null in a draft. */
  readonly registerEntryId: string | null;
  readonly registerNumber: string | null;
  readonly publicCode: string | null;
  readonly revoked: boolean;
}

export interface DecisionView extends DecisionSummary {
  readonly communeName: string;
  readonly provinceName: string;
  readonly rows: readonly DecisionName[];
  /** Legal bases and articles of the draft text. */
  readonly legalBases: readonly string[];
  readonly articles: readonly string[];
  /** Whether any name in it is sample data. */
  readonly sample: boolean;
}

/** The authority's record of one recognition. */
export interface RegisterEntryView extends ShownRecognition {
  readonly communeId: PlaceId;
  readonly id: string;
  readonly personId: PersonId;
  readonly publicCode: string;
  readonly birthYear: number | null;
  readonly villageName: string;
  readonly total: number;
  readonly criteriaSetId: string;
  /** One line that names the version of the criteria. */
  readonly criteria: string;
  readonly signerName: string;
  readonly signerTitle: string;
  readonly decisionId: string;
  readonly revocation: RevocationView | null;
  readonly sample: boolean;
}

/** One line of a commune's register. */
export interface RegisterLine {
  readonly registerEntryId: string;
  readonly registerNumber: string;
  readonly publicCode: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly villageName: string;
  readonly decisionId: string;
  readonly decisionNumber: string;
  readonly decidedOn: Day;
  readonly revoked: boolean;
}

/** One page of a year's register, by number. */
export interface RegisterPage {
  readonly lines: readonly RegisterLine[];
  /** From 1; the last one when a later was asked for. */
  readonly page: number;
  readonly pages: number;
  /** Entries that fit the search. */
  readonly found: number;
}

export interface RevocationView {
  readonly reason: string;
  readonly words: string;
  readonly revokerName: string;
  readonly revokerOffice: string;
  readonly revokedOn: Day;
}

/** One commune's year. */
export interface CommuneProgress {
  readonly communeId: PlaceId;
  readonly communeName: string;
  /** Registered residents who are not erased. */
  readonly people: number;
  readonly counts: Readonly<Record<AssessmentState, number>>;
  /** Recognised less revoked. */
  readonly standing: number;
}

export interface ProvinceOverview {
  readonly provinceName: string;
  readonly year: number;
  /** Communes within the officer's reach that have residents, by name. */
  readonly communes: readonly CommuneProgress[];
  readonly total: Omit<CommuneProgress, "communeId" | "communeName">;
}
