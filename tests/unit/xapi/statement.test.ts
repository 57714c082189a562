import fc from "fast-check";
import { expect, test } from "vitest";

import { Statement } from "#app/domain/xapi/index.ts";

import {
  ACTIVITY,
  AGENT,
  anyStatement,
  OTHER_UUID,
  planned,
  refused,
  statementWith,
  subStatementWith,
  taken,
  UUID,
  VERB,
} from "./statements.ts";

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
  expect(refused({ "the four": statementWith() })).toEqual([]);
  expect(
    taken({
      "no id": statementWith({ id: undefined }),
      "no actor": statementWith({ actor: undefined }),
      "no verb": statementWith({ verb: undefined }),
      "no object": statementWith({ object: undefined }),
      nothing: {},
      "a list": [statementWith()],
      null: null,
    }),
  ).toEqual([]);
});

test("a key that the specification does not have, or in another case, is refused at any level", () => {
  expect(
    taken({
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
      "in contextActivities": statementWith({
        context: { contextActivities: { sibling: [ACTIVITY] } },
      }),
      "of the prototype": JSON.parse(
        JSON.stringify(statementWith()).replace("{", '{"__proto__": {"x": 1},'),
      ),
    }),
  ).toEqual([]);
});

test("nothing is null, except within extensions", () => {
  const everyKey = [
    "id",
    "actor",
    "verb",
    "object",
    "result",
    "context",
    "timestamp",
    "attachments",
  ];
  expect(
    taken(Object.fromEntries(everyKey.map((key) => [key, { ...statementWith(), [key]: null }]))),
  ).toEqual([]);
  expect(
    taken({
      stored: statementWith({ stored: null }),
      authority: statementWith({ authority: null }),
      version: statementWith({ version: null }),
      "result.response": statementWith({ result: { response: null } }),
      "context.platform": statementWith({ context: { platform: null } }),
      "actor.name": statementWith({ actor: { ...AGENT, name: null } }),
      "object.definition": statementWith({ object: { ...ACTIVITY, definition: null } }),
      "a member": statementWith({ actor: { objectType: "Group", member: [null] } }),
      "extensions themselves": statementWith({ result: { extensions: null } }),
    }),
  ).toEqual([]);
  expect(
    refused({
      "in extensions": statementWith({ result: { extensions: { "http://a.example/x": null } } }),
    }),
  ).toEqual([]);
});

test("numbers and booleans are not written as text, nor text as numbers", () => {
  expect(
    taken({
      success: statementWith({ result: { success: "true" } }),
      completion: statementWith({ result: { completion: 1 } }),
      "score.raw": statementWith({ result: { score: { raw: "5" } } }),
      response: statementWith({ result: { response: 5 } }),
      name: statementWith({ actor: { ...AGENT, name: 5 } }),
      revision: statementWith({ context: { revision: 5 } }),
    }),
  ).toEqual([]);
});

test("an agent has exactly one identifier, of a known form", () => {
  expect(
    refused({
      mbox: statementWith({ actor: AGENT }),
      mbox_sha1sum: statementWith({ actor: { mbox_sha1sum: HASH } }),
      openid: statementWith({ actor: { openid: "https://my.example/" } }),
      account: statementWith({ actor: { account: ACCOUNT } }),
      "with its type and name": statementWith({
        actor: { objectType: "Agent", name: "Mỷ", ...AGENT },
      }),
    }),
  ).toEqual([]);
  expect(
    taken({
      none: statementWith({ actor: { objectType: "Agent", name: "Mỷ" } }),
      two: statementWith({ actor: { ...AGENT, account: ACCOUNT } }),
      "a type of another case": statementWith({ actor: { objectType: "agent", ...AGENT } }),
      "an address without mailto": statementWith({ actor: { mbox: "my@ban-pho.example" } }),
      "mailto without an address": statementWith({ actor: { mbox: "mailto:ban-pho.example" } }),
      "two addresses": statementWith({ actor: { mbox: "mailto:a@b.example,c@d.example" } }),
      "an address with a subject": statementWith({
        actor: { mbox: "mailto:a@b.example?subject=x" },
      }),
      "a short hash": statementWith({ actor: { mbox_sha1sum: HASH.slice(1) } }),
      "a hash of other letters": statementWith({ actor: { mbox_sha1sum: HASH.replace("a", "g") } }),
      "an openid without scheme": statementWith({ actor: { openid: "my.example" } }),
      "an account without home page": statementWith({ actor: { account: { name: "x" } } }),
      "an account without name": statementWith({
        actor: { account: { homePage: "https://a.example" } },
      }),
      "an account with an empty name": statementWith({
        actor: { account: { ...ACCOUNT, name: "" } },
      }),
      "a home page without scheme": statementWith({
        actor: { account: { ...ACCOUNT, homePage: "a.example" } },
      }),
    }),
  ).toEqual([]);
});

test("a name that the database cannot hold is no account name", () => {
  expect(
    taken({
      "a zero character": statementWith({ actor: { account: { ...ACCOUNT, name: "a\u0000b" } } }),
      "half of a character": statementWith({ actor: { account: { ...ACCOUNT, name: "a\uD83D" } } }),
    }),
  ).toEqual([]);
  expect(
    refused({ "a whole one": statementWith({ actor: { account: { ...ACCOUNT, name: "a🙂" } } }) }),
  ).toEqual([]);
});

test("a group has members or an identifier, and no group within", () => {
  expect(
    refused({
      anonymous: statementWith({ actor: GROUP }),
      identified: statementWith({ actor: { objectType: "Group", account: ACCOUNT } }),
      "identified, with members": statementWith({ actor: { ...GROUP, ...AGENT, name: "Tổ 1" } }),
    }),
  ).toEqual([]);
  expect(
    taken({
      neither: statementWith({ actor: { objectType: "Group", name: "Tổ 1" } }),
      "two identifiers": statementWith({ actor: { ...GROUP, ...AGENT, account: ACCOUNT } }),
      "without its type": statementWith({ actor: { member: [AGENT] } }),
      "a group in a group": statementWith({ actor: { objectType: "Group", member: [GROUP] } }),
      "an identified group in a group": statementWith({
        actor: { objectType: "Group", member: [{ objectType: "Group", account: ACCOUNT }] },
      }),
      "a member without identifier": statementWith({
        actor: { objectType: "Group", member: [{ name: "x" }] },
      }),
      "one member, not in a list": statementWith({ actor: { objectType: "Group", member: AGENT } }),
    }),
  ).toEqual([]);
});

test("a verb is named by an IRI", () => {
  expect(
    refused({ displayed: statementWith({ verb: { ...VERB, display: { vi: "học" } } }) }),
  ).toEqual([]);
  expect(
    taken({
      "no id": statementWith({ verb: { display: { vi: "học" } } }),
      "an empty id": statementWith({ verb: { id: "" } }),
      "no scheme": statementWith({ verb: { id: "experienced" } }),
      "display as text": statementWith({ verb: { ...VERB, display: "học" } }),
      "display under no language": statementWith({
        verb: { ...VERB, display: { "tiếng Việt": "học" } },
      }),
    }),
  ).toEqual([]);
});

test("an object is an activity, somebody, a statement or a plan, and says which", () => {
  expect(
    refused({
      "an activity by default": statementWith({ object: ACTIVITY }),
      "an activity": statementWith({ object: { objectType: "Activity", ...ACTIVITY } }),
      "an agent": statementWith({ object: { objectType: "Agent", ...AGENT } }),
      "a group": statementWith({ object: GROUP }),
      "a statement": statementWith({ object: REF }),
      "a plan": planned(),
    }),
  ).toEqual([]);
  expect(
    taken({
      "an agent without its type": statementWith({ object: AGENT }),
      "a type of another case": statementWith({ object: { ...ACTIVITY, objectType: "activity" } }),
      "an unknown type": statementWith({ object: { ...ACTIVITY, objectType: "Thing" } }),
      "an activity without id": statementWith({ object: { definition: {} } }),
      "an activity under no IRI": statementWith({ object: { id: "bai-1" } }),
      "a statement under no UUID": statementWith({ object: { ...REF, id: "x" } }),
      "a statement with more than its id": statementWith({ object: { ...REF, definition: {} } }),
    }),
  ).toEqual([]);
});

test("a substatement is a statement without id, stored, version, authority and substatement", () => {
  expect(
    refused({
      "about an activity": planned({
        timestamp: "2030-01-01T00:00:00Z",
        result: { success: true },
      }),
      "about somebody": planned({ object: { objectType: "Agent", ...AGENT } }),
      "about a statement": planned({ object: REF }),
    }),
  ).toEqual([]);
  const inner = subStatementWith();
  expect(
    taken({
      id: statementWith({ object: { ...inner, id: UUID } }),
      stored: statementWith({ object: { ...inner, stored: "2026-11-22T03:00:00Z" } }),
      version: statementWith({ object: { ...inner, version: "2.0.0" } }),
      authority: statementWith({ object: { ...inner, authority: AGENT } }),
      "a substatement within": planned({ object: inner }),
      "no actor": planned({ actor: undefined }),
      "a bad timestamp": planned({ timestamp: "2026-11-22T03:00:00-00:00" }),
      "a bad score": planned({ result: { score: { scaled: 2 } } }),
      "an agent without its type": planned({ object: AGENT }),
    }),
  ).toEqual([]);
});

test("voiding names the statement that it voids, also where it is only planned", () => {
  expect(refused({ "by reference": statementWith({ verb: VOIDING, object: REF }) })).toEqual([]);
  expect(
    taken({
      "an activity": statementWith({ verb: VOIDING }),
      somebody: statementWith({ verb: VOIDING, object: { objectType: "Agent", ...AGENT } }),
      "a plan": { ...planned(), verb: VOIDING },
      "an activity, planned": planned({ verb: VOIDING }),
    }),
  ).toEqual([]);
});

test("revision and platform belong to activities alone, also in a plan", () => {
  const objects = { agent: { objectType: "Agent", ...AGENT }, group: GROUP, statement: REF };
  for (const context of [{ revision: "1" }, { platform: "Nếp Học" }]) {
    expect(
      refused({ activity: statementWith({ context }), "planned activity": planned({ context }) }),
    ).toEqual([]);
    expect(taken({ plan: { ...planned(), context } })).toEqual([]);
    for (const object of Object.values(objects)) {
      expect(
        taken({ it: statementWith({ context, object }), planned: planned({ context, object }) }),
      ).toEqual([]);
    }
  }
});
