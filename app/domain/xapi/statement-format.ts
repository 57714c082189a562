import type { Json } from "#app/domain/kernel/index.ts";

/** The formats of xAPI 2.0 §4.1.6.1. */
export type StatementFormat = "ids" | "exact" | "canonical";

type Members = { readonly [key: string]: Json };

export interface FormatWords {
  /** The canonical definition of an activity, as far as there is one. */
  readonly definitionOf: (activityId: string) => Json | undefined;
  /** Which of these languages the reader wants most. */
  readonly preferred: (languages: readonly string[]) => string | undefined;
}

/** The ids of every activity in a statement that `canonical` has to define. */
export function activityIdsIn(statement: Json): readonly string[] {
  const ids: string[] = [];
  mapActivities(statement, (activity) => {
    if (typeof activity["id"] === "string") ids.push(activity["id"]);
    return activity;
  });
  return ids;
}

/** Agents, activities, verbs and groups by what identifies them alone. */
export function idsOnly(statement: Json): Json {
  return mapParts(statement, {
    agent: agentId,
    activity: ({ id }) => members({ id }),
    verb: ({ id }) => members({ id }),
  });
}

/** Activities as they are canonically defined, every language map in one language. */
export function canonical(statement: Json, words: FormatWords): Json {
  const one = (value: Json | undefined) => oneLanguage(value, words);
  return mapParts(statement, {
    agent: (agent) => agent,
    activity: (activity) => {
      const id = typeof activity["id"] === "string" ? activity["id"] : "";
      const definition = words.definitionOf(id) ?? activity["definition"];
      return members({ ...activity, definition: inOneLanguage(definition, one) });
    },
    verb: (verb) => members({ ...verb, display: one(verb["display"]) }),
    attachment: (attachment) =>
      members({
        ...attachment,
        display: one(attachment["display"]),
        description: one(attachment["description"]),
      }),
  });
}

interface Change {
  readonly agent: (agent: Members) => Members;
  readonly activity: (activity: Members) => Members;
  readonly verb: (verb: Members) => Members;
  readonly attachment?: (attachment: Members) => Members;
}

function mapActivities(statement: Json, activity: Change["activity"]): Json {
  return mapParts(statement, { agent: (agent) => agent, verb: (verb) => verb, activity });
}

function mapParts(statement: Json, change: Change): Json {
  if (!isMembers(statement)) return statement;
  const { actor, verb, object, context, authority, attachments } = statement;
  const { attachment } = change;
  return members({
    ...statement,
    actor: within(actor, change.agent),
    verb: within(verb, change.verb),
    object: isMembers(object) ? mapObject(object, change) : object,
    context: isMembers(context) ? mapContext(context, change) : context,
    authority: within(authority, change.agent),
    attachments: attachment === undefined ? attachments : each(attachments, attachment),
  });
}

function mapObject(object: Members, change: Change): Json {
  const type = object["objectType"];
  if (type === "SubStatement") return mapParts(object, change);
  if (type === "StatementRef") return object;
  return type === "Agent" || type === "Group" ? change.agent(object) : change.activity(object);
}

function mapContext(context: Members, { agent, activity }: Change): Json {
  const groups = context["contextActivities"];
  return members({
    ...context,
    instructor: within(context["instructor"], agent),
    team: within(context["team"], agent),
    contextActivities: isMembers(groups)
      ? members(
          Object.fromEntries(
            Object.entries(groups).map(([name, list]) => [
              name,
              each(isList(list) ? list : [list], activity),
            ]),
          ),
        )
      : groups,
    contextAgents: each(context["contextAgents"], (one) =>
      members({ ...one, agent: within(one["agent"], agent) }),
    ),
    contextGroups: each(context["contextGroups"], (one) =>
      members({ ...one, group: within(one["group"], agent) }),
    ),
  });
}

function agentId(agent: Members): Members {
  const { objectType, mbox, mbox_sha1sum: hash, openid, account, member } = agent;
  const identifier = { mbox, mbox_sha1sum: hash, openid, account };
  const isAnonymous = Object.values(identifier).every((value) => value === undefined);
  return members({
    objectType: objectType ?? "Agent",
    ...identifier,
    member: isAnonymous ? each(member, agentId) : undefined,
  });
}

function inOneLanguage(
  definition: Json | undefined,
  one: (value: Json | undefined) => Json | undefined,
): Json | undefined {
  if (!isMembers(definition)) return definition;
  const lists = ["choices", "scale", "source", "target", "steps"].map((name) => [
    name,
    each(definition[name], (item) => members({ ...item, description: one(item["description"]) })),
  ]);
  return members({
    ...definition,
    name: one(definition["name"]),
    description: one(definition["description"]),
    ...Object.fromEntries(lists),
  });
}

/** The one entry of a language map that the reader wants most; the first when none is. */
function oneLanguage(
  map: Json | undefined,
  { preferred }: Pick<FormatWords, "preferred">,
): Json | undefined {
  if (!isMembers(map)) return map;
  const languages = Object.keys(map);
  const chosen = preferred(languages) ?? languages[0];
  return chosen === undefined ? map : members({ [chosen]: map[chosen] });
}

function within(value: Json | undefined, change: (part: Members) => Members): Json | undefined {
  return isMembers(value) ? change(value) : value;
}

function each(value: Json | undefined, change: (part: Members) => Members): Json | undefined {
  return isList(value) ? value.map((item) => (isMembers(item) ? change(item) : item)) : value;
}

function isMembers(value: Json | undefined): value is Members {
  return typeof value === "object" && value !== null && !isList(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Without those that are undefined. */
function members(parts: { readonly [key: string]: Json | undefined }): Members {
  const kept: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(parts)) if (value !== undefined) kept[key] = value;
  return kept;
}
