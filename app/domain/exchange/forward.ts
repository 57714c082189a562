import { z } from "zod";

import { cleanLine, type Day, type FaultOf, parseDay } from "#app/domain/kernel/index.ts";

import type { Fault } from "./fault.ts";
import { type Filters, PERSONS_SENT } from "./filters.ts";
import { REMOTE_VERSIONS, type RemoteVersion } from "./remote-store.ts";

/** Where a forward begins. */
export type Start =
  | { readonly kind: "beginning" }
  /** With what was stored on that day of Vietnam. */
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "now" };

const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/iu;
const IRI_AT_MOST = 1000;
const IRIS_AT_MOST = 100;

/** Ids that were ticked. */
const Iris = (fault: string) =>
  z
    .array(z.string().trim())
    .refine(
      (list) =>
        list.length <= IRIS_AT_MOST &&
        list.every((iri) => iri.length <= IRI_AT_MOST && IRI.test(iri)),
      fault,
    );

/** Ids that were typed, a line each. */
const IriLines = (fault: string) =>
  z
    .string()
    .transform((text) => text.split(/\r?\n/u).filter((line) => line.trim() !== ""))
    .pipe(Iris(fault));

const line = (most: number, fault: string) =>
  z.string().transform(cleanLine).pipe(z.string().min(1, fault).max(most, fault));

/** What an officer writes to forward statements. */
const TypedForward = z.object({
  name: line(100, "name"),
  endpoint: line(500, "endpoint"),
  // Basic authentication ends the user's name at the first colon (RFC 7617).
  user: line(200, "user").refine((user) => !user.includes(":"), "user"),
  // Not cleaned: blanks may belong to it.
  secret: z.string().min(1, "secret").max(500, "secret"),
  version: z.enum(REMOTE_VERSIONS),
  persons: z.enum(PERSONS_SENT),
  courses: Iris("courses"),
  /** Others than the courses. */
  activities: IriLines("activities"),
  verbs: Iris("verbs"),
  otherVerbs: IriLines("other-verbs"),
  start: z
    .object({ kind: z.enum(["beginning", "day", "now"], "start"), day: z.string() })
    .transform(({ kind, day }, context): Start => {
      if (kind !== "day") return { kind };
      const parsed = parseDay(day);
      if (parsed !== null) return { kind, day: parsed };
      context.addIssue({ code: "custom", message: "day" });
      return z.NEVER;
    }),
});

/** Each id is named once, whether it was ticked or typed. */
export const ForwardForm = TypedForward.transform(
  ({ courses, activities, verbs, otherVerbs, ...rest }) => ({
    ...rest,
    activities: [...new Set([...courses, ...activities])],
    verbs: [...new Set([...verbs, ...otherVerbs])],
  }),
);
export type ForwardForm = z.infer<typeof ForwardForm>;

export const FORWARD_FAULTS = {
  name: ["name"],
  endpoint: ["endpoint", "not-https", "private"],
  user: ["user"],
  secret: ["secret"],
  version: ["version"],
  persons: ["persons"],
  courses: ["courses"],
  activities: ["activities"],
  verbs: ["verbs"],
  otherVerbs: ["other-verbs"],
  "start.kind": ["start"],
  "start.day": ["day"],
} as const;
export type ForwardFault = FaultOf<typeof FORWARD_FAULTS>;

/** How a forward is doing. */
export type ForwardState =
  | { readonly state: "running" }
  | {
      readonly state: "failing";
      /** In a row. */
      readonly failures: number;
      readonly fault: Fault;
      /** The next try is not before. */
      readonly tryAt: Date;
    }
  | { readonly state: "paused"; readonly since: Date };

/** A forward, as its officer sees it; the secret is never shown again. */
export interface ForwardView {
  readonly id: string;
  readonly name: string;
  readonly endpoint: string;
  readonly user: string;
  readonly version: RemoteVersion;
  readonly filters: Filters;
  readonly createdAt: Date;
  readonly state: ForwardState;
  /** How old the oldest statement is that still waits; 0 when none does. */
  readonly lagSeconds: number;
  /** Everything that was stored up to here is over there, dead, or was not wanted. */
  readonly reached: Date;
  readonly sent: number;
  readonly lastSentAt: Date | null;
  /** Dead letters that nobody has settled. */
  readonly deadLetters: number;
}

/** A statement that the other store refused for good. */
export interface DeadLetter {
  readonly statementId: string;
  readonly stored: Date;
  readonly fault: Fault;
  readonly refusedAt: Date;
  /** Somebody asked to send it again, and it waits for its turn. */
  readonly resending: boolean;
}
