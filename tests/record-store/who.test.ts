import type { Part } from "./ask.ts";
import { testRequirements } from "./requirements.ts";
import { ACCOUNT, AGENT, GROUP, SHA1, SITE } from "./statements.ts";

type Who = Part;
const IDENTIFIERS: Readonly<Record<string, Who>> = {
  mbox: AGENT,
  mbox_sha1sum: { mbox_sha1sum: SHA1 },
  openid: { openid: `${SITE}/my` },
  account: { account: ACCOUNT },
};
const names = Object.keys(IDENTIFIERS);
const PAIRS = names.flatMap((one, index) =>
  names.slice(index + 1).map((other) => [`${one} and ${other}`, two(one, other)] as const),
);

function two(one: string, other: string): Who {
  return { ...IDENTIFIERS[one], ...IDENTIFIERS[other] };
}

/** One agent (or what should be one) in every place where an agent may stand. */
function agents(cases: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(cases).flatMap(([name, agent]) => [
      [`${name}, as actor`, { actor: agent }],
      [`${name}, as member`, { actor: { objectType: "Group", member: [agent] } }],
      [`${name}, as instructor`, { context: { instructor: agent } }],
      [`${name}, in the team`, { context: { team: { objectType: "Group", member: [agent] } } }],
      [`${name}, as object`, { object: asObject(agent) }],
    ]),
  );
}

const asObject = (agent: unknown): unknown =>
  typeof agent === "object" && agent !== null && !Array.isArray(agent)
    ? { objectType: "Agent", ...agent }
    : agent;

/** A group in every place where one may stand. */
function groups(cases: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(cases).flatMap(([name, group]) => [
      [`${name}, as actor`, { actor: group }],
      [`${name}, as team`, { context: { team: group } }],
      [`${name}, as object`, { object: group }],
    ]),
  );
}

const identifiedGroups = Object.fromEntries(
  names.map((name) => [name, { objectType: "Group", ...IDENTIFIERS[name] }]),
);

testRequirements([
  {
    number: "XAPI-00031",
    says: "an actor is an Agent or a Group",
    takes: {
      "an agent": { actor: { objectType: "Agent", ...AGENT } },
      "a group": { actor: GROUP },
      "an agent by default": { actor: AGENT },
    },
    refuses: {
      "an activity": { actor: { objectType: "Activity", ...AGENT } },
      "a person": { actor: { objectType: "Person", ...AGENT } },
      nothing: { actor: { objectType: "", ...AGENT } },
    },
  },
  {
    number: "XAPI-00032",
    says: "an objectType is a text",
    refuses: {
      ...agents({
        "a number": { ...AGENT, objectType: 1 },
        "an object": { ...AGENT, objectType: {} },
        "a list": { ...AGENT, objectType: ["Agent"] },
      }),
    },
  },
  {
    number: "XAPI-00033",
    says: "a name is a text, also an empty one",
    takes: agents({
      "a name": { ...AGENT, name: "Giàng Thị Mỷ" },
      "no letter": { ...AGENT, name: "" },
    }),
    refuses: agents({
      "a number": { ...AGENT, name: 5 },
      "a list": { ...AGENT, name: ["My"] },
      "an object": { ...AGENT, name: { vi: "My" } },
    }),
  },
  {
    number: "XAPI-00034",
    says: "an agent has exactly one identifier",
    takes: agents(IDENTIFIERS),
    refuses: agents({
      none: { objectType: "Agent", name: "My" },
      empty: {},
      ...Object.fromEntries(PAIRS),
      all: Object.fromEntries(Object.values(IDENTIFIERS).flatMap((who) => Object.entries(who))),
    }),
  },
  {
    number: "XAPI-00035",
    says: "members are a group's alone, and a group without identifier has them",
    takes: groups({ members: GROUP, "with a name": { ...GROUP, name: "Tổ 1" } }),
    refuses: {
      ...groups({ "neither member nor identifier": { objectType: "Group", name: "Tổ 1" } }),
      ...agents({ "an agent with members": { ...AGENT, member: [AGENT] } }),
      "members without objectType": { actor: { member: [AGENT] } },
    },
  },
  {
    number: "XAPI-00036",
    says: "a member is an agent, never a group",
    refuses: groups({
      "not in a list": { objectType: "Group", member: AGENT },
      "a text": { objectType: "Group", member: ["my"] },
      "a group": { objectType: "Group", member: [GROUP] },
      "an identified group": {
        objectType: "Group",
        member: [{ objectType: "Group", account: ACCOUNT }],
      },
      "nobody in an identified group": { objectType: "Group", ...AGENT, member: [{ name: "x" }] },
      "a group in an identified group": { objectType: "Group", ...AGENT, member: [GROUP] },
    }),
  },
  {
    number: "XAPI-00037",
    says: "an identified group has exactly one identifier",
    takes: groups({
      ...identifiedGroups,
      "with members": { objectType: "Group", ...AGENT, member: [AGENT] },
    }),
    refuses: groups(
      Object.fromEntries(
        PAIRS.map(([name, pair]) => [name, { objectType: "Group", ...pair, member: [AGENT] }]),
      ),
    ),
  },
  {
    number: "XAPI-00038",
    says: "an mbox is mailto: and one address",
    refuses: agents({
      "no scheme": { mbox: "my@ban-pho.example" },
      "another scheme": { mbox: "http://my@ban-pho.example" },
      "no host": { mbox: "mailto:my" },
      "no person": { mbox: "mailto:@ban-pho.example" },
      "with spaces": { mbox: "mailto:my @ban-pho.example" },
      "the scheme twice": { mbox: "mailto:mailto:my@ban-pho.example" },
      "two addresses": { mbox: "mailto:my@ban-pho.example,an@ban-pho.example" },
      "a subject": { mbox: "mailto:my@ban-pho.example?subject=x" },
      "a fragment": { mbox: "mailto:my@ban-pho.example#x" },
      "no percent-encoding": { mbox: "mailto:m%zzy@ban-pho.example" },
      "a number": { mbox: 5 },
      "an object": { mbox: { mailto: "my@ban-pho.example" } },
    }),
  },
  {
    number: "XAPI-00039",
    says: "an mbox_sha1sum is the text of a SHA-1",
    refuses: agents({
      "a number": { mbox_sha1sum: 5 },
      short: { mbox_sha1sum: SHA1.slice(1) },
      long: { mbox_sha1sum: `${SHA1}a` },
      "not hex": { mbox_sha1sum: "g".repeat(40) },
      "an object": { mbox_sha1sum: {} },
    }),
  },
  {
    number: "XAPI-00040",
    says: "an openid is a URI",
    refuses: agents({
      "no scheme": { openid: "my.example" },
      "a number": { openid: 5 },
      "an object": { openid: { uri: SITE } },
      "with a space": { openid: "https://my.example/a b" },
    }),
  },
  {
    number: "XAPI-00041",
    says: "an account is an object",
    refuses: agents({
      "a text": { account: "my" },
      "a list": { account: [ACCOUNT] },
      empty: { account: {} },
      "a number": { account: 5 },
    }),
  },
  {
    number: "XAPI-00042",
    says: "an account has a home page, an IRL",
    refuses: agents({
      none: { account: { name: "my" } },
      "no scheme": { account: { ...ACCOUNT, homePage: "hoc.example" } },
      "a number": { account: { ...ACCOUNT, homePage: 5 } },
      "an object": { account: { ...ACCOUNT, homePage: {} } },
    }),
  },
  {
    number: "XAPI-00043",
    says: "an account has a name, a text",
    refuses: agents({
      none: { account: { homePage: SITE } },
      "a number": { account: { ...ACCOUNT, name: 5 } },
      "an object": { account: { ...ACCOUNT, name: {} } },
    }),
  },
  {
    number: "XAPI-00065",
    says: "an agent or a group as an object says its type",
    takes: { agent: { object: { objectType: "Agent", ...AGENT } }, group: { object: GROUP } },
    refuses: { agent: { object: AGENT }, group: { object: { member: [AGENT] } } },
  },
]);
