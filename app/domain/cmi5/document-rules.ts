import { preferencesViolation } from "./preferences.ts";
import type { Violation } from "./session.ts";
import { LAUNCH_DATA, LEARNER_PREFERENCES } from "./vocabulary.ts";

/** A request of a session for a document that is its own (its activity, actor and registration). */
export interface DocumentRequest {
  readonly kind: "state" | "activity_profile" | "agent_profile";
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** Null when all of the owner's are asked for. */
  readonly documentId: string | null;
  readonly contentType: string;
  /** The body as text; "" for none. */
  readonly content: string;
}

/**
 * What cmi5 forbids a unit beyond xAPI (answered with 403): to change or remove its launch data
 * (§10.2.1), to keep preferences that are none, or to remove them (§11).
 */
export function documentViolation(request: DocumentRequest): Violation | null {
  const { kind, method, documentId } = request;
  if (method === "GET") return null;
  if (kind === "state") {
    return documentId === LAUNCH_DATA || documentId === null
      ? { requirement: "10.2.1.0-5", fault: "LMS.LaunchData is not changed by a unit" }
      : null;
  }
  if (kind !== "agent_profile") return null;
  if (documentId !== LEARNER_PREFERENCES || method === "DELETE") {
    return { requirement: "11.0.0.0-4", fault: "a unit keeps cmi5LearnerPreferences and no other" };
  }
  return preferencesViolation(request.contentType, request.content);
}

/** Whether it is the reading of the preferences that must come before the first statement (§11). */
export function isPreferencesReading({ kind, method, documentId }: DocumentRequest): boolean {
  return kind === "agent_profile" && method === "GET" && documentId === LEARNER_PREFERENCES;
}
