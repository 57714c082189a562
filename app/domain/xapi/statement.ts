import { z } from "zod";

/** xAPI 2.0 (IEEE 9274.1.1-2023) §4.2: the parts of a statement that this product writes and reads. */

const Iri = z.string().regex(/^[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>"{}|\\^`]+$/u, "not an absolute IRI");
const LanguageMap = z.record(
  z.string().regex(/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/u, "not a language tag"),
  z.string(),
);
const Extensions = z.record(Iri, z.json());
const Instant = z.iso.datetime({ offset: true });
/** ISO 8601, weeks not mixed with the rest. */
const Duration = z
  .string()
  .regex(
    /^P(?!$)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$/u,
    "not an ISO 8601 duration",
  );
const Uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/iu, "not a UUID")
  .transform((id) => id.toLowerCase());

const Account = z.strictObject({ homePage: Iri, name: z.string().min(1) });
const identifiers = {
  mbox: z.string().regex(/^mailto:[^\s@]+@[^\s@]+$/u).optional(),
  mbox_sha1sum: z.string().regex(/^[0-9a-fA-F]{40}$/u).optional(),
  openid: Iri.optional(),
  account: Account.optional(),
};
const IDENTIFIERS = ["mbox", "mbox_sha1sum", "openid", "account"] as const;

function identifierCount(who: Readonly<Record<string, unknown>>): number {
  return IDENTIFIERS.filter((key) => who[key] !== undefined).length;
}

export const Agent = z
  .strictObject({ objectType: z.literal("Agent").optional(), name: z.string().optional(), ...identifiers })
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
    (group) => identifierCount(group) === 1 || (identifierCount(group) === 0 && group.member !== undefined),
    "a group has one identifier, or members",
  );
export type Group = z.infer<typeof Group>;

const Actor = z.union([Group, Agent]);

const InteractionComponents = z
  .array(z.strictObject({ id: z.string().min(1), description: LanguageMap.optional() }))
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "component ids repeat");

const Definition = z.strictObject({
  name: LanguageMap.optional(),
  description: LanguageMap.optional(),
  type: Iri.optional(),
  moreInfo: Iri.optional(),
  interactionType: z
    .enum([
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
    ])
    .optional(),
  correctResponsesPattern: z.array(z.string()).optional(),
  choices: InteractionComponents.optional(),
  scale: InteractionComponents.optional(),
  source: InteractionComponents.optional(),
  target: InteractionComponents.optional(),
  steps: InteractionComponents.optional(),
  extensions: Extensions.optional(),
});

const Activity = z.strictObject({
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
    ({ raw, min, max }) =>
      (min === undefined || max === undefined || min < max) &&
      (raw === undefined || ((min === undefined || raw >= min) && (max === undefined || raw <= max))),
    "raw lies between min and max",
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
  language: z.string().optional(),
  statement: StatementRef.optional(),
  extensions: Extensions.optional(),
});

const Attachment = z.strictObject({
  usageType: Iri,
  display: LanguageMap,
  description: LanguageMap.optional(),
  contentType: z.string().min(1),
  length: z.int().min(0),
  sha2: z.string().regex(/^[0-9a-fA-F]{64}$/u),
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

const SubStatement = z.strictObject({
  objectType: z.literal("SubStatement"),
  ...core,
  object: z.union([StatementRef, Group, Agent.refine(({ objectType }) => objectType === "Agent"), Activity]),
});

export const Statement = z
  .strictObject({
    id: Uuid,
    ...core,
    object: z.union([
      StatementRef,
      SubStatement,
      Group,
      Agent.refine(({ objectType }) => objectType === "Agent"),
      Activity,
    ]),
    stored: Instant.optional(),
    authority: Actor.optional(),
    version: z.string().regex(/^(1\.0\.\d+|2\.0\.\d+|1\.0)$/u).optional(),
  })
  .refine(
    ({ verb, object }) =>
      verb.id !== VOIDED || ("objectType" in object && object.objectType === "StatementRef"),
    "a voiding statement has a StatementRef as its object",
  )
  .refine(
    ({ object, context }) =>
      !("objectType" in object && (object.objectType === "Agent" || object.objectType === "Group")) ||
      (context?.revision === undefined && context?.platform === undefined),
    "revision and platform belong to activities",
  );
export type Statement = z.infer<typeof Statement>;
export type StatementInput = z.input<typeof Statement>;

export const VOIDED = "http://adlnet.gov/expapi/verbs/voided";
