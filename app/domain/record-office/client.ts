import { type Day, dayOf, type PlaceId } from "#app/domain/kernel/index.ts";

import type { XapiScope } from "#app/domain/xapi/index.ts";

export type ClientState = "valid" | "expired" | "revoked";

/** A program that may use the record store, as the officer sees it; its secret is nowhere. */
export interface ClientLine {
  readonly clientId: string;
  readonly name: string;
  /** What it names itself by. */
  readonly key: string;
  /** Whether it comes with a secret of ours or with tokens of the configured issuer. */
  readonly entry: "secret" | "token";
  readonly scopes: readonly XapiScope[];
  readonly placeId: PlaceId;
  /** With its kind word: "Xã Bắc Hà". */
  readonly placeName: string;
  readonly requestsPerMinute: number;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** The last day of validity; null: it does not expire by itself. */
  readonly lastDay: Day | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly state: ClientState;
}

/** A commune that a client may be let in for. */
export interface FoundCommune {
  readonly communeId: PlaceId;
  /** With its kind word: "Xã Bắc Hà". */
  readonly communeName: string;
}

/** Statements that a client sent on one day of Vietnam. */
export interface DayCount {
  readonly day: Day;
  readonly statements: number;
}

const VIETNAM_MIDNIGHT = "T00:00:00+07:00";
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** The instant at which a day begins in Vietnam. */
export function startOf(day: Day): Date {
  return new Date(`${day}${VIETNAM_MIDNIGHT}`);
}

/** The instant at which a day has ended in Vietnam. */
export function endOf(day: Day): Date {
  return new Date(startOf(day).getTime() + DAY_MILLISECONDS);
}

/** The days up to and with `last`, the oldest first. */
export function daysUntil(last: Day, days: number): readonly Day[] {
  const until = startOf(last).getTime();
  return Array.from({ length: days }, (_, index) =>
    dayOf(new Date(until - (days - 1 - index) * DAY_MILLISECONDS)),
  );
}

export function clientStateOf(
  client: { readonly expiresAt: Date | null; readonly revokedAt: Date | null },
  now: Date,
): ClientState {
  if (client.revokedAt !== null) return "revoked";
  return client.expiresAt !== null && client.expiresAt <= now ? "expired" : "valid";
}
