import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import type { Actor } from "#app/domain/identity/index.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import type { StatementIds } from "#app/domain/learning/index.ts";
import {
  openLesson,
  startQuizAttempt,
  statementIdsBy,
  submitQuiz,
} from "#app/domain/learning/index.server.ts";
import { storeStatements } from "#app/domain/xapi/index.server.ts";
import { TA_VAN } from "#tests/setup/people.ts";
import { test, type TestDatabase } from "#tests/setup/test-with-db.ts";

import { learner, type Learning, learning, LESSON, RIGHT, standing } from "./learning-factory.ts";
import { eraseOf } from "./record-erasure-factory.ts";

/** As it was before ids were keyed: a statement was kept under the name of its act. */
const BY_NAME: StatementIds = { of: (name) => name, earlier: () => [] };
const keyed = (...fills: readonly number[]) =>
  statementIdsBy(fills.map((fill) => new Uint8Array(32).fill(fill)));

const keptIds = ({ transact }: TestDatabase) =>
  transact("everywhere", async (db) => {
    const rows = await db.xapiStatement.findMany({ orderBy: [{ stored: "asc" }, { id: "asc" }] });
    return rows.map(({ id }) => id);
  });

/** She opens a lesson and passes its quiz; answers how her phone sends the same quiz again. */
async function learn(deps: Learning, her: Actor) {
  valueOf(await openLesson(deps, her, LESSON));
  const { id: token } = valueOf(await startQuizAttempt(deps, her, LESSON));
  const input = { ...LESSON, token, answers: RIGHT };
  valueOf(await submitQuiz(deps, her, input));
  return (later: Learning) => submitQuiz(later, her, input);
}

test("nobody who knows the account, the course and the lesson can say under which id an act is kept", async ({
  database,
}) => {
  const [ours, others] = [keyed(1), keyed(2)];
  const names: string[] = [];
  const statementIds: StatementIds = {
    ...ours,
    of: (name) => {
      names.push(name);
      return ours.of(name);
    },
  };
  const deps = { ...learning(database.transact), statementIds };

  await learn(deps, await learner(database.transact));

  const kept = await keptIds(database);
  expect(kept.length).toBeGreaterThan(3);
  for (const name of names) {
    expect(kept).not.toContain(name);
    expect(kept).not.toContain(others.of(name));
    expect(kept).toContain(ours.of(name));
  }
});

test("what was recorded before ids were keyed, or under an earlier secret, is not recorded twice", async ({
  database,
}) => {
  const deps = learning(database.transact);
  for (const [before, after] of [
    [BY_NAME, keyed(1)],
    [keyed(2), keyed(1, 2)],
  ] as const) {
    const her = await learner(database.transact);
    const again = await learn({ ...deps, statementIds: before }, her);
    const kept = await keptIds(database);
    // Nothing but the statements tells any more that the quiz was judged.
    await database.transact("everywhere", async (db) => {
      await db.attempt.deleteMany({ where: { personId: her.personId } });
      await db.quizDraw.updateMany({ where: { personId: her.personId }, data: { closedAt: null } });
    });

    valueOf(await again({ ...deps, statementIds: after }));
    expect(await keptIds(database)).toEqual(kept);
  }
});

test("somebody else's statement under the id of an act, even in another commune, keeps nobody from learning", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const id = uuidv7();
  const agent = { objectType: "Agent" as const, mbox: "mailto:la@xa.example" };
  await database.transact("everywhere", (db) =>
    storeStatements(db, {
      communeId: TA_VAN,
      authority: agent,
      statements: [
        {
          id,
          actor: agent,
          verb: { id: "https://xa.example/v" },
          object: { id: "https://xa.example/x" },
        },
      ],
    }),
  );

  const statementIds: StatementIds = { of: () => id, earlier: () => [] };
  expect(await openLesson({ ...deps, statementIds }, her, LESSON)).toMatchObject({ ok: true });
  expect((await standing(database.transact)).lessons).toHaveLength(1);
  expect(await keptIds(database)).toHaveLength(2);
});

test("whoever had her record erased can learn the same lesson again, and that is recorded", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  await learn(deps, her);
  valueOf(await eraseOf({ deps }, database.ownerUrl, { person: { accountId: her.accountId } }));

  expect(await openLesson(deps, her, LESSON)).toMatchObject({ ok: true });
  expect((await standing(database.transact)).lessons).toHaveLength(1);
});
