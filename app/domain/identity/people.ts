import type { Day, PersonId, PlaceId } from "#app/domain/kernel/index.ts";

import type { HeldOffice } from "./actor.ts";

/** A birth day as far as it is known; upland papers often say the year alone. */
export type Birth =
  | { readonly precision: "day" | "month" | "year"; readonly day: Day }
  | { readonly precision: "unknown" };

/** One line of a commune's list of people. */
export interface ListedPerson {
  readonly personId: PersonId;
  readonly fullName: string;
  readonly birthYear: number | null;
  /** With its kind word: "Bản Lùng". */
  readonly villageName: string;
  /** The end of the code on the learner's card. */
  readonly cardLast4: string | null;
  /** Villages that the person answers for as attestor today, with their kind word. */
  readonly attestorOf: readonly string[];
}

/** A page of a commune's people, by name. */
export interface PeoplePage {
  readonly people: readonly ListedPerson[];
  readonly found: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** A village that stands today, with who answers for it. */
export interface VillageLine {
  readonly villageId: PlaceId;
  readonly villageName: string;
  /** Residents who were registered. */
  readonly people: number;
  readonly attestors: readonly {
    readonly personId: PersonId;
    readonly fullName: string;
    readonly title: string;
  }[];
}

/** Somebody of the same name (marks aside) and, as far as known, the same year of birth. */
export interface Namesake {
  readonly personId: PersonId;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly villageName: string;
}

/** An office held today, wherever it is. */
export interface PersonOffice {
  readonly officeId: string;
  readonly role: HeldOffice["role"];
  readonly title: string;
  readonly placeId: PlaceId;
  readonly placeName: string;
  /** Null for an office at province. */
  readonly communeId: PlaceId | null;
  readonly validFrom: Day;
}

/** What a commune keeps of one person, as its official sees it. */
export interface PersonFile {
  readonly personId: PersonId;
  readonly communeId: PlaceId;
  readonly fullName: string;
  readonly birth: Birth;
  readonly sex: "female" | "male" | "unstated";
  readonly languages: readonly string[];
  readonly citizenGroup: string;
  readonly villageId: PlaceId;
  readonly villageName: string;
  readonly phone: string | null;
  /** Null until a card is made for her. */
  readonly cardCode: string | null;
  /** The end of the citizen's number; null when none is kept. */
  readonly nationalIdLast4: string | null;
  /** Since when and why she lives here no more; null: she does. */
  readonly ended: { readonly on: Day; readonly how: "moved" | "died" } | null;
  readonly guardianName: string | null;
  readonly registeredAt: Date;
  readonly consent: {
    readonly version: string;
    readonly language: string;
    readonly givenBy: "self" | "guardian";
    readonly explainedBy: string;
    readonly givenAt: Date;
  } | null;
  readonly offices: readonly PersonOffice[];
}

/** What was changed of somebody: fields by name, as texts; a citizen's number by its end. */
export interface PersonChange {
  readonly at: Date;
  /** The day it holds from; null for a mended mistake. */
  readonly since: Day | null;
  readonly kind: "corrected" | "village" | "moved" | "died" | "returned";
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly byName: string;
  readonly byOffice: string;
}
