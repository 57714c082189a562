import type { Db } from "#app/db/index.server.ts";
import { recordPackageActs } from "#app/domain/learning/index.server.ts";
import type { LearningAct } from "#app/domain/learning/index.ts";
import type { StatementInput } from "#app/domain/xapi/index.ts";

import type { Cmi5Deps, KeptVersion } from "./deps.ts";
import { keepOwnStatements } from "./keep.store.server.ts";
import {
  blockSatisfiedStatement,
  courseSatisfiedStatement,
  type LmsAct,
} from "./lms-statements.ts";
import {
  findUnits,
  type Registration,
  saveSatisfaction,
  saveUnit,
} from "./registration.store.server.ts";
import { newlySatisfied, type UnitStates, UNTOUCHED } from "./rollup.ts";
import { actsOf, applyFact, courseIdOf, type UnitFact } from "./unit-facts.ts";

/**
 * Draws the consequences of what happened in a registration, in the transaction that stores the
 * statements that tell of it: where its units stand, statements of what became satisfied, progress.
 * The caller has locked the learner. `sessionId`: of the launch, or a fresh one outside of a launch.
 */
export async function settle(
  db: Db,
  deps: Cmi5Deps,
  registration: Registration,
  version: KeptVersion,
  happened: { readonly sessionId: string; readonly facts: readonly UnitFact[] },
): Promise<void> {
  const { structure } = version;
  let units: UnitStates = await findUnits(db, registration);
  const acts: LearningAct[] = [];
  for (const fact of happened.facts) {
    acts.push(...actsOf(version, units, fact));
    units = applyFact(units, fact);
  }
  for (const unit of new Set(happened.facts.map((fact) => fact.unit))) {
    await saveUnit(db, registration, unit, units.get(unit) ?? UNTOUCHED);
  }

  const said = {
    blocks: registration.satisfiedBlocks,
    course: registration.satisfiedAt !== null,
  };
  const fresh = newlySatisfied(structure, units, said);
  const now = deps.now();
  const act = (): LmsAct => ({
    id: deps.newId(),
    baseIri: deps.baseIri,
    accountId: registration.accountId,
    packageId: version.packageId,
    registration: registration.id,
    sessionId: happened.sessionId,
    at: now,
  });
  const statements: StatementInput[] = [
    ...fresh.blocks.map((block) => blockSatisfiedStatement(act(), block)),
    ...(fresh.course ? [courseSatisfiedStatement(act(), structure)] : []),
  ];
  const [first, ...others] = statements;
  if (first !== undefined) {
    const { baseIri } = deps;
    await keepOwnStatements(db, { communeId: registration.communeId, baseIri }, [first, ...others]);
    await saveSatisfaction(db, registration, {
      blocks: [...said.blocks, ...fresh.blocks.map(({ key }) => key)],
      satisfiedAt: registration.satisfiedAt ?? (fresh.course ? now : null),
    });
  }
  const { communeId, personId } = registration;
  await recordPackageActs(
    db,
    { communeId, personId, courseId: courseIdOf(version.packageId) },
    acts,
  );
}
