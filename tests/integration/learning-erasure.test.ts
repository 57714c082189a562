import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { valueOf } from "#app/domain/kernel/index.ts";
import type { HandInItem } from "#app/domain/learning/index.ts";
import {
  replayQuarantined,
  startQuizAttempt,
  handIn,
  saveAnswers,
} from "#app/domain/learning/index.server.ts";
import { addPerson, NOW } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import { DAY_MS, FINAL, learner, learning, LESSON, V1, V2 } from "./learning-factory.ts";
import { eraseOf, retainUntil } from "./record-erasure-factory.ts";

const SAID = "lời-của-Mỷ";

const handedIn = (contentVersion: string): HandInItem => ({
  id: uuidv7(),
  sequence: 1,
  phoneTime: NOW.toISOString(),
  offsetMs: 0,
  helper: null,
  act: {
    kind: "quiz",
    ...LESSON,
    contentVersion,
    token: uuidv7(),
    answers: { q1: [SAID], q2: [SAID] },
  },
});

test("when her record is erased, her open quiz goes and the text of what she handed in, and it does not come back", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const neighbour = await addPerson(database.transact, { villageId: her.villageId });
  const items = [handedIn(V1), handedIn(V2)];
  for (const who of [her, neighbour]) {
    const { id: token } = valueOf(await startQuizAttempt(deps, who, FINAL));
    await saveAnswers(deps, who, { ...FINAL, token, answers: { q1: [SAID] } });
  }
  const send = () => handIn(deps, her, { phoneId: uuidv7(), carried: "file", items });
  await send();

  const person = { accountId: her.accountId };
  valueOf(await eraseOf({ deps }, database.ownerUrl, { person }));

  const again = await send();
  expect(again.map(({ outcome }) => outcome)).toEqual(["same", "set-aside"]);
  expect(await replayQuarantined(deps)).toEqual({ counted: 0 });
  const kept = await database.transact("everywhere", async (db) => ({
    draws: await db.quizDraw.findMany(),
    ledger: await db.handIn.findMany(),
    attempts: await db.attempt.count(),
  }));
  expect(kept.draws.map(({ personId }) => personId)).toEqual([neighbour.personId]);
  expect(kept.ledger.map(({ payload }) => payload)).toEqual([{}, {}]);
  expect([kept.ledger.length, kept.attempts]).toEqual([2, 0]);
});

test("when a period is erased, the answers of its quizzes go and those of later ones stay", async ({
  database,
}) => {
  const deps = learning(database.transact);
  const her = await learner(database.transact);
  const send = (item: HandInItem) =>
    handIn(deps, her, { phoneId: uuidv7(), carried: "qr", items: [item] });
  const write = async (ref: typeof LESSON) => {
    const { id: token } = valueOf(await startQuizAttempt(deps, her, ref));
    await saveAnswers(deps, her, { ...ref, token, answers: { q1: [SAID] } });
  };
  await send(handedIn(V1));
  await write(LESSON);
  deps.pass(2 * DAY_MS);
  await send(handedIn(V1));
  await write(FINAL);

  valueOf(await retainUntil({ deps }, database.ownerUrl, "2026-11-23"));

  const kept = await database.transact("everywhere", async (db) => ({
    draws: await db.quizDraw.findMany({ orderBy: { drawnAt: "asc" } }),
    ledger: await db.handIn.findMany({ orderBy: { receivedAt: "asc" } }),
  }));
  expect(kept.draws.map(({ answers }) => answers)).toEqual([{}, { q1: [SAID] }]);
  expect(kept.ledger.map(({ payload }) => JSON.stringify(payload).includes(SAID))).toEqual([
    false,
    true,
  ]);
});
