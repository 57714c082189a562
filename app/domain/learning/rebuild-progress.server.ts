import type { Db } from "#app/db/index.server.ts";
import { findAccountOwners } from "#app/domain/identity/index.server.ts";
import { canonicalJson, PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import { type Position, Statement } from "#app/domain/xapi/index.ts";
import { findStatements } from "#app/domain/xapi/index.server.ts";

import { actOf } from "./learning-statements.ts";
import { applyAct, type CourseState } from "./progress.ts";
import { clearProgress, saveCourseState } from "./progress.store.server.ts";
import { productAgent } from "./record-acts.server.ts";

const PAGE = 2000;

/**
 * Forgets all progress and derives it anew from the statements that the product itself vouches for, in the order in which they were
 * stored. Runs in the caller's transaction; answers how many statements were read.
 */
export async function rebuildProgress(
  db: Db,
  baseIri: string,
): Promise<{ readonly statements: number }> {
  const owners = await findAccountOwners(db);
  const states = new Map<string, { accountId: string; courseId: string; state: CourseState }>();
  const authority = canonicalJson(productAgent(baseIri));
  let after: Position | undefined;
  let statements = 0;
  for (;;) {
    const query = { authority, ascending: true };
    const page = await findStatements(db, query, { after, limit: PAGE });
    for (const { payload } of page.statements) {
      if (payload === null) continue;
      statements += 1;
      const statement = Statement.parse(JSON.parse(payload));
      const act = actOf(statement, baseIri);
      const accountId = statement.actor.account?.name;
      if (act === null || accountId === undefined || !owners.has(accountId)) continue;
      const key = `${accountId} ${act.courseId}`;
      const state = applyAct(states.get(key)?.state ?? null, act);
      states.set(key, { accountId, courseId: act.courseId, state });
    }
    if (page.more === null) break;
    after = page.more;
  }

  await clearProgress(db);
  for (const { accountId, courseId, state } of states.values()) {
    const owner = owners.get(accountId);
    if (owner === undefined) continue;
    const of = {
      communeId: PlaceId.parse(owner.communeId),
      personId: PersonId.parse(owner.personId),
      courseId,
    };
    await saveCourseState(db, of, null, state);
  }
  return { statements };
}
