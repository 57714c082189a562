import type { Picture } from "#app/domain/identity/index.ts";
import type { CoursePack, Envelope } from "#app/domain/phones/index.ts";

import type { OutboxPort } from "./outbox.ts";
import type { Locked, PinSalt } from "./pin-lock.ts";

/** A learner of this phone. Name and picture are what anybody who holds the phone may see. */
export interface Profile {
  readonly accountId: string;
  readonly name: string;
  readonly picture: Picture;
  readonly settings: {
    readonly locale: string | null;
    readonly easyView: boolean;
    readonly dataSaver: boolean;
  };
  /** Whether people here are made up; pages say so. */
  readonly sample: boolean;
  /** Null: she has typed no PIN on this phone, and whoever else learns here cannot hand it back to her. */
  readonly pin: PinSalt | null;
  readonly wrongTries: number;
  /** The phone's clock, in milliseconds. */
  readonly closedUntil: number;
  /** Null after she signed out. */
  readonly own: Locked | null;
  /** Goes up at each change, so that two changes at once do not undo each other. */
  readonly revision: number;
}

/** Who learns on the phone now, and the key to what is hers. */
export interface Opened {
  readonly accountId: string;
  readonly key: CryptoKey;
}

/** A course on the phone: what is whole, and what is on its way. */
export interface KeptCourse {
  readonly id: string;
  readonly whole: CoursePack | null;
  readonly coming: CoursePack | null;
  /** Lessons as they were before; kept while any act waits to be sent. */
  readonly earlier: readonly CoursePack["course"]["lessons"][number][];
}

/** Whose session the server's cookie is: the cookie itself is out of our reach. */
export interface ServerSession {
  readonly accountId: string | null;
  /** Somebody else learns here since: the session ends before anything else is asked. */
  readonly toEnd: boolean;
}

/** Where a phone keeps things. Each call is one transaction. */
export interface PhonePort extends OutboxPort {
  readonly readProfiles: () => Promise<readonly Profile[]>;
  readonly readProfile: (accountId: string) => Promise<Profile | null>;
  /**
   * Puts the profile, and the envelope with it; false, and nothing is written, when the profile is no
   * longer at the revision before. Throws when the phone is full.
   */
  readonly commit: (profile: Profile, envelope: Envelope | null) => Promise<boolean>;
  readonly removeProfile: (accountId: string) => Promise<void>;
  readonly readOpened: () => Promise<Opened | null>;
  readonly writeOpened: (opened: Opened | null) => Promise<void>;
  readonly nextSequence: () => Promise<number>;
  readonly readSending: () => Promise<{ readonly offsetMs: number | null }>;
  /** How many acts wait, by account; under "" those carried for another phone. */
  readonly countWaiting: () => Promise<ReadonlyMap<string, number>>;
  /** Of another phone; those that are here already are passed over. */
  readonly carry: (envelopes: readonly Envelope[]) => Promise<void>;
  readonly readSession: () => Promise<ServerSession>;
  readonly writeSession: (session: ServerSession) => Promise<void>;
  readonly readCourses: () => Promise<readonly KeptCourse[]>;
  readonly readCourse: (id: string) => Promise<KeptCourse | null>;
  readonly writeCourse: (course: KeptCourse) => Promise<void>;
  readonly removeCourse: (id: string) => Promise<void>;
}
