import type { Db } from "#app/db/index.server.ts";
import { canonicalJson } from "#app/domain/kernel/index.ts";
import type { LearningAct, PackageActs } from "#app/domain/learning/index.ts";
import { keptStatement, type Position, type Statement } from "#app/domain/xapi/index.ts";
import { findStatements } from "#app/domain/xapi/index.server.ts";

import type { Cmi5Deps } from "./deps.ts";
import { packageAgent, platformAgent, unitOfIri } from "./names.ts";
import { readVersion } from "./package.store.server.ts";
import { findRegistrations, type Registration } from "./registration.store.server.ts";
import type { UnitStates } from "./rollup.ts";
import { isDefined } from "./session.ts";
import { actsOf, applyFact, type UnitFact } from "./unit-facts.ts";
import { EXTENSION, LMS_VERBS, unitVerbOf } from "./vocabulary.ts";

const PAGE = 500;

/**
 * Every learner's acts in packages, read off the statements again in the order in which they were
 * stored; for whoever derives progress anew. Statements count that the product or the package's own
 * sessions vouch for.
 */
export async function* packageActs(
  db: Db,
  deps: Pick<Cmi5Deps, "baseIri" | "versions">,
): AsyncIterable<PackageActs> {
  const registrations = await findRegistrations(db);
  const byLearner = new Map<string, Registration[]>();
  for (const registration of registrations) {
    const key = `${registration.personId} ${registration.packageId}`;
    byLearner.set(key, [...(byLearner.get(key) ?? []), registration]);
  }
  for (const own of byLearner.values()) {
    const [first] = own;
    if (first === undefined) continue;
    const acts: LearningAct[] = [];
    for (const registration of own) acts.push(...(await actsIn(db, deps, registration)));
    yield {
      communeId: first.communeId,
      personId: first.personId,
      acts: acts.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    };
  }
}

async function actsIn(
  db: Db,
  deps: Pick<Cmi5Deps, "baseIri" | "versions">,
  registration: Registration,
): Promise<readonly LearningAct[]> {
  const version = await readVersion(db, deps, registration.versionId);
  const acts: LearningAct[] = [];
  let units: UnitStates = new Map();
  for await (const fact of factsIn(db, deps.baseIri, registration)) {
    acts.push(...actsOf(version, units, fact));
    units = applyFact(units, fact);
  }
  return acts;
}

async function* factsIn(
  db: Db,
  baseIri: string,
  { id, packageId }: Registration,
): AsyncIterable<UnitFact> {
  const own = canonicalJson(platformAgent(baseIri));
  const content = canonicalJson(packageAgent(baseIri, packageId));
  let after: Position | undefined;
  for (;;) {
    const query = { registration: id, ascending: true };
    const page = await findStatements(db, query, { limit: PAGE, after });
    for (const { payload, stored, authority } of page.statements) {
      if (payload === null || (authority !== own && authority !== content)) continue;
      const statement = keptStatement(JSON.parse(payload));
      const fact = factOf(statement, baseIri, stored, authority === own);
      if (fact !== null) yield fact;
    }
    if (page.more === null) return;
    after = page.more;
  }
}

/** What a statement of a session tells of its unit, or null. `isOwn`: the product wrote it. */
function factOf(statement: Statement, baseIri: string, at: Date, isOwn: boolean): UnitFact | null {
  const { object, result } = statement;
  const place = "id" in object ? unitOfIri(baseIri, object.id) : null;
  if (place === null || !isDefined(statement)) return null;
  const kind = isOwn ? ownKind(statement) : unitKind(statement);
  const scaled = isOwn ? null : (result?.score?.scaled ?? null);
  return kind === null ? null : { unit: place.unit, kind, scaled, at };
}

function ownKind({ verb, context }: Statement): "waived" | "opened" | null {
  if (verb.id === LMS_VERBS.waived) return "waived";
  const isNormal = context?.extensions?.[EXTENSION.launchMode] === "Normal";
  return verb.id === LMS_VERBS.launched && isNormal ? "opened" : null;
}

function unitKind({ verb }: Statement): "completed" | "passed" | "failed" | null {
  const kind = unitVerbOf(verb.id);
  return kind === "completed" || kind === "passed" || kind === "failed" ? kind : null;
}
