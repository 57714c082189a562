import { VERBS } from "#app/domain/xapi/index.ts";

import { type Fields, fieldsOf, isFields, textOf } from "./statement-fields.ts";

/** A statement as an official reads it in a table. */
export interface SheetRow {
  /** When it happened. */
  readonly at: Date;
  readonly communeName: string;
  /** "" when the person is none of ours. */
  readonly villageName: string;
  readonly personName: string;
  readonly verb: string;
  readonly object: string;
  readonly outcome: SheetOutcome;
  /** What was answered; "" when it was no answer. */
  readonly response: string;
  readonly score: SheetScore | null;
  readonly authority: string;
}

/** What the result says; the words stand with the other words. */
export type SheetOutcome = "passed" | "failed" | "completed" | "not-completed" | "none";

export type SheetScore =
  | { readonly kind: "points"; readonly raw: number; readonly max: number | null }
  /** From -1 to 1. */
  | { readonly kind: "scaled"; readonly scaled: number };

/** Who a statement is about, by account; only people within the reader's reach are found. */
export type Holders = ReadonlyMap<
  string,
  { readonly fullName: string; readonly villageName: string }
>;

/** The account of ours that acted; null when it is somebody else's. */
export function ownAccount(statement: Fields, baseIri: string): string | null {
  const account = fieldsOf(fieldsOf(statement, "actor"), "account");
  return textOf(account, "homePage") === baseIri ? textOf(account, "name") : null;
}

export function sheetRow(
  statement: Fields,
  about: {
    readonly at: Date;
    readonly communeName: string;
    /** The agent that vouches for it. */
    readonly authority: Fields;
    readonly baseIri: string;
    readonly holders: Holders;
  },
): SheetRow {
  const { at, communeName, authority, baseIri, holders } = about;
  const account = ownAccount(statement, baseIri);
  const holder = account === null ? undefined : holders.get(account);
  const result = fieldsOf(statement, "result");
  return {
    at,
    communeName,
    villageName: holder?.villageName ?? "",
    // Of a person of ours, the register alone says the name.
    personName: holder?.fullName ?? (account === null ? nameOf(fieldsOf(statement, "actor")) : ""),
    verb: verbText(fieldsOf(statement, "verb")),
    object: objectText(fieldsOf(statement, "object")),
    outcome: outcomeOf(result),
    response: textOf(result, "response"),
    score: scoreOf(fieldsOf(result, "score")),
    authority: isOurs(authority, baseIri) ? "Nếp Học" : nameOf(authority),
  };
}

function isOurs(authority: Fields, baseIri: string): boolean {
  const { account } = authority;
  return (
    isFields(account) &&
    textOf(account, "homePage") === baseIri &&
    textOf(account, "name") === "nep-hoc"
  );
}

/** The name of an agent, or what identifies it. */
function nameOf(who: Fields): string {
  const account = fieldsOf(who, "account");
  const mbox = textOf(who, "mbox").replace(/^mailto:/u, "");
  return textOf(who, "name") || textOf(account, "name") || mbox || textOf(who, "openid");
}

const KNOWN_VERBS = new Map<string, string>(
  Object.values(VERBS).map(({ id, display }) => [id, display.vi]),
);

function verbText(verb: Fields): string {
  const id = textOf(verb, "id");
  return KNOWN_VERBS.get(id) ?? (inVietnamese(fieldsOf(verb, "display")) || lastPart(id));
}

function objectText(object: Fields): string {
  const definition = fieldsOf(object, "definition");
  const named =
    inVietnamese(fieldsOf(definition, "name")) || inVietnamese(fieldsOf(definition, "description"));
  const isAgent = object["objectType"] === "Agent" || object["objectType"] === "Group";
  return named || (isAgent ? nameOf(object) : textOf(object, "id"));
}

/** Of a language map: Vietnamese, or what comes first. */
function inVietnamese(texts: Fields): string {
  const tags = Object.keys(texts);
  const tag = tags.find((one) => /^vi\b/iu.test(one)) ?? tags[0];
  return tag === undefined ? "" : textOf(texts, tag);
}

function lastPart(iri: string): string {
  return iri.split(/[/#]/u).findLast((part) => part !== "") ?? iri;
}

function outcomeOf({ success, completion }: Fields): SheetOutcome {
  if (typeof success === "boolean") return success ? "passed" : "failed";
  if (typeof completion === "boolean") return completion ? "completed" : "not-completed";
  return "none";
}

function scoreOf({ raw, max, scaled }: Fields): SheetScore | null {
  if (typeof raw === "number")
    return { kind: "points", raw, max: typeof max === "number" ? max : null };
  return typeof scaled === "number" ? { kind: "scaled", scaled } : null;
}
