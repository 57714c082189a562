import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import { readJson } from "./received.ts";

/** State, activity profile and agent profile (xAPI 2.0 §4.1.6.2, 5, 6). */
export type DocumentKind = "state" | "activity_profile" | "agent_profile";

/** What a document belongs to. */
export interface DocumentOwner {
  readonly kind: DocumentKind;
  readonly activityId: string | null;
  readonly agentKey: string | null;
  readonly registration: string | null;
}

export interface KeptDocument {
  readonly content: Buffer;
  readonly contentType: string;
  /** Without quotes. */
  readonly etag: string;
  readonly updatedAt: Date;
}

/** If-Match and If-None-Match, as they were sent. */
export interface Preconditions {
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

export type DocumentRefusal =
  /** If-Match or If-None-Match does not hold. */
  | { readonly code: "precondition-failed" }
  /** There is one already, and nothing says that the sender knows it. */
  | { readonly code: "unguarded" }
  /** There is none, and the sender does not say that she knows it. */
  | { readonly code: "precondition-missing" }
  | { readonly code: "not-json"; readonly fault: string };

/** Whether the preconditions hold (RFC 9110 §13.1.1–2). `etag`: of what is kept; null when nothing is. */
export function preconditionsHold(
  { ifMatch, ifNoneMatch }: Preconditions,
  etag: string | null,
): boolean {
  if (ifMatch !== undefined && !names(ifMatch, etag, "strong")) return false;
  return ifNoneMatch === undefined || !names(ifNoneMatch, etag, "weak");
}

/** Whether If-None-Match says that the reader has what is kept already. */
export function isUnchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && names(ifNoneMatch, etag, "weak");
}

/** A tag marked weak is never one byte for byte (RFC 9110 §8.8.3.2), so never a strong match. */
function names(header: string, etag: string | null, comparison: "strong" | "weak"): boolean {
  if (etag === null) return false;
  if (header.trim() === "*") return true;
  const own = `"${etag}"`;
  const known = comparison === "strong" ? [own] : [own, `W/${own}`];
  return header.split(",").some((tag) => known.includes(tag.trim()));
}

export interface SentDocument {
  readonly content: Buffer;
  readonly contentType: string;
}

function isJsonType(contentType: string): boolean {
  return /^application\/json\s*(;|$)/iu.test(contentType);
}

/** A JSON document by name must be one. */
export function readDocument(sent: SentDocument): Result<SentDocument, DocumentRefusal> {
  if (!isJsonType(sent.contentType)) return accept(sent);
  const json = readJson(sent.content.toString("utf8"));
  return json.ok ? accept(sent) : refuse({ code: "not-json", ...json.refusal });
}

/** POST: the members of what was sent go over those of what is kept; both must be JSON objects. */
export function mergedDocument(
  kept: SentDocument | null,
  sent: SentDocument,
): Result<SentDocument, DocumentRefusal> {
  const fault = "a document is merged only as a JSON object into a JSON object";
  const over = objectOf(sent);
  if (kept === null)
    return over === null && isJsonType(sent.contentType)
      ? refuse({ code: "not-json", fault })
      : accept(sent);
  const under = objectOf(kept);
  if (under === null || over === null) return refuse({ code: "not-json", fault });
  const merged = JSON.stringify({ ...under, ...over });
  return accept({ content: Buffer.from(merged), contentType: "application/json" });
}

function objectOf({ content, contentType }: SentDocument): object | null {
  if (!isJsonType(contentType)) return null;
  const json = readJson(content.toString("utf8"));
  if (!json.ok) return null;
  const { value } = json;
  // A number beyond a double would come out of the merge as null.
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && isFinite(value) ? value : null;
}

function isFinite(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every((inner) => isFinite(inner));
}
