import fc from "fast-check";
import { expect } from "vitest";

import {
  discardDecision,
  endorseInVillage,
  issueDecision,
  prepareDecision,
  refuseAssessment,
  returnFromVillage,
  returnToCitizen,
  submitAssessment,
  undoBulkReview,
  verifyAssessments,
  withdrawSubmission,
} from "#app/domain/evaluation/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { Day, type PlaceId } from "#app/domain/kernel/index.ts";
import { test, type TestDatabase } from "#tests/setup/test-with-db.ts";

import {
  addOfficial,
  communeWith,
  depsOf,
  SIGNER,
  submitted,
  verify,
  endorsed,
  type Commune,
  type TestDeps,
} from "./evaluation-factory.ts";

const CITIZENS = 5;
const WORDS = "Xin ghi thêm việc đã làm.";

/** What somebody tries next; `at` picks whom or what, out of what there is by then. */
interface Try {
  readonly act: (typeof CITIZEN)[number] | (typeof VILLAGE)[number] | (typeof OFFICE)[number];
  readonly at: number;
}

const CITIZEN = ["submit", "withdraw"] as const;
const VILLAGE = ["endorse", "endorse", "endorse", "return"] as const;
const OFFICE = [
  "verify-all",
  "verify-all",
  "undo",
  "prepare",
  "prepare",
  "issue",
  "issue",
  "discard",
  "send-back",
  "refuse",
] as const;

function lane(acts: readonly Try["act"][]) {
  const one = fc.record({ act: fc.constantFrom(...acts), at: fc.nat({ max: 9 }) });
  return fc.array(one, { minLength: 4, maxLength: 12 });
}

test("whatever several people do at once, the register has everybody recognised once, without a gap", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const second = await addOfficial(database.transact, commune);
  let entries = 0;

  await fc.assert(
    fc.asyncProperty(
      lane(CITIZEN),
      lane(VILLAGE),
      lane(VILLAGE),
      lane(OFFICE),
      lane(OFFICE),
      lane(OFFICE),
      async (hers, village, neighbour, office, other, third) => {
        const world = await worldOf(database, deps, commune);
        const { attestor, official } = commune;
        await Promise.all([
          walk(world, null, hers),
          walk(world, attestor, village),
          walk(world, attestor, neighbour),
          walk(world, official, office),
          walk(world, second, other),
          walk(world, official, third),
        ]);
        entries = await expectSound(database);
      },
    ),
    { numRuns: 6, endOnFailure: true },
  );
  expect(entries).toBeGreaterThan(0);
}, 240_000);

/** Everybody's cases of one run; those of earlier runs stand where they were left. */
interface World {
  readonly database: TestDatabase;
  readonly deps: TestDeps;
  readonly commune: Commune;
  readonly citizens: readonly Actor[];
}

async function worldOf(database: TestDatabase, deps: TestDeps, commune: Commune): Promise<World> {
  const citizens: Actor[] = [];
  for (let made = 0; made < CITIZENS; made += 1) {
    const { person } = await (made < 2 ? submitted : endorsed)(deps, commune);
    citizens.push(person);
  }
  await verify(deps, commune, [await endorsed(deps, commune)]);
  return { database, deps, commune, citizens };
}

async function walk(world: World, actor: Actor | null, tries: readonly Try[]): Promise<void> {
  for (const one of tries) await attempt(world, actor, one);
}

/** One try: by whom, on which case as it was just seen, and what else there is to choose from. */
interface Turn {
  readonly deps: TestDeps;
  readonly by: Actor;
  readonly communeId: PlaceId;
  readonly seen: {
    readonly communeId: PlaceId;
    readonly assessmentId: string;
    readonly revision: number;
  };
  readonly items: readonly { readonly assessmentId: string; readonly revision: number }[];
  readonly actId: string;
  readonly decisionId: string;
  readonly at: number;
}

const ACTS: Readonly<Record<Try["act"], (turn: Turn) => Promise<unknown>>> = {
  submit: ({ deps, by, seen }) => submitAssessment(deps, by, seen),
  withdraw: ({ deps, by, seen }) => withdrawSubmission(deps, by, seen),
  endorse: ({ deps, by, seen }) => endorseInVillage(deps, by, { ...seen, words: "" }),
  return: ({ deps, by, seen }) => returnFromVillage(deps, by, { ...seen, reason: WORDS }),
  "send-back": ({ deps, by, seen }) => returnToCitizen(deps, by, { ...seen, reason: WORDS }),
  refuse: ({ deps, by, seen }) => refuseAssessment(deps, by, { ...seen, reason: WORDS }),
  "verify-all": ({ deps, by, communeId, items }) =>
    verifyAssessments(deps, by, { communeId, items: [...items] }),
  undo: ({ deps, by, communeId, actId }) => undoBulkReview(deps, by, { communeId, actId }),
  prepare: ({ deps, by, communeId }) => prepareDecision(deps, by, { communeId, ...SIGNER }),
  issue: ({ deps, by, communeId, decisionId, at }) =>
    issueDecision(deps, by, {
      communeId,
      decisionId,
      // Numbers collide on purpose.
      number: `${at}-${decisionId.slice(-1)}/QĐ-UBND`,
      decidedOn: Day.parse("2026-11-22"),
    }),
  discard: ({ deps, by, communeId, decisionId }) =>
    discardDecision(deps, by, { communeId, decisionId }),
};

/** A refusal is an answer like another; only what is thrown fails. */
async function attempt(world: World, actor: Actor | null, { act, at }: Try): Promise<void> {
  const { deps, commune, citizens } = world;
  const { communeId } = commune;
  const by = actor ?? pick(citizens, at);
  const cases = await casesOf(world);
  const mine = cases.filter(({ personId }) => actor !== null || personId === by?.personId);
  const found = pick(mine, at);
  if (by === undefined || found === undefined) return;
  await ACTS[act]({
    deps,
    by,
    communeId,
    seen: { communeId, assessmentId: found.id, revision: found.revision },
    items: cases.map(({ id, revision }) => ({ assessmentId: id, revision })),
    actId: pick(await actsOf(world), at) ?? deps.newId(),
    decisionId: pick(await decisionsOf(world), at) ?? deps.newId(),
    at,
  });
}

function pick<Value>(some: readonly Value[], at: number): Value | undefined {
  return some.length === 0 ? undefined : some[at % some.length];
}

function casesOf({ database, citizens }: World) {
  const personIds = citizens.map(({ personId }) => personId);
  return database.transact("everywhere", (db) =>
    db.assessment.findMany({
      where: { personId: { in: personIds } },
      orderBy: { id: "asc" },
      select: { id: true, personId: true, revision: true },
    }),
  );
}

async function actsOf({ database }: World): Promise<readonly string[]> {
  const reviews = await database.transact("everywhere", (db) =>
    db.review.findMany({ where: { outcome: "verified" }, orderBy: { at: "desc" }, take: 20 }),
  );
  return [...new Set(reviews.map(({ actId }) => actId))];
}

async function decisionsOf({ database }: World): Promise<readonly string[]> {
  const decisions = await database.transact("everywhere", (db) =>
    db.decision.findMany({ orderBy: { id: "desc" }, take: 3 }),
  );
  return decisions.map(({ id }) => id);
}

/** What must be true at any time; answers how many stand in the register. */
async function expectSound(database: TestDatabase): Promise<number> {
  const { assessments, entries, items, decisions, counters } = await database.transact(
    "everywhere",
    async (db) => ({
      assessments: await db.assessment.findMany(),
      entries: await db.registerEntry.findMany({ orderBy: { number: "asc" } }),
      items: await db.decisionItem.findMany(),
      decisions: await db.decision.findMany(),
      counters: await db.registerCounter.findMany(),
    }),
  );
  const inState = (state: string) =>
    assessments.filter((one) => one.state === state).map(({ id }) => id);
  const issued = decisions.filter(({ state }) => state === "issued").map(({ id }) => id);
  const listedBy = (isIssued: boolean) =>
    items
      .filter(({ decisionId }) => issued.includes(decisionId) === isIssued)
      .map(({ assessmentId }) => assessmentId);

  expect(entries.map(({ number }) => number)).toEqual(entries.map((_, at) => at + 1));
  expect(counters.map(({ last }) => last)).toEqual(counters.length === 0 ? [] : [entries.length]);
  expect(new Set(entries.map(({ registerNumber }) => registerNumber)).size).toBe(entries.length);
  const recognised = inState("recognised").toSorted();
  expect(entries.map(({ assessmentId }) => assessmentId).toSorted()).toEqual(recognised);
  expect(listedBy(true).toSorted()).toEqual(recognised);
  expect(entries.every(({ decisionId }) => issued.includes(decisionId))).toBe(true);
  const verified = inState("verified");
  expect(listedBy(false).filter((id) => !verified.includes(id))).toEqual([]);
  const numbers = decisions.flatMap(({ number }) => number ?? []);
  expect(new Set(numbers).size).toBe(numbers.length);
  return entries.length;
}
