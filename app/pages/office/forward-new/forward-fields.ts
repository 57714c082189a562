import type { Words } from "#app/locales/index.ts";

/** Names of the fields of a new forward. */
export const FORWARD_FIELDS = {
  name: "ten",
  endpoint: "dia-chi",
  user: "tai-khoan",
  secret: "mat-khau",
  version: "phien-ban",
  persons: "ca-nhan",
  courses: "khoa",
  activities: "hoat-dong",
  verbs: "dong-tu",
  otherVerbs: "dong-tu-khac",
  start: "tu",
  day: "ngay",
} as const;

export type ForwardFault = keyof Words["exchange"]["forwards"]["form"]["faults"];

/** What was typed; the secret is asked anew. */
export interface TypedForward {
  readonly name: string;
  readonly endpoint: string;
  readonly user: string;
  readonly version: string;
  readonly persons: string;
  readonly courses: readonly string[];
  readonly activities: string;
  readonly verbs: readonly string[];
  readonly otherVerbs: string;
  readonly start: string;
  readonly day: string;
}

const FIELD_OF: Readonly<Record<ForwardFault, keyof typeof FORWARD_FIELDS>> = {
  name: "name",
  endpoint: "endpoint",
  "not-https": "endpoint",
  private: "endpoint",
  user: "user",
  secret: "secret",
  version: "version",
  activities: "activities",
  verbs: "otherVerbs",
  start: "start",
  day: "day",
};

/** The name of the field that a fault is about. */
export function forwardFieldOf(fault: ForwardFault): string {
  return FORWARD_FIELDS[FIELD_OF[fault]];
}
