import { z } from "zod";

import type { Picture } from "#app/domain/identity/index.ts";
import { type Day, type FaultOf, type PersonId, PlaceId, Uuid } from "#app/domain/kernel/index.ts";

/** How many may be present at one meeting; more than a village hall holds is a mistake. */
export const PRESENT_AT_MOST = 200;

/** What a promoter chooses to open a class. */
export const OpeningForm = z.object({
  /** A village, or the commune. */
  placeId: PlaceId,
  /** "<course>/<lesson>", as the form names it. */
  lesson: z.string().transform((text, context) => {
    const [courseId = "", lessonId = "", ...more] = text.slice(0, 300).split("/");
    if (courseId !== "" && lessonId !== "" && more.length === 0) return { courseId, lessonId };
    context.addIssue({ code: "custom", message: "lesson" });
    return z.NEVER;
  }),
});
export type OpeningForm = z.infer<typeof OpeningForm>;

export const OPENING_FAULTS = {
  placeId: ["placeId", "no-office", "registered-elsewhere"],
  lesson: ["lesson", "unknown-lesson"],
} as const;
export type OpeningFault = FaultOf<typeof OPENING_FAULTS>;

/** The code of a card that is shown at a roll call, as typed or scanned. */
export const ShownCardForm = z.object({ card: z.string().max(40, "card-unreadable") });

/** What can be wrong at a roll call; only a card is typed. */
export const ROLL_FAULTS = {
  card: ["card-unreadable", "card-unknown"],
  form: ["closed", "person-unknown", "oneself", "too-many"],
} as const;
export type RollFault = FaultOf<typeof ROLL_FAULTS>;

export const MeetingId = Uuid.brand("MeetingId");
export type MeetingId = z.infer<typeof MeetingId>;

/** A group that goes, or went, through a lesson together. */
export interface Meeting {
  readonly meetingId: MeetingId;
  readonly communeId: PlaceId;
  /** The village or commune where it met. */
  readonly placeId: PlaceId;
  /** With its kind word: "Bản Lùng". */
  readonly placeName: string;
  readonly heldOn: Day;
  /** The lesson's nominal length on that day. */
  readonly minutes: number;
  /** The lesson's title on that day. */
  readonly topic: string;
  readonly courseId: string;
  readonly lessonId: string;
  /** Of the lesson, when the class was opened. */
  readonly contentVersion: string;
  readonly promoterId: PersonId;
  readonly promoterName: string;
  /** By which it was led that day: "Người hướng dẫn, Bản Lùng"; "" when none is known. */
  readonly promoterOffice: string;
  readonly openedAt: Date;
  /** Null while it is open. */
  readonly closedAt: Date | null;
  /** How many were marked present. */
  readonly present: number;
}

/** Somebody on a roll call, as far as one tells her from others of her name. */
export interface RollPerson {
  readonly personId: PersonId;
  readonly fullName: string;
  /** Somebody else on the page has the same name, marks aside: then the year of birth tells them apart. */
  readonly namesake: boolean;
  /** Null where nobody needs it, and where it is not known. */
  readonly birthYear: number | null;
  /** With its kind word; null when she lives where the class meets. */
  readonly villageName: string | null;
  readonly picture: Picture;
  readonly present: boolean;
}

/** A class meeting that somebody was at, as it stands in her record. */
export type AttendedMeeting = Pick<
  Meeting,
  "meetingId" | "heldOn" | "topic" | "placeName" | "minutes" | "promoterName" | "promoterOffice"
>;
