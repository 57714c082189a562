// Everybody who uses the product while it is being killed.
import pg from "pg";

import { readCatalogue } from "#app/domain/content/index.server.ts";
import { dice as diceOf } from "#app/server/sample/dice.ts";

import type { Baseline } from "./kill-rounds-check.ts";
import { review } from "./kill-rounds-desk.ts";
import { type Ledger, openLedger } from "./kill-rounds-ledger.ts";
import { attest, keepActing, learn, type Person, type Worker } from "./kill-rounds-load.ts";
import { openVisitor, signIn, type Visitor, type Weather } from "./kill-rounds-visitor.ts";

export interface Crowd {
  readonly ledger: Ledger;
  readonly baseline: Baseline;
  /** Somebody who only looks. */
  readonly probe: Visitor;
  /** A kill is coming. */
  readonly storm: () => void;
  /** The product serves again. */
  readonly calm: () => void;
  readonly moveTo: (origin: string) => void;
  /** Resolves when nothing is under way. */
  readonly pause: () => Promise<void>;
  readonly resume: () => void;
  readonly end: () => void;
  /** Throws what surprised somebody at work. */
  readonly throwFailure: () => void;
  /** Sessions that were lost since the last call. */
  readonly takeLost: () => readonly string[];
  /** Answers that failed though nothing was killed. */
  readonly unexpected: () => readonly string[];
}

interface CrowdOptions {
  readonly url: string;
  readonly origin: string;
  /** What the start printed: the sample's PIN is in it. */
  readonly said: string;
  readonly seed: number;
}

const LEARNERS = 10;
const ATTESTORS = 4;
const OFFICIALS = 3;

/** Signs everybody in and sets them to work. */
export async function gather({ url, origin, said, seed }: CrowdOptions): Promise<Crowd> {
  const [, pin] = /PIN (\d+)/u.exec(said) ?? [];
  if (pin === undefined) throw new Error(`no sample sign-ins were printed:\n${said}`);
  const people = await findPeople(url, pin);
  const { catalogue } = await readCatalogue("content/courses");
  const ledger = openLedger();
  const sky = openSky(origin);
  const enter = async (person: Person, place: number): Promise<Worker> => {
    const visitor = openVisitor(sky.weather);
    await signIn(visitor, person.cardCode, person.pin);
    ledger.signIns += 1;
    return { visitor, person, dice: diceOf(seed + 1 + place), ledger };
  };
  const workers: Worker[] = [];
  for (const person of [...people.learners, ...people.attestors, ...people.officials]) {
    // One after another, as a village does on one network.
    workers.push(await enter(person, workers.length));
  }
  const [first] = workers;
  if (first === undefined) throw new Error("nobody lives in the sample");

  let ended = false;
  let failure: unknown;
  const set = (worker: Worker, act: () => Promise<void>) => {
    keepActing(worker, () => ended || failure !== undefined, act).catch((error: unknown) => {
      failure ??= error;
    });
  };
  for (const [place, worker] of workers.entries()) {
    if (place < people.learners.length) set(worker, () => learn(worker, catalogue));
    else if (place < people.learners.length + people.attestors.length) {
      set(worker, () => attest(worker));
    } else {
      const desk = { acts: [], draft: null, series: `${place}-`, issued: 0 };
      set(worker, () => review(worker, desk));
    }
  }
  const { weather: _weather, ...controls } = sky;
  return {
    ...controls,
    ledger,
    baseline: { personIds: people.learners.map(({ personId }) => personId), ...people.baseline },
    probe: first.visitor,
    end: () => {
      ended = true;
    },
    throwFailure: () => {
      if (failure !== undefined) throw failure;
    },
  };
}

/** The weather, and the hands that make it. */
function openSky(first: string) {
  let origin = first;
  let kills = 0;
  let isCalm = true;
  let under = 0;
  let gate: Promise<void> | null = null;
  let openGate: (() => void) | null = null;
  let settled: (() => void) | null = null;
  const complaints = { unexpected: [] as string[], lost: [] as string[] };
  const weather: Weather = {
    origin: () => origin,
    kills: () => kills,
    isCalm: () => isCalm,
    complain: (kind, words) => {
      complaints[kind].push(words);
    },
    async whenOpen(work) {
      if (gate !== null) await gate;
      under += 1;
      try {
        return await work();
      } finally {
        under -= 1;
        if (under === 0) settled?.();
      }
    },
  };
  return {
    weather,
    storm: () => {
      kills += 1;
      isCalm = false;
    },
    calm: () => {
      isCalm = true;
    },
    moveTo: (next: string) => {
      origin = next;
    },
    pause: async () => {
      gate = new Promise((resolve) => {
        openGate = resolve;
      });
      if (under === 0) return;
      await new Promise<void>((resolve) => {
        settled = resolve;
      });
      settled = null;
    },
    resume: () => {
      gate = null;
      openGate?.();
    },
    takeLost: () => complaints.lost.splice(0),
    unexpected: () => complaints.unexpected,
  };
}

/** People of the sample by what they do, and what the learners among them had done. */
async function findPeople(url: string, pin: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Omit<Person, "pin"> & { readonly role: string | null }>(
      `SELECT card_code AS "cardCode", account.id AS "accountId", account.person_id AS "personId", role
       FROM account JOIN person ON person.id = person_id
       LEFT JOIN office ON office.person_id = account.person_id
       WHERE sample ORDER BY card_code`,
    );
    const those = (role: string | null, most: number): readonly Person[] =>
      rows
        .filter((row) => row.role === role)
        .slice(0, most)
        .map((row) => ({ ...row, pin }));
    const learners = those(null, LEARNERS);
    const made = await client.query<{ id: string }>(
      "SELECT id FROM attempt WHERE person_id = ANY($1)",
      [learners.map(({ personId }) => personId)],
    );
    return {
      learners,
      attestors: those("village_attestor", ATTESTORS),
      officials: those("commune_official", OFFICIALS),
      baseline: { attemptIds: made.rows.map(({ id }) => id) },
    };
  } finally {
    await client.end();
  }
}
