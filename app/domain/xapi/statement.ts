import { z } from "zod";

import {
  Duration,
  Extensions,
  Instant,
  Iri,
  LanguageMap,
  LanguageTag,
  MediaType,
  Uuid,
} from "./data-types.ts";

/** xAPI 2.0 (IEEE 9274.1.1-2023) §4.2, which 1.0.3 is a part of. Keys outside of it are refused. */

/** RFC 6068: one address of dot-atoms, other characters percent-encoded; no headers behind it. */
const MAILBOX =
  /^mailto:(?:[^\s\p{Cc}\p{Cs}@<>()[\]:;,\\"?#%]|%[0-9a-fA-F]{2})+@(?:[^\s\p{Cc}\p{Cs}@<>()[\]:;,\\"?#&=%]+|\[[\w.:]+\])$/u;
/** PostgreSQL cannot keep a zero character or half of a surrogate pair, so neither can name anyone. */
const AccountName = z.string().regex(/^[^\0\p{Cs}]+$/u, "not a name that can be kept");
const Account = z.strictObject({ homePage: Iri, name: AccountName });
const identifiers = {
  mbox: z.string().regex(MAILBOX, "not mailto: and one address").optional(),
  mbox_sha1sum: z
    .string()
    .regex(/^[0-9a-fA-F]{40}$/u, "not a SHA-1 hash")
    .optional(),
  openid: Iri.optional(),
  account: Account.optional(),
};
const IDENTIFIERS = ["mbox", "mbox_sha1sum", "openid", "account"] as const;

function identifierCount(who: Readonly<Record<string, unknown>>): number {
  return IDENTIFIERS.filter((key) => who[key] !== undefined).length;
}

export const Agent = z
  .strictObject({
    objectType: z.literal("Agent").optional(),
    name: z.string().optional(),
    ...identifiers,
  })
  .refine((agent) => identifierCount(agent) === 1, "an agent has exactly one identifier");
export type Agent = z.infer<typeof Agent>;

export const Group = z
  .strictObject({
    objectType: z.literal("Group"),
    name: z.string().optional(),
    member: z.array(Agent).optional(),
    ...identifiers,
  })
  .refine(
    (group) =>
      identifierCount(group) === 1 || (identifierCount(group) === 0 && group.member !== undefined),
    "a group has one identifier, or members",
  );
export type Group = z.infer<typeof Group>;

// The kind that most statements have comes first: the others are tried when it fails.
const Actor = z.union([Agent, Group]);
/** Whom a parameter may name: one agent, or a group with an identifier. */
export const IdentifiedActor = Actor.refine(
  (actor) => identifierCount(actor) === 1,
  "an agent or group with one identifier",
);
export type IdentifiedActor = z.infer<typeof IdentifiedActor>;
const AgentAsObject = Agent.refine(({ objectType }) => objectType === "Agent");

/** §4.2.4.2: an agent, or (3-legged OAuth) an application and a user as an anonymous group of two. */
const Authority = z.union([
  Agent,
  Group.refine(
    (group) => identifierCount(group) === 0 && group.member?.length === 2,
    "an authority that is a group has two members and no identifier",
  ),
]);

const InteractionComponents = z
  .array(z.strictObject({ id: z.string().min(1), description: LanguageMap.optional() }))
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "component ids repeat");

const COMPONENT_LISTS = ["choices", "scale", "source", "target", "steps"] as const;
const InteractionType = z.enum([
  "true-false",
  "choice",
  "fill-in",
  "long-fill-in",
  "matching",
  "performance",
  "sequencing",
  "likert",
  "numeric",
  "other",
]);
/** Which lists of components an interaction of each type may have (§4.2.2.3). */
const LISTS_OF: Readonly<
  Record<z.infer<typeof InteractionType>, readonly (typeof COMPONENT_LISTS)[number][]>
> = {
  "true-false": [],
  choice: ["choices"],
  "fill-in": [],
  "long-fill-in": [],
  matching: ["source", "target"],
  performance: ["steps"],
  sequencing: ["choices"],
  likert: ["scale"],
  numeric: [],
  other: [],
};

const Definition = z
  .strictObject({
    name: LanguageMap.optional(),
    description: LanguageMap.optional(),
    type: Iri.optional(),
    moreInfo: Iri.optional(),
    interactionType: InteractionType.optional(),
    correctResponsesPattern: z.array(z.string()).optional(),
    choices: InteractionComponents.optional(),
    scale: InteractionComponents.optional(),
    source: InteractionComponents.optional(),
    target: InteractionComponents.optional(),
    steps: InteractionComponents.optional(),
    extensions: Extensions.optional(),
  })
  .refine(
    ({ interactionType, correctResponsesPattern }) =>
      correctResponsesPattern === undefined || interactionType !== undefined,
    "an interaction has an interactionType",
  )
  .refine((definition) => {
    const { interactionType } = definition;
    const allowed = interactionType === undefined ? [] : LISTS_OF[interactionType];
    return COMPONENT_LISTS.every(
      (list) => definition[list] === undefined || allowed.includes(list),
    );
  }, "a list of components that its interactionType does not have");

export const Activity = z.strictObject({
  objectType: z.literal("Activity").optional(),
  id: Iri,
  definition: Definition.optional(),
});
export type Activity = z.infer<typeof Activity>;

const StatementRef = z.strictObject({ objectType: z.literal("StatementRef"), id: Uuid });

const Verb = z.strictObject({ id: Iri, display: LanguageMap.optional() });

const Score = z
  .strictObject({
    scaled: z.number().min(-1).max(1).optional(),
    raw: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .refine(
    ({ min, max }) => min === undefined || max === undefined || min < max,
    "min must be less than max",
  )
  .refine(
    ({ raw, min, max }) =>
      raw === undefined || ((min === undefined || raw >= min) && (max === undefined || raw <= max)),
    "raw must lie between min and max, or be one of them",
  );

const ResultPart = z.strictObject({
  score: Score.optional(),
  success: z.boolean().optional(),
  completion: z.boolean().optional(),
  response: z.string().optional(),
  duration: Duration.optional(),
  extensions: Extensions.optional(),
});

const Activities = z.union([z.array(Activity), Activity.transform((activity) => [activity])]);

const Context = z.strictObject({
  registration: Uuid.optional(),
  instructor: Actor.optional(),
  team: Group.optional(),
  contextActivities: z
    .strictObject({
      parent: Activities.optional(),
      grouping: Activities.optional(),
      category: Activities.optional(),
      other: Activities.optional(),
    })
    .optional(),
  contextAgents: z
    .array(
      z.strictObject({
        objectType: z.literal("contextAgent"),
        agent: Agent,
        relevantTypes: z.array(Iri).min(1).optional(),
      }),
    )
    .optional(),
  contextGroups: z
    .array(
      z.strictObject({
        objectType: z.literal("contextGroup"),
        group: Group,
        relevantTypes: z.array(Iri).min(1).optional(),
      }),
    )
    .optional(),
  revision: z.string().optional(),
  platform: z.string().optional(),
  language: LanguageTag.optional(),
  statement: StatementRef.optional(),
  extensions: Extensions.optional(),
});

const Attachment = z.strictObject({
  usageType: Iri,
  display: LanguageMap,
  description: LanguageMap.optional(),
  contentType: MediaType,
  length: z.int().min(0),
  /** SHA-224, 256, 384 or 512, in hex. */
  sha2: z.string().regex(/^([0-9a-fA-F]{56}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128})$/u),
  fileUrl: Iri.optional(),
});

const core = {
  actor: Actor,
  verb: Verb,
  result: ResultPart.optional(),
  context: Context.optional(),
  timestamp: Instant.optional(),
  attachments: z.array(Attachment).optional(),
};

interface WithRules {
  readonly verb: { readonly id: string };
  readonly object: object;
  readonly context?: { readonly revision?: unknown; readonly platform?: unknown } | undefined;
}

function objectTypeOf(object: object): unknown {
  return "objectType" in object ? (object.objectType ?? "Activity") : "Activity";
}

const VOIDS_BY_REFERENCE = "a voiding statement has a StatementRef as its object";
function voidsByReference({ verb, object }: WithRules): boolean {
  return verb.id !== VOIDED || objectTypeOf(object) === "StatementRef";
}

const REVISION_OF_ACTIVITY = "revision and platform belong to activities";
function revisionIsOfActivity({ object, context }: WithRules): boolean {
  return (
    objectTypeOf(object) === "Activity" ||
    (context?.revision === undefined && context?.platform === undefined)
  );
}

const SubStatement = z
  .strictObject({
    objectType: z.literal("SubStatement"),
    ...core,
    object: z.union([Activity, StatementRef, AgentAsObject, Group]),
  })
  .refine(voidsByReference, VOIDS_BY_REFERENCE)
  .refine(revisionIsOfActivity, REVISION_OF_ACTIVITY);

export const Statement = z
  .strictObject({
    id: Uuid,
    ...core,
    object: z.union([Activity, StatementRef, AgentAsObject, Group, SubStatement]),
    stored: Instant.optional(),
    authority: Authority.optional(),
    version: z
      .string()
      .regex(/^(1\.0\.\d+|2\.0\.\d+|1\.0)$/u, "not a version of xAPI")
      .optional(),
  })
  .refine(voidsByReference, VOIDS_BY_REFERENCE)
  .refine(revisionIsOfActivity, REVISION_OF_ACTIVITY);
export type Statement = z.infer<typeof Statement>;
export type StatementInput = z.input<typeof Statement>;

export const VOIDED = "http://adlnet.gov/expapi/verbs/voided";
