import { randomBytes } from "node:crypto";

import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import type { Transact } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { type HandInOf, seal } from "#app/domain/phones/index.ts";
import {
  dropLearner,
  issueToken,
  keepLearner,
  listLearners,
  openSealKeys,
  receiveSealed,
} from "#app/domain/phones/index.server.ts";
import type { HandInItem } from "#app/domain/learning/index.ts";
import { handIn, keepLessonVersions } from "#app/domain/learning/index.server.ts";
import { courseWith, STATEMENT_IDS } from "#tests/setup/course.ts";
import { addPerson, addVillage, NOW, TA_VAN } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import { event, history } from "../unit/offline/histories.ts";
import { sealedIn } from "../unit/offline/phone-in-memory.ts";
import { type Counting, newWorld, putProfile } from "../unit/offline/two-phones.ts";

const PHONE = "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10";
const keys = openSealKeys([randomBytes(32)]);
const course = courseWith();
const newSecret = () => randomBytes(32).toString("base64url");

function depsWith(transact: Transact, handInOf?: HandInOf) {
  const learning = {
    transact,
    now: () => NOW,
    newId: () => uuidv7(),
    catalogue: () => [course],
    baseIri: "https://nep-hoc.example/xapi",
    statementIds: STATEMENT_IDS,
    learningRules: { countsWhenDoneWithinDays: 30, believedClockDays: 400 },
  };
  const real: HandInOf = (actor, input) => handIn(learning, actor, input);
  return {
    ...learning,
    newSecret,
    openSealed: keys.open,
    handInOf: handInOf ?? real,
    report: () => undefined,
  };
}

function itemWith(overrides: Partial<HandInItem> = {}): HandInItem {
  const [lesson] = course.lessons;
  return {
    id: uuidv7(),
    sequence: 1,
    phoneTime: "2026-11-22T02:00:00.000Z",
    offsetMs: 0,
    helper: null,
    act: {
      kind: "quiz",
      courseId: course.id,
      lessonId: lesson?.id ?? "",
      contentVersion: lesson?.version ?? "",
      token: uuidv7(),
      answers: { q1: ["0"], q2: ["0"] },
    },
    ...overrides,
  };
}

async function learnerOn(transact: Transact, options: { readonly fullName?: string } = {}) {
  const villageId = await addVillage(transact);
  return addPerson(transact, { villageId, ...options });
}

async function keepTexts(transact: Transact): Promise<void> {
  await transact("everywhere", (db) => keepLessonVersions(db, [course], NOW));
}

async function sealedFor(deps: ReturnType<typeof depsWith>, actor: Actor, item: HandInItem) {
  const { token } = await issueToken(deps, actor, PHONE);
  return seal(keys.current, { token, item });
}

test("whoever brings them, sealed answers count for who gave them, once", async ({
  database: { transact },
}) => {
  await keepTexts(transact);
  const deps = depsWith(transact);
  const her = await learnerOn(transact);
  const envelope = await sealedFor(deps, her, itemWith());
  const bring = (carried: "file" | "same-phone") =>
    receiveSealed(deps, { carried, envelopes: [envelope] });
  expect(await bring("file")).toEqual([{ id: envelope.id, outcome: "recorded" }]);
  expect(await bring("same-phone")).toEqual([{ id: envelope.id, outcome: "same" }]);
  const rows = await transact("everywhere", (db) => db.attempt.findMany());
  expect(rows.map(({ personId }) => personId)).toEqual([her.personId]);
});

test("an envelope from nowhere, or under another name, is no receipt and harms no other", async ({
  database: { transact },
}) => {
  await keepTexts(transact);
  const deps = depsWith(transact);
  const good = await sealedFor(deps, await learnerOn(transact), itemWith());
  const unknown = await seal(keys.current, { token: newSecret(), item: itemWith() });
  const foreign = await seal(openSealKeys([randomBytes(32)]).current, {
    token: newSecret(),
    item: itemWith(),
  });
  const renamed = { ...good, id: uuidv7() };
  const envelopes = [unknown, foreign, renamed, good];
  const receipts = await receiveSealed(deps, { carried: "same-phone", envelopes });
  expect(receipts.map(({ outcome }) => outcome)).toEqual([
    "unreadable",
    "unreadable",
    "unreadable",
    "recorded",
  ]);
});

test("what the server fails at is to be sent again, and those of others go on", async ({
  database: { transact },
}) => {
  await keepTexts(transact);
  const fine = depsWith(transact);
  const [hers, his] = [await learnerOn(transact), await learnerOn(transact)];
  const envelopes = [
    await sealedFor(fine, hers, itemWith()),
    await sealedFor(fine, his, itemWith()),
  ];
  const failing = depsWith(transact, (actor, input) =>
    actor.accountId === hers.accountId
      ? Promise.reject(new Error("the disk is full"))
      : fine.handInOf(actor, input),
  );
  const receipts = await receiveSealed(failing, { carried: "same-phone", envelopes });
  expect(receipts.map(({ outcome }) => outcome)).toEqual(["later", "recorded"]);
});

test("a shared phone shows who learns on it, until they are taken off; a new sign-in brings them back", async ({
  database: { transact },
}) => {
  const deps = depsWith(transact);
  const her = await learnerOn(transact, { fullName: "Giàng Thị Mỷ" });
  const villageId = await addVillage(transact, { communeId: TA_VAN });
  const guest = await addPerson(transact, { communeId: TA_VAN, villageId, fullName: "Sùng A Páo" });
  const names = async () => (await listLearners(deps, PHONE)).map(({ name }) => name).toSorted();
  const keep = ({ accountId: id, communeId }: Actor) => keepLearner(deps, { id, communeId }, PHONE);
  await keep(her);
  await keep(guest);
  expect(await names()).toEqual(["Giàng Thị Mỷ", "Sùng A Páo"]);
  await dropLearner(deps, { phoneId: PHONE, accountId: her.accountId });
  expect(await names()).toEqual(["Sùng A Páo"]);
  await keep(her);
  expect(await names()).toEqual(["Giàng Thị Mỷ", "Sùng A Páo"]);
  expect(await listLearners(deps, uuidv7())).toEqual([]);
});

test("of the token only a hash is kept", async ({ database: { transact } }) => {
  const deps = depsWith(transact);
  const { token } = await issueToken(deps, await learnerOn(transact), PHONE);
  const rows = await transact("everywhere", (db) => db.phoneToken.findMany());
  expect(rows).toHaveLength(1);
  expect(Buffer.from(rows[0]?.tokenHash ?? []).toString("utf8")).not.toContain(token);
});

const openSealed = async (sealed: string) => sealedIn({ sealed });

/** The real server, before which the histories of two phones play. */
function realServer(transact: Transact): Counting {
  let isKnown = true;
  const deps = depsWith(transact);
  const hidden = { ...deps, catalogue: () => [] };
  const tokens = new Set<string>();
  return {
    receive(envelopes, carried) {
      for (const envelope of envelopes) {
        const { act } = sealedIn(envelope).item;
        if (act.kind === "quiz") tokens.add(act.token);
      }
      const handInOf: HandInOf = (actor, input) => handIn(isKnown ? deps : hidden, actor, input);
      return receiveSealed({ ...deps, handInOf, openSealed }, { carried, envelopes });
    },
    async has(ids) {
      const rows = await transact("everywhere", (db) =>
        db.handIn.findMany({ where: { id: { in: [...ids] } }, select: { id: true } }),
      );
      return new Set(rows.map(({ id }) => id));
    },
    async counts() {
      const rows = await transact("everywhere", (db) =>
        db.handIn.findMany({ where: { kind: "quiz", outcome: "recorded" } }),
      );
      const counts = new Map<string, number>();
      for (const { payload, accountId } of rows) {
        const text = JSON.stringify(payload);
        const token = [...tokens].find((each) => text.includes(each));
        // Of another history.
        if (token === undefined) continue;
        const key = `${accountId} ${token}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return counts;
    },
    knowContent(known) {
      isKnown = known;
    },
  };
}

test("before the real server too, no answer is lost and none counts twice", async ({
  database: { transact },
}) => {
  await keepTexts(transact);
  const deps = depsWith(transact);
  const lost = await fc.check(
    fc.asyncProperty(fc.array(event, { maxLength: 14, size: "max" }), async (events) => {
      const people = { a: await learnerOn(transact), b: await learnerOn(transact) };
      const world = await newWorld(realServer(transact), async (phone, learner) => {
        const { token } = await issueToken(deps, people[learner], PHONE);
        putProfile(phone, learner, token);
      });
      await history(world, events);
    }),
    { numRuns: 25, seed: 20_261_126 },
  );
  expect(lost.counterexample, String(lost.errorInstance)).toBeNull();
});
