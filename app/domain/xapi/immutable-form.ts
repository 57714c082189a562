import { canonicalJson, type JsonDraft } from "#app/domain/kernel/index.ts";

import type { Activity, Agent, Group, Statement } from "./statement.ts";

/**
 * What two statements with one id must share to be the same (xAPI 2.0 §4.2.3): all but id, stored,
 * authority, version, the display of verbs and the definition of activities; times in UTC to the
 * millisecond, durations cut to 0.01 s, members as a set. Extensions are compared as they stand.
 */
export function immutableForm(statement: Statement): string {
  const { id: _id, stored: _stored, authority: _authority, version: _version, ...kept } = statement;
  return canonicalJson(eventOf(kept));
}

type Event = Omit<Statement, "id" | "stored" | "authority" | "version">;
type Thing = Statement["object"];
type Context = NonNullable<Statement["context"]>;

function eventOf({
  actor,
  verb,
  object,
  result,
  context,
  timestamp,
  attachments,
  ...rest
}: Event): JsonDraft {
  return {
    ...rest,
    actor: whoOf(actor),
    verb: verb.id,
    object: thingOf(object),
    result: result?.duration === undefined ? result : { ...result, duration: cut(result.duration) },
    context: context === undefined ? undefined : contextOf(context),
    timestamp: timestamp === undefined ? undefined : new Date(timestamp).toISOString(),
    attachments: attachments?.map((one) => ({ ...one, sha2: one.sha2.toLowerCase() })),
  };
}

function thingOf(thing: Thing): JsonDraft {
  if ("verb" in thing) return eventOf(thing);
  if (!("id" in thing)) return whoOf(thing);
  return thing.objectType === "StatementRef" ? thing : activityOf(thing);
}

function activityOf({ id }: Activity) {
  return { id };
}

/** An agent has no objectType here, a group has: nobody is both. */
function whoOf(who: Agent | Group): JsonDraft {
  const { objectType, mbox, mbox_sha1sum: hash, ...rest } = who;
  return {
    ...rest,
    objectType: objectType === "Group" ? objectType : undefined,
    mbox: mbox === undefined ? undefined : mailboxOf(mbox),
    mbox_sha1sum: hash?.toLowerCase(),
    member:
      "member" in who ? who.member?.map((one) => canonicalJson(whoOf(one))).toSorted() : undefined,
  };
}

/** The domain of an address is the same in any case. */
export function mailboxOf(mbox: string): string {
  const at = mbox.lastIndexOf("@");
  return mbox.slice(0, at) + mbox.slice(at).toLowerCase();
}

function contextOf(context: Context) {
  const { instructor, team, contextActivities, contextAgents, contextGroups, ...rest } = context;
  return {
    ...rest,
    instructor: instructor === undefined ? undefined : whoOf(instructor),
    team: team === undefined ? undefined : whoOf(team),
    contextActivities:
      contextActivities === undefined
        ? undefined
        : {
            parent: contextActivities.parent?.map((activity) => activityOf(activity)),
            grouping: contextActivities.grouping?.map((activity) => activityOf(activity)),
            category: contextActivities.category?.map((activity) => activityOf(activity)),
            other: contextActivities.other?.map((activity) => activityOf(activity)),
          },
    contextAgents: contextAgents?.map((one) => ({ ...one, agent: whoOf(one.agent) })),
    contextGroups: contextGroups?.map((one) => ({ ...one, group: whoOf(one.group) })),
  };
}

function cut(duration: string): string {
  return duration.replace(/([.,]\d{2})\d+S$/u, "$1S");
}
