import type { Agent, Group, Statement } from "./statement.ts";
import { VOIDED } from "./statement.ts";

/** The columns that queries need, read off a statement. */
export interface StatementKeys {
  readonly actorKey: string;
  readonly verb: string;
  readonly activityId: string | null;
  readonly registration: string | null;
  readonly relatedAgentKeys: readonly string[];
  readonly relatedActivityIds: readonly string[];
  readonly refersTo: string | null;
  readonly voids: string | null;
}

/** One text for whoever an identifier names: "account:<home page>|<name>", "mbox:mailto:…". */
export function agentKey(who: Agent | Group): string {
  if (who.account !== undefined) return `account:${who.account.homePage}|${who.account.name}`;
  if (who.mbox !== undefined) return `mbox:${who.mbox}`;
  if (who.mbox_sha1sum !== undefined) return `mbox_sha1sum:${who.mbox_sha1sum.toLowerCase()}`;
  if (who.openid !== undefined) return `openid:${who.openid}`;
  return `anonymous:${("member" in who ? (who.member ?? []) : []).map((one) => agentKey(one)).toSorted().join(",")}`;
}

export function statementKeys(statement: Statement): StatementKeys {
  const { object } = statement;
  const refersTo = "objectType" in object && object.objectType === "StatementRef" ? object.id : null;
  return {
    actorKey: agentKey(statement.actor),
    verb: statement.verb.id,
    activityId: activityIdOf(object),
    registration: statement.context?.registration ?? null,
    relatedAgentKeys: [...new Set(agentsOf(statement))],
    relatedActivityIds: [...new Set(activitiesOf(statement))],
    refersTo,
    voids: statement.verb.id === VOIDED ? refersTo : null,
  };
}

type Part = Pick<Statement, "actor" | "context"> & { readonly object: Statement["object"] };

function activityIdOf(object: Statement["object"]): string | null {
  return isActivity(object) ? object.id : null;
}

function isActivity(object: Statement["object"]): object is Extract<Statement["object"], { id: string; definition?: unknown }> {
  return "id" in object && (!("objectType" in object) || object.objectType === undefined || object.objectType === "Activity");
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
