import { z } from "zod";

import { Uuid } from "#app/domain/kernel/index.ts";

/** Somebody, as a statement names her. */
export interface NamedAgent {
  /** One text for one identifier; null for a group without one. */
  readonly key: string | null;
  /** Of one of our accounts; null for somebody that another system names. */
  readonly accountId: string | null;
  /** What the statement calls her: a name, else the identifier. */
  readonly label: string;
  readonly group: boolean;
  readonly members: readonly NamedAgent[];
}

export type StatementObject =
  | { readonly kind: "activity"; readonly iri: string; readonly name: string }
  | { readonly kind: "agent"; readonly agent: NamedAgent }
  | { readonly kind: "statement"; readonly id: string }
  | { readonly kind: "substatement"; readonly parts: StatementParts };

export interface StatementResult {
  readonly success: boolean | null;
  readonly completion: boolean | null;
  readonly response: string | null;
  readonly score: {
    readonly raw: number | null;
    readonly max: number | null;
    /** −1 to 1. */
    readonly scaled: number | null;
  } | null;
}

/** What a reader needs of a statement; everything else stands in its JSON. */
export interface StatementParts {
  readonly actor: NamedAgent;
  /** `word`: of the statement itself, Vietnamese before others; null when it has none. */
  readonly verb: { readonly iri: string; readonly word: string | null };
  readonly object: StatementObject;
  readonly result: StatementResult | null;
  readonly registration: string | null;
  readonly parents: readonly string[];
}

// What was stored was checked at the door; here, whatever does not fit is as if it were not there.
const Text = z.string().optional().catch(undefined);
const Truth = z.boolean().nullable().catch(null).default(null);
const Quantity = z.number().nullable().catch(null).default(null);
const Words = z.record(z.string(), z.string()).catch({}).default({});
const Account = z.object({ homePage: z.string(), name: z.string() }).optional().catch(undefined);

const One = z.object({
  objectType: Text,
  name: Text,
  mbox: Text,
  mbox_sha1sum: Text,
  openid: Text,
  account: Account,
});
const Who = One.extend({ member: z.array(One).catch([]).default([]) });
type Who = z.infer<typeof Who>;
const NOBODY: Who = { member: [] };

const Activity = z.object({
  id: z.string(),
  definition: z.object({ name: Words, description: Words }).optional().catch(undefined),
});
const Parents = z
  .array(Activity)
  .or(Activity.transform((one) => [one]))
  .catch([])
  .default([]);

const Part = z.object({
  actor: Who.catch(NOBODY).default(NOBODY),
  verb: z.object({ id: z.string(), display: Words }).catch({ id: "", display: {} }),
  object: z.unknown(),
  result: z
    .object({
      success: Truth,
      completion: Truth,
      response: z.string().nullable().catch(null).default(null),
      score: z
        .object({ raw: Quantity, max: Quantity, scaled: Quantity })
        .nullable()
        .catch(null)
        .default(null),
    })
    .nullable()
    .catch(null)
    .default(null),
  context: z
    .object({
      registration: z.string().nullable().catch(null).default(null),
      contextActivities: z
        .object({ parent: Parents })
        .catch({ parent: [] })
        .default({ parent: [] }),
    })
    .catch({ registration: null, contextActivities: { parent: [] } })
    .default({ registration: null, contextActivities: { parent: [] } }),
});

/**
 * The readable parts of a statement's JSON.
 * @param baseIri home page of our own accounts
 */
export function partsOf(statement: unknown, baseIri: string): StatementParts {
  const { actor, verb, object, result, context } = Part.parse(statement);
  return {
    actor: agentOf(actor, baseIri),
    verb: { iri: verb.id, word: wordOf(verb.display) },
    object: objectOf(object, baseIri),
    result,
    registration: context.registration,
    parents: context.contextActivities.parent.map((activity) => nameOf(activity)),
  };
}

const Typed = z.object({ objectType: Text }).catch({ objectType: undefined });
const Reference = z.object({ id: z.string() }).catch({ id: "" });

function objectOf(object: unknown, baseIri: string): StatementObject {
  switch (Typed.parse(object).objectType) {
    case "Agent":
    case "Group":
      return { kind: "agent", agent: agentOf(Who.catch(NOBODY).parse(object), baseIri) };
    case "StatementRef":
      return { kind: "statement", id: Reference.parse(object).id.toLowerCase() };
    case "SubStatement":
      return { kind: "substatement", parts: partsOf(object, baseIri) };
    case undefined:
    default: {
      const activity = Activity.catch({ id: "" }).parse(object);
      return { kind: "activity", iri: activity.id, name: nameOf(activity) };
    }
  }
}

function agentOf(
  who: z.infer<typeof One> & Partial<Pick<Who, "member">>,
  baseIri: string,
): NamedAgent {
  const { account } = who;
  const own = account?.homePage === baseIri ? Uuid.safeParse(account.name) : null;
  return {
    key: identifierOf(who),
    accountId: own?.data ?? null,
    label: who.name ?? account?.name ?? identifierOf(who)?.replace(/^mailto:/u, "") ?? "",
    group: who.objectType === "Group",
    members: (who.member ?? []).map((member) => agentOf(member, baseIri)),
  };
}

function identifierOf({ account, mbox, mbox_sha1sum: sum, openid }: z.infer<typeof One>) {
  return account === undefined
    ? (mbox ?? sum ?? openid ?? null)
    : `${account.homePage}|${account.name}`;
}

function nameOf({ id, definition }: z.infer<typeof Activity>): string {
  const named = wordOf(definition?.name ?? {}) ?? wordOf(definition?.description ?? {});
  return named ?? lastPartOf(id);
}

/** Vietnamese before any other language; null when there is no word at all. */
function wordOf(words: Readonly<Record<string, string>>): string | null {
  const tags = Object.keys(words);
  const tag = tags.find((each) => /^vi\b/iu.test(each)) ?? tags[0];
  const word = tag === undefined ? "" : (words[tag] ?? "").trim();
  return word === "" ? null : word;
}

/** "khoa-mau" of "https://nep-hoc.example/xapi/khoa-hoc/khoa-mau". */
export function lastPartOf(iri: string): string {
  return (
    iri
      .replace(/[/#]+$/u, "")
      .split(/[/#]/u)
      .at(-1) ?? iri
  );
}

/** Everybody whom a sentence made of the parts names, each once; a group's members it only counts. */
export function agentsNamedBy({ actor, object }: StatementParts): readonly NamedAgent[] {
  const inner =
    object.kind === "agent"
      ? [object.agent]
      : object.kind === "substatement"
        ? agentsNamedBy(object.parts)
        : [];
  const byKey = new Map([actor, ...inner].map((agent) => [agent.key, agent]));
  byKey.delete(null);
  return [...byKey.values()];
}

/** Everybody whom a statement's JSON identifies anywhere but in its authority, each once. */
export function agentKeysIn(statement: unknown, baseIri: string): ReadonlySet<string> {
  const keys = new Set<string>();
  const left: unknown[] = [statement];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== "object" || value === null) continue;
    const { key } = agentOf(One.catch({}).parse(value), baseIri);
    if (key !== null) keys.add(key);
    for (const [name, inner] of Object.entries(value)) if (name !== "authority") left.push(inner);
  }
  return keys;
}

/** What whoever vouches for a statement is called. */
export function nameOfAuthority(authority: unknown): string {
  return agentOf(Who.catch(NOBODY).parse(authority), "").label;
}
