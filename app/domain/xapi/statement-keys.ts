import { mailboxOf } from "./immutable-form.ts";
import type { Agent, Group, Statement } from "./statement.ts";
import { VOIDED } from "./statement.ts";

/** What a statement is found by, read off it. */
export interface StatementKeys {
  /** Whom it is about: actor, an agent or group as its object, and the members of both. */
  readonly agentKeys: readonly string[];
  readonly verb: string;
  readonly activityId: string | null;
  readonly registration: string | null;
  /** Who else has to do with it. */
  readonly relatedAgentKeys: readonly string[];
  /** What else it has to do with. */
  readonly relatedActivityIds: readonly string[];
  readonly refersTo: string | null;
  readonly voids: string | null;
}

/** The key of every group without an identifier: each is another one, so no search can mean it. */
const ANONYMOUS = "anonymous";

/** One text for whoever an identifier names: "account:<home page>|<name>", "mbox:mailto:…". */
export function agentKey(who: Agent | Group): string {
  if (who.account !== undefined) return `account:${who.account.homePage}|${who.account.name}`;
  if (who.mbox !== undefined) return `mbox:${mailboxOf(who.mbox)}`;
  if (who.mbox_sha1sum !== undefined) return `mbox_sha1sum:${who.mbox_sha1sum.toLowerCase()}`;
  if (who.openid !== undefined) return `openid:${who.openid}`;
  return ANONYMOUS;
}

const KEY_BYTES_AT_MOST = 1_000;

/** What an index of PostgreSQL could not hold: which key is too long, or null. */
export function keyFault(keys: StatementKeys): string | null {
  const named = {
    "an agent": [...keys.agentKeys, ...keys.relatedAgentKeys],
    "verb.id": [keys.verb],
    "an activity id": [keys.activityId ?? "", ...keys.relatedActivityIds],
  };
  const fault = Object.entries(named).find(([, texts]) => texts.some((text) => isTooLong(text)));
  return fault === undefined ? null : `${fault[0]}: longer than ${KEY_BYTES_AT_MOST} bytes`;
}

function isTooLong(text: string): boolean {
  return (
    text.length * 3 > KEY_BYTES_AT_MOST && new TextEncoder().encode(text).length > KEY_BYTES_AT_MOST
  );
}

export function statementKeys(statement: Statement): StatementKeys {
  const { object } = statement;
  const refersTo =
    "objectType" in object && object.objectType === "StatementRef" ? object.id : null;
  const agents = new Set([
    ...withMembers(statement.actor),
    ...(isAgentOrGroup(object) ? withMembers(object) : []),
  ]);
  agents.delete(ANONYMOUS);
  const activityId = activityIdOf(object);
  const activities = new Set(activitiesOf(statement));
  if (activityId !== null) activities.delete(activityId);
  return {
    agentKeys: [...agents],
    verb: statement.verb.id,
    activityId,
    registration: statement.context?.registration ?? null,
    relatedAgentKeys: relatedAgents(statement, agents),
    relatedActivityIds: [...activities],
    refersTo,
    voids: statement.verb.id === VOIDED ? refersTo : null,
  };
}

/** Authority, instructor, team, context agents and groups, and their members; of a substatement the actor and object too. */
function relatedAgents(statement: Statement, direct: ReadonlySet<string>): readonly string[] {
  const keys = new Set([
    ...agentsOf(statement),
    ...(statement.authority === undefined ? [] : withMembers(statement.authority)),
  ]);
  keys.delete(ANONYMOUS);
  return [...keys].filter((key) => !direct.has(key));
}

type Part = Pick<Statement, "actor" | "context"> & { readonly object: Statement["object"] };

function activityIdOf(object: Statement["object"]): string | null {
  return isActivity(object) ? object.id : null;
}

function isActivity(
  object: Statement["object"],
): object is Extract<Statement["object"], { id: string; definition?: unknown }> {
  return (
    "id" in object &&
    (!("objectType" in object) ||
      object.objectType === undefined ||
      object.objectType === "Activity")
  );
}

function agentsOf(part: Part): readonly string[] {
  const { actor, object, context } = part;
  return [
    ...withMembers(actor),
    ...(isAgentOrGroup(object) ? withMembers(object) : []),
    ...("objectType" in object && object.objectType === "SubStatement" ? agentsOf(object) : []),
    ...(context?.instructor === undefined ? [] : withMembers(context.instructor)),
    ...(context?.team === undefined ? [] : withMembers(context.team)),
    ...(context?.contextAgents ?? []).map(({ agent }) => agentKey(agent)),
    ...(context?.contextGroups ?? []).flatMap(({ group }) => withMembers(group)),
  ];
}

function isAgentOrGroup(object: Statement["object"]): object is Agent | Group {
  return "objectType" in object && (object.objectType === "Agent" || object.objectType === "Group");
}

function withMembers(who: Agent | Group): readonly string[] {
  const members = "member" in who ? (who.member ?? []) : [];
  return [agentKey(who), ...members.map((member) => agentKey(member))];
}

function activitiesOf(part: Part): readonly string[] {
  const { object, context } = part;
  const groups = context?.contextActivities ?? {};
  return [
    ...(isActivity(object) ? [object.id] : []),
    ...("objectType" in object && object.objectType === "SubStatement" ? activitiesOf(object) : []),
    ...[groups.parent, groups.grouping, groups.category, groups.other].flatMap((list) =>
      (list ?? []).map(({ id }) => id),
    ),
  ];
}
