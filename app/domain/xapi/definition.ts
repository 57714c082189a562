import type { Activity, Statement } from "./statement.ts";

export type Definition = NonNullable<Activity["definition"]>;

/** What a statement says of activities: their ids with a definition, each as it stands in the statement. */
export function definitionsOf(statement: Statement): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const activity of activitiesOf(statement)) {
    if (activity.definition !== undefined) {
      found.set(activity.id, mergedDefinition(found.get(activity.id) ?? {}, activity.definition));
    }
  }
  return found;
}

function activitiesOf(part: Pick<Statement, "object" | "context">): readonly Activity[] {
  const { object, context } = part;
  const {
    parent = [],
    grouping = [],
    category = [],
    other = [],
  } = context?.contextActivities ?? {};
  const own = "verb" in object ? activitiesOf(object) : isActivity(object) ? [object] : [];
  return [...own, ...parent, ...grouping, ...category, ...other];
}

function isActivity(object: Statement["object"]): object is Activity {
  return "id" in object && object.objectType !== "StatementRef" && !("verb" in object);
}

/** The newer word goes over the older, language by language and extension by extension. */
export function mergedDefinition(older: Definition, newer: Definition): Definition {
  const merged: Definition = { ...older, ...newer };
  for (const map of ["name", "description"] as const) {
    if (older[map] !== undefined && newer[map] !== undefined) {
      merged[map] = { ...older[map], ...newer[map] };
    }
  }
  if (older.extensions !== undefined && newer.extensions !== undefined) {
    merged.extensions = { ...older.extensions, ...newer.extensions };
  }
  return merged;
}
