import { hash } from "node:crypto";

import { LRUCache } from "lru-cache";

import type { StatementKeys } from "./statement-keys.ts";

/** What a statement can be found by. */
export type PostingKind =
  | "agent"
  | "agent-verb"
  | "verb"
  | "activity"
  | "registration"
  | "related-agent"
  | "related-activity"
  | "authority";

/** Verbs, activities and agents come again and again. */
const known = new LRUCache<string, string>({ max: 20_000 });

/** The first half of SHA-256 as a UUID: short enough for an index, too long to meet by chance. */
export function postingKey(kind: PostingKind, what: string): string {
  const named = `${kind} ${what}`;
  const before = known.get(named);
  if (before !== undefined) return before;
  const key = keyOf(named);
  // A registration is one attempt's.
  if (kind !== "registration") known.set(named, key);
  return key;
}

function keyOf(named: string): string {
  const hex = hash("sha256", named, "hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Every key of a statement, each once; what is found directly is not found as related as well. */
export function postingKeys(keys: StatementKeys): readonly string[] {
  const { agentKeys, verb, activityId, registration } = keys;
  return [
    ...agentKeys.flatMap((agent) => [
      postingKey("agent", agent),
      postingKey("agent-verb", `${agent} ${verb}`),
    ]),
    postingKey("verb", verb),
    ...(activityId === null ? [] : [postingKey("activity", activityId)]),
    ...(registration === null ? [] : [postingKey("registration", registration)]),
    ...keys.relatedAgentKeys.map((agent) => postingKey("related-agent", agent)),
    ...keys.relatedActivityIds.map((activity) => postingKey("related-activity", activity)),
  ];
}
