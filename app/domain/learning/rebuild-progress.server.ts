import type { Db } from "#app/db/index.server.ts";
import { findAccountOwners } from "#app/domain/identity/index.server.ts";
import {
  accept,
  canonicalJson,
  PersonId,
  PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";
import { keptStatement, type Position, type Statement } from "#app/domain/xapi/index.ts";
import { countErasedPeriods, findStatements } from "#app/domain/xapi/index.server.ts";

import { actOf } from "./act-of.ts";
import type { PackageActs } from "./package-acts.ts";
import { applyAct, type CourseState } from "./progress.ts";
import { clearProgress, saveCourseState } from "./progress.store.server.ts";
import { recordPackageActs } from "./record-package-acts.server.ts";
import { productAgent } from "./own-statements.server.ts";

const PAGE = 2000;

/** What progress was derived from is gone by law; what was derived stays, and cannot be derived anew. */
export interface PeriodErased {
  readonly code: "period-erased";
}

interface Derived {
  readonly accountId: string;
  readonly courseId: string;
  readonly state: CourseState;
}

/**
 * Forgets all progress and derives it anew from the statements that the product itself vouches for, in
 * the order in which they were stored, and from what `packages` reads off those of other makers'
 * courses. Runs in the caller's transaction; answers how many statements of our own were read.
 */
export async function rebuildProgress(
  db: Db,
  baseIri: string,
  packages: AsyncIterable<PackageActs>,
): Promise<Result<{ readonly statements: number }, PeriodErased>> {
  if ((await countErasedPeriods(db)) > 0) return refuse({ code: "period-erased" });
  const owners = await findAccountOwners(db);
  const states = new Map<string, Derived>();
  let statements = 0;
  for await (const statement of ownStatements(db, baseIri)) {
    statements += 1;
    const act = actOf(statement, baseIri);
    const accountId = statement.actor.account?.name;
    if (act === null || accountId === undefined || !owners.has(accountId)) continue;
    const key = `${accountId} ${act.courseId}`;
    const state = applyAct(states.get(key)?.state ?? null, act);
    states.set(key, { accountId, courseId: act.courseId, state });
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
  await recordAll(db, packages);
  return accept({ statements });
}

/** What the product itself vouches for, oldest first; of a person whose record was erased nothing is left. */
async function* ownStatements(db: Db, baseIri: string): AsyncGenerator<Statement> {
  const query = { authority: canonicalJson(productAgent(baseIri)), ascending: true };
  let after: Position | undefined;
  for (;;) {
    const page = await findStatements(db, query, { after, limit: PAGE });
    for (const { payload } of page.statements) {
      if (payload !== null) yield keptStatement(JSON.parse(payload));
    }
    if (page.more === null) return;
    after = page.more;
  }
}

async function recordAll(db: Db, packages: AsyncIterable<PackageActs>): Promise<void> {
  for await (const { acts, ...owner } of packages) {
    const [first] = acts;
    if (first !== undefined) {
      await recordPackageActs(db, { ...owner, courseId: first.courseId }, acts);
    }
  }
}
