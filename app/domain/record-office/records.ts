import type { Day, PersonId } from "#app/domain/kernel/index.ts";

import type { StatementParts } from "./statement-parts.ts";
import type { KnownVerb } from "./verbs.ts";

/** Where a page of statements ends; the next one begins after it. */
export interface Place {
  readonly stored: Date;
  readonly sequence: bigint;
}

/** A resident within reach, as far as one tells her from others of her name. */
export interface Resident {
  readonly personId: PersonId;
  readonly fullName: string;
  readonly birthYear: number | null;
  /** With its kind word: "Bản Lùng". */
  readonly villageName: string;
  /** With its kind word: "Xã Bắc Hà". */
  readonly communeName: string;
  /** The end of the code on the learner's card. */
  readonly cardLast4: string;
}

/** Which statements are looked for; null: all. */
export interface RecordFilter {
  readonly personId: PersonId | null;
  readonly verb: KnownVerb | null;
  /** An activity's id; what belongs to it counts too. */
  readonly activity: string | null;
  /** By the day on which they were stored, both included. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly voidedOnly: boolean;
}

/** Names of residents by account id. */
export type Names = Readonly<Record<string, Pick<Resident, "personId" | "fullName">>>;

/** One line of a list of statements. */
export interface RecordLine {
  readonly statementId: string;
  readonly stored: Date;
  /** When it happened, as the statement says. */
  readonly timestamp: Date;
  /** With its kind word; the province's own name for what a client of the whole province sent. */
  readonly placeName: string;
  readonly voided: boolean;
  /** Null when it was lawfully erased. */
  readonly parts: StatementParts | null;
}

export interface RecordPage {
  readonly lines: readonly RecordLine[];
  readonly names: Names;
  readonly more: Place | null;
}

/** One statement opened. */
export interface RecordFile extends RecordLine {
  readonly names: Names;
  readonly version: string;
  /** Who vouches for it. */
  readonly authority: string;
  /** Pretty JSON as the store gives it out, or what is left of a lawful erasure. */
  readonly content:
    | { readonly state: "kept"; readonly json: string }
    | {
        readonly state: "erased";
        /** SHA-256 of the text that it was, hex. */
        readonly hash: string;
        readonly erasure: { readonly at: Date; readonly basis: string } | null;
      };
  /** The statement that it is about; `within`: whether this desk may open it. */
  readonly refersTo: { readonly statementId: string; readonly within: boolean } | null;
  /** Statements within reach that are about this one, at most fifty. */
  readonly referredBy: readonly { readonly statementId: string; readonly voids: boolean }[];
  /** When its day was closed, or null when it has not been yet. */
  readonly sealedAt: Date | null;
}

/** A page on which somebody was shown personal data. */
export interface AccessLogEntry {
  readonly sequence: bigint;
  readonly at: Date;
  readonly actorName: string;
  readonly actorOffice: string;
  readonly looked: AccessedPage;
  /** People whom the page named. */
  readonly persons: number;
}

export type AccessedPage =
  | { readonly at: "list"; readonly filter: RecordFilter }
  /** People of a name, to choose from. */
  | { readonly at: "people" }
  | { readonly at: "statement"; readonly statementId: string }
  | { readonly at: "client"; readonly clientId: string };
