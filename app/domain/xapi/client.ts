import { z } from "zod";

import type { Agent } from "./statement.ts";

/** What a client may be allowed, in the words of xAPI 1.0.3 §4.2. */
export const XapiScope = z.enum([
  "statements/write",
  "statements/read/mine",
  "statements/read",
  "state",
  "define",
  "profile",
  "all/read",
  "all",
]);
export type XapiScope = z.infer<typeof XapiScope>;

/** A program that speaks to the record store, as its credentials make it known. */
export interface RecordClient {
  readonly id: string;
  /** What it vouches for its statements as. */
  readonly authority: Agent;
  /** What it sends and keeps is of this place: a commune or a province. */
  readonly placeId: string;
  /** The places whose records it may see. */
  readonly reach: readonly string[];
  readonly scopes: ReadonlySet<XapiScope>;
  readonly requestsPerMinute: number;
  /** Of a launched session: the one learner, activity and registration that it is about. */
  readonly session?: {
    readonly agentKey: string;
    readonly activityId: string;
    readonly registration: string;
  };
}

export type ReadRight = "everything" | "mine" | "nothing";

export function mayWriteStatements({ scopes }: RecordClient): boolean {
  return scopes.has("all") || scopes.has("statements/write");
}

export function statementsItMayRead({ scopes }: RecordClient): ReadRight {
  if (["all", "all/read", "statements/read"].some((scope) => has(scopes, scope)))
    return "everything";
  return scopes.has("statements/read/mine") ? "mine" : "nothing";
}

/** Whether what it says of an activity enters the canonical definition. */
export function mayDefine({ scopes }: RecordClient): boolean {
  return scopes.has("all") || scopes.has("define");
}

export function mayVoidOthers({ scopes }: RecordClient): boolean {
  return scopes.has("all");
}

export function mayUseDocuments(
  { scopes }: RecordClient,
  scope: "state" | "profile",
  access: "read" | "write",
): boolean {
  return scopes.has("all") || scopes.has(scope) || (access === "read" && scopes.has("all/read"));
}

function has(scopes: ReadonlySet<string>, scope: string): boolean {
  return scopes.has(scope);
}
