import { expect, test } from "vitest";

import { ask, at, newId, objectOf, VERSIONS } from "./ask.ts";
import { testRequirements } from "./requirements.ts";
import {
  ACCOUNT,
  ACTIVITY,
  AGENT,
  definedAs,
  get,
  GROUP,
  isKept,
  post,
  REF,
  SHA2,
  SITE,
  something,
  statementWith,
  stored,
  VERB,
} from "./statements.ts";

const ATTACHMENT = {
  usageType: `${SITE}/paper`,
  display: { vi: "Bài viết" },
  contentType: "text/plain",
  length: 5,
  sha2: SHA2,
  fileUrl: `${SITE}/bai.txt`,
};

testRequirements([
  {
    number: "XAPI-00001",
    says: "nothing is null, except within extensions",
    takes: {
      "in extensions": { result: { extensions: { [`${SITE}/x`]: null } } },
      "deep in extensions": { context: { extensions: { [`${SITE}/x`]: { y: [null] } } } },
    },
    refuses: {
      actor: { actor: null },
      "a name": { actor: { ...AGENT, name: null } },
      "an account's name": { actor: { account: { ...ACCOUNT, name: null } } },
      "a member": { actor: { objectType: "Group", member: [null] } },
      verb: { verb: null },
      display: { verb: { ...VERB, display: null } },
      "a text of a language map": { verb: { ...VERB, display: { vi: null } } },
      object: { object: null },
      definition: definedAs(null),
      "a name of the activity": definedAs({ name: null }),
      result: { result: null },
      score: { result: { score: null } },
      "score.raw": { result: { score: { raw: null } } },
      response: { result: { response: null } },
      extensions: { result: { extensions: null } },
      context: { context: null },
      platform: { context: { platform: null } },
      contextActivities: { context: { contextActivities: null } },
      "contextActivities.parent": { context: { contextActivities: { parent: null } } },
      timestamp: { timestamp: null },
      attachments: { attachments: null },
      "an attachment": { attachments: [null] },
    },
  },
  {
    number: "XAPI-00001",
    says: "not even what the store itself sets is null",
    wholeAlone: true,
    refuses: {
      id: { id: null },
      stored: { stored: null },
      authority: { authority: null },
      version: { version: null },
    },
  },
  {
    number: "XAPI-00003",
    says: "a statement has an actor",
    refuses: { none: { actor: undefined } },
  },
  { number: "XAPI-00004", says: "a statement has a verb", refuses: { none: { verb: undefined } } },
  {
    number: "XAPI-00005",
    says: "a statement has an object",
    refuses: { none: { object: undefined } },
  },
  {
    number: "XAPI-00006",
    says: "a value of the wrong type is refused, also a number or a boolean written as text",
    refuses: {
      "actor as text": { actor: "my" },
      "actor as a list": { actor: [AGENT] },
      "verb as text": { verb: VERB.id },
      "object as text": { object: ACTIVITY.id },
      "object as a list": { object: [ACTIVITY] },
      "name as a number": { actor: { ...AGENT, name: 5 } },
      "member as an object": { actor: { objectType: "Group", member: AGENT } },
      "success as text": { result: { success: "true" } },
      "completion as a number": { result: { completion: 1 } },
      "score.raw as text": { result: { score: { raw: "5" } } },
      "score as a number": { result: { score: 5 } },
      "response as a number": { result: { response: 5 } },
      "result as a list": { result: [] },
      "context as text": { context: "class" },
      "revision as a number": { context: { revision: 5 } },
      "timestamp as a number": { timestamp: 1_700_000_000_000 },
      "attachments as an object": { attachments: ATTACHMENT },
      "length as text": { attachments: [{ ...ATTACHMENT, length: "5" }] },
    },
  },
  {
    number: "XAPI-00007",
    says: "an empty or ill-formed text is no mailto IRI, IRI, UUID, hash or time",
    refuses: {
      "mbox, empty": { actor: { mbox: "" } },
      "mbox, no mailto": { actor: { mbox: "my@ban-pho.example" } },
      "hash, empty": { actor: { mbox_sha1sum: "" } },
      "openid, empty": { actor: { openid: "" } },
      "home page, empty": { actor: { account: { ...ACCOUNT, homePage: "" } } },
      "verb, empty": { verb: { id: "" } },
      "activity, empty": { object: { id: "" } },
      "type, empty": definedAs({ type: "" }),
      "registration, empty": { context: { registration: "" } },
      "registration, no UUID": { context: { registration: "class 5" } },
      "reference, empty": { object: { ...REF, id: "" } },
      "language, empty": { context: { language: "" } },
      "timestamp, empty": { timestamp: "" },
      "duration, empty": { result: { duration: "" } },
      "extension, empty": { result: { extensions: { "": 1 } } },
      "language map, empty tag": { verb: { ...VERB, display: { "": "học" } } },
      "usageType, empty": { attachments: [{ ...ATTACHMENT, usageType: "" }] },
      "sha2, empty": { attachments: [{ ...ATTACHMENT, sha2: "" }] },
    },
  },
  {
    number: "XAPI-00008",
    says: "a key in another case is refused",
    refuses: {
      Actor: { Actor: AGENT },
      "only Verb": { verb: undefined, Verb: VERB },
      Timestamp: { Timestamp: "2026-11-22T03:00:00Z" },
      Mbox: { actor: { Mbox: AGENT.mbox } },
      objecttype: { actor: { ...AGENT, objecttype: "Agent" } },
      homepage: { actor: { account: { homepage: SITE, name: "my" } } },
      moreinfo: definedAs({ moreinfo: SITE }),
      Success: { result: { Success: true } },
      contextactivities: { context: { contextactivities: {} } },
      Parent: { context: { contextActivities: { Parent: [ACTIVITY] } } },
      usagetype: { attachments: [{ ...ATTACHMENT, usageType: undefined, usagetype: SITE }] },
    },
  },
  {
    number: "XAPI-00009",
    says: "a word of a fixed list in another case is refused",
    refuses: {
      agent: { actor: { objectType: "agent", ...AGENT } },
      GROUP: { actor: { ...GROUP, objectType: "GROUP" } },
      activity: { object: { objectType: "activity", ...ACTIVITY } },
      statementRef: { object: { ...REF, objectType: "statementRef" } },
      Choice: definedAs({ interactionType: "Choice" }),
    },
  },
  {
    number: "XAPI-00010",
    says: "a key or a value that the specification does not have is refused",
    refuses: {
      "at the top": { note: "x" },
      "in the actor": { actor: { ...AGENT, age: 30 } },
      "in the account": { actor: { account: { ...ACCOUNT, note: 1 } } },
      "in the verb": { verb: { ...VERB, name: "try" } },
      "in the activity": { object: { ...ACTIVITY, name: "x" } },
      "in the definition": definedAs({ title: {} }),
      "in the result": { result: { passed: true } },
      "in the score": { result: { score: { percent: 1 } } },
      "in the context": { context: { place: "class" } },
      "in contextActivities": { context: { contextActivities: { sibling: [ACTIVITY] } } },
      "in a reference": { object: { ...REF, definition: {} } },
      "in an attachment": { attachments: [{ ...ATTACHMENT, name: "x" }] },
      "a thing": { object: { ...ACTIVITY, objectType: "Thing" } },
    },
  },
  {
    number: "XAPI-00011",
    says: "an IRI has a scheme, wherever it stands",
    refuses: {
      verb: { verb: { id: "hoc.example/tried" } },
      openid: { actor: { openid: "my.example" } },
      "home page": { actor: { account: { ...ACCOUNT, homePage: "hoc.example" } } },
      activity: { object: { id: "bai-1" } },
      type: definedAs({ type: "lesson" }),
      moreInfo: definedAs({ moreInfo: "hoc.example/bai-1" }),
      usageType: { attachments: [{ ...ATTACHMENT, usageType: "paper" }] },
      fileUrl: { attachments: [{ ...ATTACHMENT, fileUrl: "hoc.example/bai.txt" }] },
      "extension of the definition": definedAs({ extensions: { x: 1 } }),
      "extension of the context": { context: { extensions: { x: 1 } } },
      "extension of the result": { result: { extensions: { x: 1 } } },
    },
  },
  {
    number: "XAPI-00013",
    says: "language tags have the lengths and the order of RFC 5646",
    takes: Object.fromEntries(
      ["vi", "en-US", "zh-Hans-CN", "hmn", "sl-rozaj", "es-419", "x-mong", "i-klingon"].map(
        (tag) => [tag, { verb: { ...VERB, display: { [tag]: "học" } } }],
      ),
    ),
    refuses: Object.fromEntries(
      ["v", "tiếng Việt", "en_US", "en-", "-en", "abcdefghi", "12", "en-US-!", "en--US"].map(
        (tag) => [tag, { verb: { ...VERB, display: { [tag]: "học" } } }],
      ),
    ),
  },
]);

const NUMBERS = [
  "0.1",
  "-0.0000012345678",
  "3.4028234e38",
  "1.1754944e-38",
  "16777217",
  "12.3456789",
];

test.for(VERSIONS)(
  "XAPI-00002 numbers are kept at least as precisely as 32 bits of IEEE 754 (%s)",
  async (version) => {
    for (const number of NUMBERS) {
      const raw = Number(number);
      const statement = statementWith({ result: { score: { raw } } });
      await stored(version, statement);
      const answer = await get(version, { statementId: statement.id });
      const back = at(objectOf(answer), "result", "score", "raw");
      expect(Math.fround(Number(back)), number).toBe(Math.fround(raw));
    }
  },
);

test.for(VERSIONS)("XAPI-00014 a body that is no JSON is refused (%s)", async (version) => {
  const good = JSON.stringify(statementWith());
  const bodies = ["", "{", good.slice(0, -1), `${good}}`, good.replaceAll('"', "'"), "undefined"];
  for (const body of bodies) {
    const headers = { "content-type": "application/json" };
    const answer = await ask("POST", "/statements", { version, body, headers });
    expect(answer.status, body).toBe(400);
    expect(answer.text, body).not.toBe("");
  }
  for (const json of [null, true, 5, "text", [[statementWith()]], [null]]) {
    expect((await post(version, json)).status, JSON.stringify(json)).toBe(400);
  }
});

test.for(VERSIONS)(
  "XAPI-00015 text is UTF-8 in both directions, and stays what it was (%s)",
  async (version) => {
    const response = "Bản Phố, Bắc Hà 🏔️ — Ȟmôôb, ᨠᩣ, \u{20bb7}, e\u0301, \u00e9, \u2028, \u0007";
    const statement = statementWith({ result: { response }, object: something() });
    await stored(version, statement);
    const answer = await get(version, { statementId: statement.id });
    expect(at(objectOf(answer), "result", "response")).toBe(response);

    const activityId = `${SITE}/bài/${newId()}`;
    const other = statementWith({ object: { id: activityId } });
    await stored(version, other);
    const found = await get(version, { activity: activityId });
    expect(found.text).toContain(other.id);
  },
);

/** Each key of the pattern again, right behind itself, with the same value. */
function withKeyTwice(json: string, key: string): string {
  const start = json.indexOf(`"${key}":`);
  return `${json.slice(0, start)}"${key}":null,${json.slice(start)}`;
}

test.for(VERSIONS)(
  "XAPI-00021 a key that stands twice is refused, at every level (%s)",
  async (version) => {
    const statement = statementWith({
      actor: { objectType: "Agent", account: ACCOUNT },
      verb: { ...VERB, display: { vi: "học" } },
      object: { ...ACTIVITY, definition: { name: { en: "Lesson" } } },
      result: { score: { raw: 1 }, extensions: { [`${SITE}/x`]: { deep: [{ y: 1 }] } } },
    });
    const json = JSON.stringify(statement);
    const keys = ["id", "actor", "homePage", "display", "vi", "definition", "en", "score", "raw"];
    for (const key of keys) {
      const body = withKeyTwice(json, key);
      const headers = { "content-type": "application/json" };
      const answer = await ask("POST", "/statements", { version, body, headers });
      expect(answer.status, key).toBe(400);
    }
    expect(await isKept(version, statement.id)).toBe(false);
  },
);
