import type { Transact } from "#app/db/index.server.ts";
import type { Catalogue } from "#app/domain/content/index.ts";
import type { Clock } from "#app/domain/kernel/index.ts";

import type { LearningRhythm } from "./rhythm.ts";

/** What the use cases of guidance are given. */
export interface GuidanceDeps extends Clock {
  readonly transact: Transact;
  readonly catalogue: () => Catalogue;
  readonly rhythm: LearningRhythm;
}

/** Where a browser wants its reminders sent, and what they are sealed with (RFC 8291). */
export interface PushTarget {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** Gone: that address will take nothing any more. */
export type PushOutcome = "sent" | "gone" | "failed";

/** The way out to push services. */
export interface Push {
  /** What browsers are told to expect (RFC 8292), base64url. */
  readonly publicKey: string;
  /** Whether an address may be written to at all: of the public web, by https. */
  readonly mayReach: (endpoint: string) => boolean;
  readonly send: (target: PushTarget, text: string) => Promise<PushOutcome>;
}
