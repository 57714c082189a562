import { ask, type Method, newId, type Question, type Version } from "./ask.ts";
import { somebody, something } from "./statements.ts";

export const KINDS = ["state", "agent profile", "activity profile"] as const;
export type Kind = (typeof KINDS)[number];

export type Query = Readonly<Record<string, unknown>>;

const PATHS: Readonly<Record<Kind, string>> = {
  state: "/activities/state",
  "agent profile": "/agents/profile",
  "activity profile": "/activities/profile",
};

export const pathOf = (kind: Kind): string => PATHS[kind];
export const idKeyOf = (kind: Kind) => (kind === "state" ? "stateId" : "profileId");

/** Where a document is that no other test knows. */
export function newPlace(kind: Kind): Query {
  const id = newId();
  switch (kind) {
    case "state":
      return { activityId: something().id, agent: somebody(), stateId: id };
    case "agent profile":
      return { agent: somebody(), profileId: id };
    case "activity profile":
      return { activityId: something().id, profileId: id };
  }
}

/** The same without the id of the document: where many are. */
export function placeOfMany(kind: Kind, place: Query): Query {
  const { [idKeyOf(kind)]: _id, ...rest } = place;
  return rest;
}

export const without = (query: Query, key: string): Query =>
  Object.fromEntries(Object.entries(query).filter(([name]) => name !== key));

export function onDocument(
  version: Version,
  method: Method,
  kind: Kind,
  query: Query,
  question: Question = {},
) {
  return ask(method, pathOf(kind), { version, query, ...question });
}

export const NEW = { "if-none-match": "*" };

/** Puts a new document; the test ends where that does not succeed. */
export async function putNew(version: Version, kind: Kind, place: Query, json: unknown) {
  const answer = await onDocument(version, "PUT", kind, place, { json, headers: NEW });
  if (answer.status !== 204) throw new Error(`not put: ${answer.status} ${answer.text}`);
}

export async function etagOf(version: Version, kind: Kind, place: Query): Promise<string> {
  const answer = await onDocument(version, "GET", kind, place);
  return answer.headers.get("etag") ?? "";
}
