import fc from "fast-check";

import type { Json } from "#app/domain/kernel/index.ts";
import { Statement, type StatementInput } from "#app/domain/xapi/index.ts";

export const AGENT = { mbox: "mailto:my@ban-pho.example" };
export const ACTIVITY = { id: "https://hoc.example/bai/1" };
export const VERB = { id: "http://adlnet.gov/expapi/verbs/experienced" };
export const UUID = "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10";
export const OTHER_UUID = "7f0d9c1e-3b1a-4c52-8a11-0d4f6b2e9c33";

type Part = Readonly<Record<string, unknown>>;

/** "She experienced lesson 1", as JSON; a part of `overrides` that is undefined is left out. */
export function statementWith(overrides: Part = {}): Part {
  const whole = { id: UUID, actor: AGENT, verb: VERB, object: ACTIVITY, ...overrides };
  return Object.fromEntries(Object.entries(whole).filter(([, part]) => part !== undefined));
}

/** "She experienced lesson 1", as something that is only talked about. */
export function subStatementWith(overrides: Part = {}): Part {
  const { id: _id, ...inner } = statementWith(overrides);
  return { objectType: "SubStatement", ...inner };
}

/** "She planned (she experienced lesson 1)", but for the verb. */
export function planned(overrides: Part = {}): Part {
  return statementWith({ object: subStatementWith(overrides) });
}

type Rows = Readonly<Record<string, unknown>>;

/** The names of the rows that are read as statements. */
export function taken(rows: Rows): readonly string[] {
  return Object.keys(rows).filter((name) => Statement.safeParse(rows[name]).success);
}

/** The names of the rows that are not. */
export function refused(rows: Rows): readonly string[] {
  return Object.keys(rows).filter((name) => !Statement.safeParse(rows[name]).success);
}

/** Every key may be missing. */
function maybe<Value extends object>(model: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }) {
  return fc.record(model, { requiredKeys: [] });
}

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/u);
const anyText = fc.string({ unit: "binary", maxLength: 12 });
const iri = fc
  .tuple(fc.constantFrom("http", "https", "urn", "tag"), word, word)
  .map(([scheme, host, path]) => `${scheme}://${host}.example/${path}`);
const languageMap = fc.dictionary(
  fc.constantFrom("vi", "en-US", "hmn", "zh-Hans-CN", "sr-Latn", "und", "x-mong"),
  anyText,
  { maxKeys: 3 },
);
const { value: anyJson } = fc.letrec<{ value: Json; leaf: Json }>((tie) => ({
  leaf: fc.oneof(
    anyText,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  ),
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie("leaf"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.oneof(anyText, fc.constantFrom("display", "definition")), tie("value"), {
      maxKeys: 3,
    }),
  ),
}));
const extensions = fc.dictionary(iri, anyJson, { maxKeys: 2 });
const uuid = fc.uuid();
const instant = fc
  .tuple(
    fc.date({ min: new Date("0002-01-01"), max: new Date("9998-12-31"), noInvalidDate: true }),
    fc.constantFrom("Z", "+07:00", "-05:30", "+00:00"),
  )
  .map(([date, zone]) => date.toISOString().replace("Z", zone));
const duration = fc
  .tuple(fc.nat(9), fc.nat(11), fc.nat(30), fc.nat(23), fc.nat(59), fc.nat(5999))
  .map(([y, mo, d, h, mi, hundredths]) => `P${y}Y${mo}M${d}DT${h}H${mi}M${hundredths / 100}S`);

const identifier = fc.oneof(
  word.map((name) => ({ mbox: `mailto:${name}@${name}.example` })),
  fc.stringMatching(/^[0-9a-fA-F]{40}$/u).map((hash) => ({ mbox_sha1sum: hash })),
  iri.map((openid) => ({ openid })),
  fc.record({ homePage: iri, name: word }).map((account) => ({ account })),
);
const agent = fc
  .tuple(identifier, maybe({ objectType: fc.constant("Agent" as const), name: anyText }))
  .map(([who, rest]) => ({ ...rest, ...who }));
const members = fc.array(agent, { maxLength: 3 });
const group = fc
  .tuple(
    fc.oneof(
      members.map((member) => ({ member })),
      identifier,
    ),
    maybe({ name: anyText, member: members }),
  )
  .map(([who, rest]) => ({ objectType: "Group" as const, ...rest, ...who }));
const actor = fc.oneof(agent, group);

const components = fc.uniqueArray(fc.record({ id: word, description: languageMap }), {
  selector: ({ id }) => id,
  maxLength: 3,
});
const interaction = fc.oneof(
  fc.constant({}),
  fc.record({
    interactionType: fc.constantFrom("choice" as const, "sequencing" as const),
    choices: components,
  }),
  fc.record({ interactionType: fc.constant("likert" as const), scale: components }),
  fc.record({
    interactionType: fc.constant("matching" as const),
    source: components,
    target: components,
  }),
  fc.record({ interactionType: fc.constant("performance" as const), steps: components }),
  fc.record({
    interactionType: fc.constantFrom(
      "numeric" as const,
      "fill-in" as const,
      "true-false" as const,
      "other" as const,
    ),
    correctResponsesPattern: fc.array(anyText, { maxLength: 2 }),
  }),
);
const definition = fc
  .tuple(
    maybe({ name: languageMap, description: languageMap, type: iri, moreInfo: iri, extensions }),
    interaction,
  )
  .map(([words, rest]) => ({ ...words, ...rest }));
const activity = fc
  .tuple(
    fc.record({ id: iri }),
    maybe({ objectType: fc.constant("Activity" as const), definition }),
  )
  .map(([named, rest]) => ({ ...named, ...rest }));
const statementRef = fc.record({ objectType: fc.constant("StatementRef" as const), id: uuid });
const someoneAsObject = fc.oneof(
  agent.map((one) => ({ ...one, objectType: "Agent" as const })),
  group,
);

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const score = fc
  .tuple(
    fc.uniqueArray(number, { minLength: 3, maxLength: 3 }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  )
  .map(([numbers, scaled]) => {
    const [min = 0, raw = 0, max = 0] = numbers.toSorted((a, b) => a - b);
    return { scaled, min, raw, max };
  });
const result = maybe({
  score,
  success: fc.boolean(),
  completion: fc.boolean(),
  response: anyText,
  duration,
  extensions,
});
const activities = fc.array(activity, { maxLength: 2 });
const relevantTypes = fc.array(iri, { minLength: 1, maxLength: 2 });
const context = maybe({
  registration: uuid,
  instructor: actor,
  team: group,
  contextActivities: maybe({
    parent: activities,
    grouping: activities,
    category: activity,
    other: activities,
  }),
  contextAgents: fc.array(
    fc.record({ objectType: fc.constant("contextAgent" as const), agent, relevantTypes }),
    {
      maxLength: 2,
    },
  ),
  contextGroups: fc.array(
    fc.record({ objectType: fc.constant("contextGroup" as const), group, relevantTypes }),
    {
      maxLength: 2,
    },
  ),
  language: fc.constantFrom("vi", "hmn", "en-GB"),
  statement: statementRef,
  extensions,
});
const attachment = fc
  .tuple(
    fc.record({
      usageType: iri,
      display: languageMap,
      contentType: fc.constantFrom("image/jpeg", "text/plain; charset=utf-8"),
      length: fc.nat(),
      sha2: fc.stringMatching(/^[0-9a-f]{64}$/u),
    }),
    maybe({ description: languageMap, fileUrl: iri }),
  )
  .map(([required, rest]) => ({ ...required, ...rest }));

const happening = fc.record(
  {
    actor,
    verb: fc.record({ id: iri, display: languageMap }),
    result,
    context,
    timestamp: instant,
    attachments: fc.array(attachment, { maxLength: 2 }),
  },
  { requiredKeys: ["actor", "verb"] },
);
const subStatement = fc
  .tuple(happening, fc.oneof(activity, someoneAsObject, statementRef))
  .map(([inner, object]) => ({ ...inner, objectType: "SubStatement" as const, object }));

/** Any statement of xAPI 2.0 about an activity, somebody, a statement or a plan. */
export const anyStatement: fc.Arbitrary<StatementInput> = fc
  .tuple(
    uuid,
    happening,
    fc.oneof(activity, someoneAsObject, statementRef, subStatement),
    maybe({
      stored: instant,
      authority: agent,
      version: fc.constantFrom("1.0.0", "1.0.3", "2.0.0"),
    }),
  )
  .map(([id, event, object, kept]) => ({ id, ...event, ...kept, object }));
