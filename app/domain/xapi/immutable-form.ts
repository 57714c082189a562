import { canonicalJson, type Json } from "#app/domain/kernel/index.ts";

import type { Statement } from "./statement.ts";

/**
 * What two statements with one id must share to be the same (xAPI 2.0 §4.2.3): all but id, stored,
 * authority, version and display words; times in UTC, durations to 0.01 s, members as a set.
 */
export function immutableForm(statement: Statement): string {
  const { id: _id, stored: _stored, authority: _authority, version: _version, ...kept } = statement;
  return canonicalJson(normal(kept as Json));
}

const DEFAULT_OBJECT_TYPES = new Set(["Agent", "Activity"]);
const DISPLAY_ONLY = new Set(["display", "definition"]);

function normal(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => normal(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => isKept(key, item))
      .map(([key, item]) => [key, normalMember(key, item)]),
  );
}

function isKept(key: string, item: unknown): boolean {
  if (item === undefined || DISPLAY_ONLY.has(key)) return false;
  return !(key === "objectType" && typeof item === "string" && DEFAULT_OBJECT_TYPES.has(item));
}

function normalMember(key: string, item: Json): Json {
  if (key === "extensions") return item;
  if (key === "timestamp" && typeof item === "string") return new Date(item).toISOString();
  if (key === "duration" && typeof item === "string") {
    return item.replace(/(\d+\.\d{2})\d*S$/u, "$1S");
  }
  if (key === "member" && Array.isArray(item)) {
    return item.map((member: Json) => normal(member)).toSorted(byCanonicalText);
  }
  return normal(item);
}

function byCanonicalText(a: Json, b: Json): number {
  return canonicalJson(a) < canonicalJson(b) ? -1 : 1;
}
