import type { Statement } from "./statement.ts";

/** Everything in which the versions differ is in this file; both work on the same statements. */
export type XapiVersion = "1.0.3" | "2.0.0";

/** What `about` says: the newest patch of each, and the older ones whose documents are the same. */
export const VERSIONS = ["2.0.0", "1.0.3", "1.0.2", "1.0.1", "1.0.0"] as const;

/** The version that a request asks for by its header, or null when it is none of ours. */
export function readVersion(header: string): XapiVersion | null {
  if (/^1\.0(\.\d+)?$/u.test(header)) return "1.0.3";
  return /^2\.0(\.\d+)?$/u.test(header) ? "2.0.0" : null;
}

/** The `version` of a statement that names none. */
export function silentVersion(version: XapiVersion): string {
  return version === "1.0.3" ? "1.0.0" : "2.0.0";
}

/** The method in the query (1.0.3 §1.3) is gone in 2.0. */
export function hasAlternateSyntax(version: XapiVersion): boolean {
  return version === "1.0.3";
}

/** 2.0 §4.1.6.2: a state that is there is replaced under its ETag only; 1.0.3 leaves State out. */
export function guardsState(version: XapiVersion): boolean {
  return version === "2.0.0";
}

/** 1.0.3 §3.1: whoever puts a profile says which one it replaces, or that there is none. */
export function demandsPrecondition(version: XapiVersion): boolean {
  return version === "1.0.3";
}

/** What one version refuses and the other knows, or null. */
export function versionFault(statement: Statement, version: XapiVersion): string | null {
  if (version === "2.0.0") return null;
  if (statement.version !== undefined && !/^1\.0(\.|$)/u.test(statement.version)) {
    return "version: 1.0.3 takes no statement of another version than 1.0.x";
  }
  // ISO 8601 has a T where RFC 3339, which 2.0 follows, allows a blank.
  if (statement.timestamp?.includes(" ") === true) return "timestamp: no T between date and time";
  const plan = "verb" in statement.object ? statement.object.context : undefined;
  const [later] = [statement.context, plan].flatMap((context) =>
    context === undefined
      ? []
      : (["contextAgents", "contextGroups"] as const).filter((key) => context[key] !== undefined),
  );
  return later === undefined ? null : `context.${later}: not in version 1.0.3`;
}
