// npm run bench:hostile -- [requests=200000] [seed=20261201]: a campaign of odd requests over every route and the
// record store, by everybody there is from a stranger to the officer of the province. Prints what was answered, and each
// answer of 500 or more with what was asked; ends with 1 where there is one. The same seed asks the same.
import fc from "fast-check";

import { startProduct } from "#tests/setup/start-product.ts";
import { type Asked, ask, get } from "#tests/journeys/http.ts";
import { readKnown } from "#tests/journeys/known-values.ts";
import { describe, oddRequest } from "#tests/journeys/odd-requests.ts";
import { listRoutes } from "#tests/journeys/route-list.ts";
import { databaseIn, enter, query, samplePeople } from "#tests/journeys/sample-people.ts";

import { oddStoreRequest, storeClient } from "./odd-store-requests.ts";

const requests = Number(process.argv[2] ?? 200_000);
const seed = Number(process.argv[3] ?? 20_261_201);
const AT_ONCE = 8;
/** Requests of one draw: a session that was ended by one of them is begun again for the next. */
const A_ROUND = 1000;
/** Of a hundred, those to the record store. */
const TO_THE_STORE = 15;
const FAULTS_SHOWN = 50;

const product = await startProduct();
const databaseUrl = databaseIn(product.dataFolder);
const counted = new Map<string, number>();
const faults: string[] = [];
let told = 0;
try {
  const people = await samplePeople(databaseUrl);
  const known = await readKnown(databaseUrl, [
    ...new Set(people.map(({ communeId }) => communeId)),
  ]);
  const { learners, attestor, promoter, official, officer } = product;
  const cast = [...learners, attestor, promoter, official, officer];
  const authorization = await storeClient(databaseUrl);
  const routes = listRoutes();
  for (let round = 0; round * A_ROUND < requests; round += 1) {
    const cookies = [null, ...(await Promise.all(cast.map((who) => enter(databaseUrl, who))))];
    const numRuns = Math.min(A_ROUND, requests - round * A_ROUND);
    const drawn = fc.gen().map((draw): Asked => {
      if (draw(fc.nat, { max: 99 }) < TO_THE_STORE) return draw(oddStoreRequest, authorization);
      const cookie = draw(fc.constantFrom, ...cookies);
      const { asked } = draw(oddRequest, draw(fc.constantFrom, ...routes), cookie, known);
      // Whoever signs out would send the rest as a stranger.
      return asked.path.startsWith("/dang-xuat") ? get(asked.path, null) : asked;
    });
    await sendAll(fc.sample(drawn, { seed: seed + round, numRuns }));
    await query(databaseUrl, "DELETE FROM rate_limit");
    print(`… ${round * A_ROUND + numRuns}: ${summary()}`);
    // At once: a campaign that is broken off has told what it found.
    for (const fault of faults.slice(told, FAULTS_SHOWN)) print(fault);
    told = faults.length;
  }
} finally {
  await product.stop();
}
print(`${requests} lượt, hạt giống ${seed}: ${summary()}`);
if (faults.length > 0) process.exitCode = 1;

async function sendAll(all: readonly Asked[]): Promise<void> {
  const queue = all.values();
  const work = async () => {
    for (const asked of queue) {
      // oxlint-disable-next-line no-await-in-loop -- a few at once, like people
      const answer = await ask(product.origin, asked);
      const said = typeof answer === "string" ? answer : String(answer.status);
      counted.set(said, (counted.get(said) ?? 0) + 1);
      if (typeof answer === "string" || answer.status >= 500) {
        faults.push(`${said} ← ${describe("", asked)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function summary(): string {
  return [...counted]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([said, times]) => `${said} × ${times}`)
    .join(", ");
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
