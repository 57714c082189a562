import fc from "fast-check";
import { expect } from "vitest";

import type { Db, Scope, Transact } from "#app/db/index.server.ts";
import { forwardStep } from "#app/domain/exchange/index.server.ts";
import { NOW } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import { Death, fakeRemote, keep, learned, type Mood, openExchange } from "./exchange-factory.ts";

/** How the road to the other store is on one day. */
interface Weather {
  readonly moods: readonly Mood[];
  /** The worker dies before, or after, its transactions of these numbers. */
  readonly deaths: readonly { readonly at: number; readonly when: "before" | "after" }[];
  /** Seconds that pass between the turns. */
  readonly pauses: readonly number[];
  /** How many statements come, in batches. */
  readonly batches: readonly number[];
  /** Of every how many statements the other store refuses one; 0 for none. */
  readonly refusesEvery: number;
  /** And of every how many the filter wants none. */
  readonly unwantedEvery: number;
  readonly strict: boolean;
  readonly most: number;
}

const weather: fc.Arbitrary<Weather> = fc.record({
  moods: fc.array(
    fc.constantFrom<Mood>(
      "well",
      "well",
      "away",
      "lost",
      "busy",
      "dies-before",
      "dies-after",
      "slow",
    ),
    { maxLength: 40 },
  ),
  deaths: fc.array(
    fc.record({ at: fc.nat(40), when: fc.constantFrom("before" as const, "after" as const) }),
    { maxLength: 6 },
  ),
  pauses: fc.array(fc.constantFrom(0, 1, 5, 60, 200, 4000), { minLength: 1, maxLength: 8 }),
  batches: fc.array(fc.integer({ min: 1, max: 140 }), { minLength: 1, maxLength: 3 }),
  refusesEvery: fc.constantFrom(0, 0, 3, 17, 50),
  unwantedEvery: fc.constantFrom(0, 0, 2, 7),
  strict: fc.boolean(),
  most: fc.constantFrom(1000, 30, 1),
});

const WANTED = "http://adlnet.gov/expapi/verbs/completed";
const UNWANTED = "http://adlnet.gov/expapi/verbs/answered";
const TURNS_AT_MOST = 400;
/** Longer than a worker may hold a forward. */
const SO_SLOW_MILLISECONDS = 200_000;
const HOUR_SECONDS = 3600;

test("whatever goes wrong, what is wanted is over there once and in order, or waits for a person", async ({
  database: { transact },
}) => {
  await fc.assert(
    fc
      .asyncProperty(weather, async (day) => {
        const clock = { now: NOW };
        const pass = (milliseconds: number) => {
          clock.now = new Date(clock.now.getTime() + milliseconds);
        };
        const moods = [...day.moods];
        let worker: Parameters<typeof forwardStep>[0];
        const remote = fakeRemote({
          ...day,
          mood: () => moods.shift() ?? "well",
          meanwhile: async () => {
            pass(SO_SLOW_MILLISECONDS);
            await turn(worker);
          },
        });
        const { deps, forward } = await openExchange(transact, remote, clock);
        const forwardId = await forward({ verbs: [WANTED], start: { kind: "now", day: "" } });
        worker = { ...deps, transact: mortal(transact, day.deaths) };

        const wanted: string[] = [];
        for (const size of day.batches) {
          const batch = Array.from({ length: size }, (_, at) => {
            const isWanted = day.unwantedEvery === 0 || (at + 1) % day.unwantedEvery !== 0;
            return { ...learned({ verb: { id: isWanted ? WANTED : UNWANTED } }), isWanted, at };
          });
          for (const { id, at } of batch) {
            if (day.refusesEvery > 0 && (at + 1) % day.refusesEvery === 0) remote.refused.add(id);
          }
          wanted.push(...batch.flatMap(({ id, isWanted }) => (isWanted ? [id] : [])));
          await keep(
            transact,
            batch.map(({ isWanted: _wanted, at: _at, ...statement }) => statement),
          );
          // Two products work at once, on whatever day it is.
          await Promise.all([turn(worker), turn(worker)]);
        }

        const dead = async () => {
          const letters = await transact("everywhere", (db) =>
            db.xapiDeadLetter.findMany({
              where: { forwardId },
              orderBy: [{ stored: "asc" }, { sequence: "asc" }],
            }),
          );
          return letters.map(({ statementId }) => statementId);
        };
        for (let turns = 0; ; turns += 1) {
          const settled = remote.ids().length + (await dead()).length;
          if (
            settled >= wanted.length &&
            (await isAtRest(transact, forwardId, remote.ids().length))
          )
            break;
          if (turns === TURNS_AT_MOST) throw new Error(`${settled} of ${wanted.length}`);
          // In the end a dead worker's time has run out, whatever the pauses were.
          const pause = turns < 60 ? day.pauses[turns % day.pauses.length] : HOUR_SECONDS;
          pass(1000 * (pause ?? 1) + 500);
          await Promise.all([turn(worker), turn(worker)]);
        }

        expect(remote.ids()).toEqual(wanted.filter((id) => !remote.refused.has(id)));
        expect(await dead()).toEqual(wanted.filter((id) => remote.refused.has(id)));
        const row = await transact("everywhere", (db) =>
          db.xapiForward.findFirstOrThrow({ where: { id: forwardId } }),
        );
        expect(Number(row.sent)).toBe(remote.ids().length);
      })
      .afterEach(() =>
        transact("everywhere", async (db) => {
          await db.xapiForward.updateMany({ data: { removedAt: NOW } });
        }),
      ),
    { numRuns: 40 },
  );
}, 240_000);

/** A worker's turn; a death is what happened, not a fault of the test. */
async function turn(deps: Parameters<typeof forwardStep>[0]): Promise<void> {
  try {
    await forwardStep(deps);
  } catch (error) {
    if (!(error instanceof Death)) throw error;
  }
}

/** Transactions before, or after, some of which the worker is no more. */
function mortal(transact: Transact, deaths: Weather["deaths"]): Transact {
  let count = 0;
  return async <Value>(scope: Scope, work: (db: Db) => Promise<Value>): Promise<Value> => {
    const at = count;
    count += 1;
    const dies = (when: "before" | "after") =>
      deaths.some((death) => death.at === at && death.when === when);
    if (dies("before")) throw new Death();
    const value = await transact(scope, work);
    if (dies("after")) throw new Death();
    return value;
  };
}

/** Nobody has it in hand, nothing failed last, and what was sent was written down. */
async function isAtRest(transact: Transact, forwardId: string, sent: number): Promise<boolean> {
  const row = await transact("everywhere", (db) =>
    db.xapiForward.findFirstOrThrow({ where: { id: forwardId } }),
  );
  return row.heldUntil === null && row.lastFault === null && Number(row.sent) >= sent;
}
