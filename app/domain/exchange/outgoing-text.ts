import type { OutgoingFile, RemoteVersion } from "./remote-store.ts";
import { type Fields, isFields, listOf, textOf } from "./statement-fields.ts";

/** What stands for a person elsewhere: the same for the same one, and nobody finds the way back. */
export interface Pseudonyms {
  readonly homePage: string;
  /** A pseudonym for an agent's identifier, as `identifierOf` writes it. */
  readonly of: (identifier: string) => string;
}

/**
 * A statement as it goes on: as it was kept, or with nobody in it who could be known.
 * @param pseudonyms null: persons go along as they are
 */
export function outgoingText(
  text: string,
  statement: Fields,
  version: RemoteVersion,
  pseudonyms: Pseudonyms | null,
): string {
  const shown = pseudonyms === null ? statement : withoutPersons(statement, pseudonyms);
  // A store of 1.0.x must refuse any other version (1.0.3 Data 2.4.10), which is not part of what was said.
  const foreign = version === "1.0.3" && textOf(statement, "version").startsWith("2.");
  if (shown === statement && !foreign) return text;
  return JSON.stringify(foreign ? { ...shown, version } : shown);
}

/** The files that a statement names, of its substatement too, each once. */
export function filesOf(statement: Fields): readonly OutgoingFile[] {
  const named = [statement, ...listOf(statement, "object")].flatMap((part) =>
    listOf(part, "attachments").map((file) => ({
      sha2: textOf(file, "sha2").toLowerCase(),
      contentType: textOf(file, "contentType"),
    })),
  );
  return [...new Map(named.map((file) => [file.sha2, file])).values()];
}

/**
 * Agents keep no name and only a pseudonym. Authority and attachments stay here: the one may name a
 * person, a signature holds the whole statement once more.
 */
function withoutPersons(statement: Fields, pseudonyms: Pseudonyms): Fields {
  const { authority: _authority, attachments: _attachments, ...rest } = statement;
  const hide = (who: unknown) => hiddenAgent(who, pseudonyms);
  return withMembers(rest, {
    actor: hide,
    object: (object) => hiddenObject(object, pseudonyms),
    context: (context) =>
      isFields(context)
        ? withMembers(context, {
            instructor: hide,
            team: hide,
            contextAgents: (list) => each(list, (one) => withMembers(one, { agent: hide })),
            contextGroups: (list) => each(list, (one) => withMembers(one, { group: hide })),
          })
        : context,
  });
}

function hiddenObject(object: unknown, pseudonyms: Pseudonyms): unknown {
  if (!isFields(object)) return object;
  switch (object["objectType"]) {
    case "Agent":
    case "Group":
      return hiddenAgent(object, pseudonyms);
    case "SubStatement":
      return withoutPersons(object, pseudonyms);
    default:
      return object;
  }
}

function hiddenAgent(who: unknown, pseudonyms: Pseudonyms): unknown {
  if (!isFields(who)) return who;
  const { objectType, member } = who;
  const identifier = identifierOf(who);
  return {
    ...(objectType === undefined ? {} : { objectType }),
    ...(identifier === null
      ? {}
      : { account: { homePage: pseudonyms.homePage, name: pseudonyms.of(identifier) } }),
    ...(Array.isArray(member)
      ? { member: each(member, (one) => hiddenAgent(one, pseudonyms)) }
      : {}),
  };
}

/** One text for whoever an identifier names; null for a group without one. */
function identifierOf(who: Fields): string | null {
  const { account } = who;
  if (isFields(account)) return `account ${textOf(account, "homePage")} ${textOf(account, "name")}`;
  for (const kind of ["mbox", "mbox_sha1sum", "openid"]) {
    if (typeof who[kind] === "string") return `${kind} ${textOf(who, kind).toLowerCase()}`;
  }
  return null;
}

function each(list: unknown, change: (one: Fields) => unknown): unknown {
  return Array.isArray(list) ? list.map((one) => (isFields(one) ? change(one) : one)) : list;
}

/** The same object, with those of its members changed that are there. */
function withMembers(
  object: Fields,
  changes: Readonly<Record<string, (value: unknown) => unknown>>,
): Fields {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      const change = Object.hasOwn(changes, key) ? changes[key] : undefined;
      return [key, change === undefined ? value : change(value)];
    }),
  );
}
