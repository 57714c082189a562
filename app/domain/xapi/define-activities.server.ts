import { LRUCache } from "lru-cache";

import type { SqlPool } from "#app/db/index.server.ts";
import type { Clock } from "#app/domain/kernel/index.ts";

import { lockDefinitions, saveDefinitions } from "./activity.store.server.ts";
import { type Definition, definitionsOf, mergedDefinition } from "./definition.ts";
import type { Statement } from "./statement.ts";

export type DefineActivities = (statements: readonly Statement[]) => Promise<void>;

const KNOWN_AT_MOST = 5_000;

/**
 * Keeps the canonical definitions of activities: what statements say of them, merged in the order of
 * arrival. What this process has merged last is remembered, so the same words again cost nothing.
 * Activities below `ownIri` are the product's own and defined by nobody else.
 */
export function openDefinitions(
  deps: Pick<Clock, "now"> & { readonly sql: SqlPool; readonly ownIri: string },
): DefineActivities {
  const known = new LRUCache<string, string>({ max: KNOWN_AT_MOST });
  return async (statements) => {
    const said = new Map<string, Definition>();
    for (const statement of statements) {
      for (const [id, definition] of definitionsOf(statement)) {
        if (id.startsWith(deps.ownIri)) continue;
        if (known.get(id) === JSON.stringify(definition)) continue;
        said.set(id, mergedDefinition(said.get(id) ?? {}, definition));
      }
    }
    if (said.size === 0) return;
    await deps.sql.transact("everywhere", async (sql) => {
      const kept = await lockDefinitions(sql, [...said.keys()]);
      const changed = new Map<string, string>();
      for (const [id, definition] of said) {
        const before = kept.get(id) ?? "{}";
        const after = JSON.stringify(mergedDefinition(JSON.parse(before), definition));
        if (after !== before) changed.set(id, after);
      }
      if (changed.size > 0) await saveDefinitions(sql, changed, deps.now());
    });
    for (const [id, definition] of said) known.set(id, JSON.stringify(definition));
  };
}
