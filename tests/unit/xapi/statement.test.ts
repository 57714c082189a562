import fc from "fast-check";
import { expect, test } from "vitest";

import { Statement } from "#app/domain/xapi/index.ts";

import {
  ACTIVITY,
  AGENT,
  anyStatement,
  OTHER_UUID,
  planned,
  statementWith,
  UUID,
  VERB,
} from "./statements.ts";

type Rows = Readonly<Record<string, unknown>>;

function refusedOf(rows: Rows): readonly string[] {
  return Object.keys(rows).filter((name) => !Statement.safeParse(rows[name]).success);
}

function takesAll(rows: Rows): void {
  expect(refusedOf(rows)).toEqual([]);
}

function refusesAll(rows: Rows): void {
  expect(refusedOf(rows)).toEqual(Object.keys(rows));
}

const HASH = "a".repeat(40);
const ACCOUNT = { homePage: "https://hoc.example", name: "0192f0a4" };
const REF = { objectType: "StatementRef", id: OTHER_UUID };
const VOIDING = { id: "http://adlnet.gov/expapi/verbs/voided" };
const GROUP = { objectType: "Group", member: [AGENT] };

test("any statement of xAPI 2.0 is taken", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyStatement, (statement) => {
      expect(Statement.safeParse(statement).error?.issues).toBeUndefined();
    }),
  );
});

test("a statement says who, did what, to what, under which id", () => {
  takesAll({ "the four": statementWith() });
  refusesAll({
    "no id": statementWith({ id: undefined }),
    "no actor": statementWith({ actor: undefined }),
    "no verb": statementWith({ verb: undefined }),
    "no object": statementWith({ object: undefined }),
    nothing: {},
    "a list": [statementWith()],
    null: null,
  });
});

test("a key that the specification does not have, or in another case, is refused at any level", () => {
  refusesAll({
    top: statementWith({ note: "x" }),
    "another case": statementWith({ Timestamp: "2026-11-22T03:00:00Z" }),
    "in the actor": statementWith({ actor: { ...AGENT, age: 30 } }),
    "in the account": statementWith({ actor: { account: { ...ACCOUNT, x: 1 } } }),
    "in the verb": statementWith({ verb: { ...VERB, name: "x" } }),
    "in the activity": statementWith({ object: { ...ACTIVITY, name: "x" } }),
    "in the definition": statementWith({ object: { ...ACTIVITY, definition: { title: {} } } }),
    "in the result": statementWith({ result: { passed: true } }),
    "in the score": statementWith({ result: { score: { percent: 1 } } }),
    "in the context": statementWith({ context: { place: "x" } }),
    "in contextActivities": statementWith({ context: { contextActivities: { sibling: [ACTIVITY] } } }),
    "of the prototype": JSON.parse(
      JSON.stringify(statementWith()).replace("{", '{"__proto__": {"x": 1},'),
    ),
  });
});

test("nothing is null, except within extensions", () => {
  const everyKey = ["id", "actor", "verb", "object", "result", "context", "timestamp", "attachments"];
  refusesAll(
    Object.fromEntries(everyKey.map((key) => [key, { ...statementWith(), [key]: null }])),
  );
  refusesAll({
    stored: statementWith({ stored: null }),
    authority: statementWith({ authority: null }),
    version: statementWith({ version: null }),
    "result.response": statementWith({ result: { response: null } }),
    "context.platform": statementWith({ context: { platform: null } }),
    "actor.name": statementWith({ actor: { ...AGENT, name: null } }),
    "object.definition": statementWith({ object: { ...ACTIVITY, definition: null } }),
    "a member": statementWith({ actor: { objectType: "Group", member: [null] } }),
    "extensions themselves": statementWith({ result: { extensions: null } }),
  });
  takesAll({ "in extensions": statementWith({ result: { extensions: { "http://a.example/x": null } } }) });
});

test("numbers and booleans are not written as text, nor text as numbers", () => {
  refusesAll({
    success: statementWith({ result: { success: "true" } }),
    completion: statementWith({ result: { completion: 1 } }),
    "score.raw": statementWith({ result: { score: { raw: "5" } } }),
    response: statementWith({ result: { response: 5 } }),
    name: statementWith({ actor: { ...AGENT, name: 5 } }),
    revision: statementWith({ context: { revision: 5 } }),
  });
});

test("an agent has exactly one identifier, of a known form", () => {
  takesAll({
    mbox: statementWith({ actor: AGENT }),
    mbox_sha1sum: statementWith({ actor: { mbox_sha1sum: HASH } }),
    openid: statementWith({ actor: { openid: "https://my.example/" } }),
    account: statementWith({ actor: { account: ACCOUNT } }),
    "with its type and name": statementWith({ actor: { objectType: "Agent", name: "Mỷ", ...AGENT } }),
  });
  refusesAll({
    none: statementWith({ actor: { objectType: "Agent", name: "Mỷ" } }),
    two: statementWith({ actor: { ...AGENT, account: ACCOUNT } }),
    "a type of another case": statementWith({ actor: { objectType: "agent", ...AGENT } }),
    "an address without mailto": statementWith({ actor: { mbox: "my@ban-pho.example" } }),
    "mailto without an address": statementWith({ actor: { mbox: "mailto:ban-pho.example" } }),
    "two addresses": statementWith({ actor: { mbox: "mailto:a@b.example,c@d.example" } }),
    "an address with a subject": statementWith({ actor: { mbox: "mailto:a@b.example?subject=x" } }),
    "a short hash": statementWith({ actor: { mbox_sha1sum: HASH.slice(1) } }),
    "a hash of other letters": statementWith({ actor: { mbox_sha1sum: HASH.replace("a", "g") } }),
    "an openid without scheme": statementWith({ actor: { openid: "my.example" } }),
    "an account without home page": statementWith({ actor: { account: { name: "x" } } }),
    "an account without name": statementWith({ actor: { account: { homePage: "https://a.example" } } }),
    "an account with an empty name": statementWith({ actor: { account: { ...ACCOUNT, name: "" } } }),
    "a home page without scheme": statementWith({ actor: { account: { ...ACCOUNT, homePage: "a.example" } } }),
  });
});

test("a name that the database cannot hold is no account name", () => {
  refusesAll({
    "a zero character": statementWith({ actor: { account: { ...ACCOUNT, name: "a\u0000b" } } }),
    "half of a character": statementWith({ actor: { account: { ...ACCOUNT, name: "a\uD83D" } } }),
  });
  takesAll({ "a whole one": statementWith({ actor: { account: { ...ACCOUNT, name: "a🙂" } } }) });
});

test("a group has members or an identifier, and no group within", () => {
  takesAll({
    anonymous: statementWith({ actor: GROUP }),
    identified: statementWith({ actor: { objectType: "Group", account: ACCOUNT } }),
    "identified, with members": statementWith({ actor: { ...GROUP, ...AGENT, name: "Tổ 1" } }),
  });
  refusesAll({
    neither: statementWith({ actor: { objectType: "Group", name: "Tổ 1" } }),
    "two identifiers": statementWith({ actor: { ...GROUP, ...AGENT, account: ACCOUNT } }),
    "without its type": statementWith({ actor: { member: [AGENT] } }),
    "a group in a group": statementWith({ actor: { objectType: "Group", member: [GROUP] } }),
    "an identified group in a group": statementWith({
      actor: { objectType: "Group", member: [{ objectType: "Group", account: ACCOUNT }] },
    }),
    "a member without identifier": statementWith({ actor: { objectType: "Group", member: [{ name: "x" }] } }),
    "one member, not in a list": statementWith({ actor: { objectType: "Group", member: AGENT } }),
  });
});

test("a verb is named by an IRI", () => {
  takesAll({ displayed: statementWith({ verb: { ...VERB, display: { vi: "học" } } }) });
  refusesAll({
    "no id": statementWith({ verb: { display: { vi: "học" } } }),
    "an empty id": statementWith({ verb: { id: "" } }),
    "no scheme": statementWith({ verb: { id: "experienced" } }),
    "display as text": statementWith({ verb: { ...VERB, display: "học" } }),
    "display under no language": statementWith({ verb: { ...VERB, display: { "tiếng Việt": "học" } } }),
  });
});

test("an object is an activity, somebody, a statement or a plan, and says which", () => {
  takesAll({
    "an activity by default": statementWith({ object: ACTIVITY }),
    "an activity": statementWith({ object: { objectType: "Activity", ...ACTIVITY } }),
    "an agent": statementWith({ object: { objectType: "Agent", ...AGENT } }),
    "a group": statementWith({ object: GROUP }),
    "a statement": statementWith({ object: REF }),
    "a plan": planned(),
  });
  refusesAll({
    "an agent without its type": statementWith({ object: AGENT }),
    "a type of another case": statementWith({ object: { ...ACTIVITY, objectType: "activity" } }),
    "an unknown type": statementWith({ object: { ...ACTIVITY, objectType: "Thing" } }),
    "an activity without id": statementWith({ object: { definition: {} } }),
    "an activity under no IRI": statementWith({ object: { id: "bai-1" } }),
    "a statement under no UUID": statementWith({ object: { ...REF, id: "x" } }),
    "a statement with more than its id": statementWith({ object: { ...REF, definition: {} } }),
  });
});

test("a substatement is a statement without id, stored, version, authority and substatement", () => {
  takesAll({
    "about an activity": planned({ timestamp: "2030-01-01T00:00:00Z", result: { success: true } }),
    "about somebody": planned({ object: { objectType: "Agent", ...AGENT } }),
    "about a statement": planned({ object: REF }),
  });
  const inner = planned()["object"] as object;
  refusesAll({
    id: statementWith({ object: { ...inner, id: UUID } }),
    stored: statementWith({ object: { ...inner, stored: "2026-11-22T03:00:00Z" } }),
    version: statementWith({ object: { ...inner, version: "2.0.0" } }),
    authority: statementWith({ object: { ...inner, authority: AGENT } }),
    "a substatement within": planned({ object: inner }),
    "no actor": planned({ actor: undefined }),
    "a bad timestamp": planned({ timestamp: "2026-11-22T03:00:00-00:00" }),
    "a bad score": planned({ result: { score: { scaled: 2 } } }),
    "an agent without its type": planned({ object: AGENT }),
  });
});

test("voiding names the statement that it voids, also where it is only planned", () => {
  takesAll({ "by reference": statementWith({ verb: VOIDING, object: REF }) });
  refusesAll({
    "an activity": statementWith({ verb: VOIDING }),
    "somebody": statementWith({ verb: VOIDING, object: { objectType: "Agent", ...AGENT } }),
    "a plan": { ...planned(), verb: VOIDING },
    "an activity, planned": planned({ verb: VOIDING }),
  });
});

test("revision and platform belong to activities alone, also in a plan", () => {
  const objects = { agent: { objectType: "Agent", ...AGENT }, group: GROUP, statement: REF };
  for (const context of [{ revision: "1" }, { platform: "Nếp Học" }]) {
    takesAll({ activity: statementWith({ context }), "planned activity": planned({ context }) });
    refusesAll({ plan: { ...planned(), context } });
    for (const object of Object.values(objects)) {
      refusesAll({ it: statementWith({ context, object }), planned: planned({ context, object }) });
    }
  }
});

test("an interaction has its type, and only the lists of components of that type", () => {
  const choices = [{ id: "0", description: { vi: "đúng" } }, { id: "1" }];
  const about = (definition: object) => statementWith({ object: { ...ACTIVITY, definition } });
  takesAll({
    choice: about({ interactionType: "choice", choices, correctResponsesPattern: ["0"] }),
    sequencing: about({ interactionType: "sequencing", choices }),
    likert: about({ interactionType: "likert", scale: choices }),
    matching: about({ interactionType: "matching", source: choices, target: choices }),
    performance: about({ interactionType: "performance", steps: choices }),
    numeric: about({ interactionType: "numeric", correctResponsesPattern: ["4[:]6"] }),
    "no component yet": about({ interactionType: "choice" }),
  });
  refusesAll({
    "an unknown type": about({ interactionType: "drag" }),
    "a type of another case": about({ interactionType: "Choice" }),
    "components without type": about({ choices }),
    "a pattern without type": about({ correctResponsesPattern: ["0"] }),
    "choices of true-false": about({ interactionType: "true-false", choices }),
    "a scale of choice": about({ interactionType: "choice", choices, scale: choices }),
    "steps of matching": about({ interactionType: "matching", steps: choices }),
    "the same id twice": about({ interactionType: "choice", choices: [{ id: "0" }, { id: "0" }] }),
    "a component without id": about({ interactionType: "choice", choices: [{ description: {} }] }),
    "a pattern that is no list": about({ interactionType: "other", correctResponsesPattern: "0" }),
  });
});

test("a score lies between its bounds", () => {
  const scored = (score: object) => statementWith({ result: { score } });
  takesAll({
    "an ordinary one": scored({ scaled: 0.5, raw: 5, min: 0, max: 10 }),
    "at the bounds": scored({ raw: 10, min: 0, max: 10, scaled: 1 }),
    "below zero": scored({ scaled: -1, raw: -5, min: -10 }),
    "raw alone": scored({ raw: 1e9 }),
    empty: scored({}),
  });
  refusesAll({
    "scaled above 1": scored({ scaled: 1.01 }),
    "scaled below -1": scored({ scaled: -1.01 }),
    "raw above max": scored({ raw: 11, max: 10 }),
    "raw below min": scored({ raw: -1, min: 0 }),
    "min above max": scored({ min: 10, max: 0 }),
    "min equal to max": scored({ min: 0, max: 0 }),
    "no number": scored({ raw: NaN }),
    "no finite number": scored({ raw: Infinity }),
  });
});

test("the context names people, activities, a language and a statement by their own rules", () => {
  const within = (context: object) => statementWith({ context });
  takesAll({
    registration: within({ registration: UUID }),
    instructor: within({ instructor: GROUP }),
    team: within({ team: GROUP }),
    "one activity": within({ contextActivities: { parent: ACTIVITY } }),
    "a list of activities": within({ contextActivities: { other: [ACTIVITY, ACTIVITY] } }),
    language: within({ language: "hmn" }),
    statement: within({ statement: REF }),
  });
  refusesAll({
    registration: within({ registration: "lớp 1" }),
    "a team that is an agent": within({ team: AGENT }),
    "an activity by its id": within({ contextActivities: { parent: ACTIVITY.id } }),
    language: within({ language: "tiếng Mông" }),
    "an empty language": within({ language: "" }),
    "a statement of another type": within({ statement: ACTIVITY }),
  });
});

test("context agents and groups have their type, somebody, and types of relevance", () => {
  const within = (context: object) => statementWith({ context });
  const who = { objectType: "contextAgent", agent: AGENT };
  const whichGroup = { objectType: "contextGroup", group: GROUP };
  takesAll({
    agents: within({ contextAgents: [{ ...who, relevantTypes: ["https://a.example/tutor"] }] }),
    groups: within({ contextGroups: [whichGroup] }),
  });
  refusesAll({
    "no type": within({ contextAgents: [{ agent: AGENT }] }),
    "another type": within({ contextAgents: [{ ...who, objectType: "Agent" }] }),
    "no agent": within({ contextAgents: [{ objectType: "contextAgent" }] }),
    "a group as agent": within({ contextAgents: [{ ...who, agent: GROUP }] }),
    "an agent as group": within({ contextGroups: [{ ...whichGroup, group: AGENT }] }),
    "no types of relevance": within({ contextAgents: [{ ...who, relevantTypes: [] }] }),
    "a type under no IRI": within({ contextAgents: [{ ...who, relevantTypes: ["tutor"] }] }),
    "no list": within({ contextAgents: who }),
  });
});

test("one activity in contextActivities is read as a list of one", () => {
  const { context } = Statement.parse(statementWith({ context: { contextActivities: { parent: ACTIVITY } } }));

  expect(context?.contextActivities?.parent).toEqual([ACTIVITY]);
});

test("an attachment says what it is, how long, and its hash, even where it can be fetched", () => {
  const attachment = {
    usageType: "http://id.tincanapi.com/attachment/supporting_media",
    display: { vi: "Ảnh" },
    contentType: "image/jpeg",
    length: 27_000,
    sha2: "a".repeat(64),
  };
  const withAttachment = (part: object) => statementWith({ attachments: [{ ...attachment, ...part }] });
  takesAll({
    described: withAttachment({ description: { vi: "Lớp học" } }),
    "at an address": withAttachment({ fileUrl: "https://a.example/anh.jpg" }),
    "of another SHA-2": withAttachment({ sha2: "A".repeat(128) }),
    none: statementWith({ attachments: [] }),
  });
  refusesAll({
    "no usage": withAttachment({ usageType: undefined }),
    "no display": withAttachment({ display: undefined }),
    "no hash, with an address": withAttachment({ sha2: undefined, fileUrl: "https://a.example/x" }),
    "no hash of SHA-2": withAttachment({ sha2: "a".repeat(40) }),
    "a type that is none": withAttachment({ contentType: "jpeg" }),
    "a broken length": withAttachment({ length: 1.5 }),
    "a length below zero": withAttachment({ length: -1 }),
    "an address without scheme": withAttachment({ fileUrl: "a.example/anh.jpg" }),
    "no list": statementWith({ attachments: attachment }),
  });
});

test("who vouches is an agent, or an application and a user as an anonymous pair", () => {
  const app = { account: ACCOUNT };
  takesAll({
    agent: statementWith({ authority: AGENT }),
    pair: statementWith({ authority: { objectType: "Group", member: [app, AGENT] } }),
  });
  refusesAll({
    "one member": statementWith({ authority: GROUP }),
    three: statementWith({ authority: { objectType: "Group", member: [app, AGENT, AGENT] } }),
    identified: statementWith({ authority: { objectType: "Group", member: [app, AGENT], ...AGENT } }),
    "no members": statementWith({ authority: { objectType: "Group", account: ACCOUNT } }),
  });
});

test("versions 1.0 and 2.0 are understood", () => {
  takesAll(
    Object.fromEntries(
      ["1.0", "1.0.0", "1.0.3", "1.0.9", "2.0.0"].map((version) => [version, statementWith({ version })]),
    ),
  );
  refusesAll(
    Object.fromEntries(
      ["", "0.9.5", "1.1.0", "2.1.0", "3.0.0", "v2"].map((version) => [version, statementWith({ version })]),
    ),
  );
});
