import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

import sharp from "sharp";
import { parse } from "yaml";

import type { Cycle } from "#app/domain/criteria/index.ts";
import { findCurrentCycle } from "#app/domain/criteria/index.server.ts";
import { issueCertificate } from "#app/domain/certificates/index.server.ts";
import type { Catalogue } from "#app/domain/content/index.ts";
import { type Actor, formatCardCode } from "#app/domain/identity/index.ts";
import { countPeople, findActor, hashPin } from "#app/domain/identity/index.server.ts";
import { communeIdOfCode } from "#app/domain/places/index.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { type Dice, dice as diceOf } from "./dice.ts";
import { decide, evaluate, type Evaluating, type Fate, gather } from "./evaluate.server.ts";
import { SampleNames } from "./people.ts";
import { planToLearn, sayNeeds } from "./plans.server.ts";
import { removeSample } from "./remove-sample.server.ts";
import { REGISTERED_AT, type Resident, type SampleCommune, settle } from "./residents.server.ts";
import { findSampleSignIns, isSampleSettled, markSampleSettled } from "./sample.store.server.ts";
import { type SampleClock, sampleClock } from "./sample-clock.ts";
import { meet } from "./meet.server.ts";
import { study } from "./study.server.ts";

export interface SampleSignIn {
  readonly who: string;
  readonly cardCode: string;
  readonly pin: string;
  readonly name: string;
}

const SEED = 20_261_122;
/** Everybody's in the sample; such accounts guard nothing. */
const SAMPLE_PIN = "135790";
const FIRST_EVENING = { month: 1, day: 16 };

/**
 * Makes the sample province when nobody is in the database yet: the same people and the same acts
 * for the same seed, through the product's own use cases. One that was cut off by a crash is made
 * anew; one that was removed stays away. Answers how to sign in as six of its people.
 */
export async function ensureSample(
  deps: Deps,
  options: { readonly wanted: boolean; readonly ownerUrl: string },
): Promise<readonly SampleSignIn[]> {
  const { people, settled } = await deps.transact("everywhere", async (db) => ({
    people: await countPeople(db),
    settled: await isSampleSettled(db),
  }));
  if (people.real > 0 || (people.sample === 0 && (settled || !options.wanted))) return [];
  const text = await readFile("content/sample/names.yaml", "utf8");
  const names = SampleNames.parse(parse(text));
  if (!settled) {
    if (people.sample > 0) await removeSample(options.ownerUrl);
    await makeSample(deps, names);
    const sha256 = createHash("sha256").update(text).digest("hex");
    await deps.transact("everywhere", (db) => markSampleSettled(db, sha256, deps.now()));
  }
  const shown = await deps.transact("everywhere", (db) =>
    findSampleSignIns(db, communeIdOfCode(names.communes[0]?.code ?? "")),
  );
  return shown.map(({ who, cardCode, name }) => ({
    who,
    name,
    cardCode: formatCardCode(cardCode),
    pin: SAMPLE_PIN,
  }));
}

/** Whether nobody is in the database, or a sample that was cut off. */
export async function wantsSample(deps: Pick<Deps, "transact">): Promise<boolean> {
  return deps.transact("everywhere", async (db) => {
    const { real } = await countPeople(db);
    return real === 0 && !(await isSampleSettled(db));
  });
}

async function makeSample(deps: Deps, names: SampleNames): Promise<void> {
  process.stdout.write("Đang tạo tỉnh mẫu (một lần, mất chừng nửa phút)…\n");
  const dice = diceOf(SEED);
  const pinHash = await hashPin(SAMPLE_PIN);
  let registered = 0;
  const nextInstant = () => {
    registered += 1;
    return new Date(REGISTERED_AT.getTime() + registered * 1000);
  };
  const { communes } = await deps.transact("everywhere", (db) =>
    settle({ db, dice, names, pinHash, citizenGroup: names.citizenGroup, nextInstant }),
  );

  const first = await actorOf(deps, communes[0]?.official);
  const cycle = await findCurrentCycle(deps, first);
  const clock = sampleClock(lastInstant(deps.now(), cycle));
  const then: Deps = { ...deps, now: clock.now, newId: () => dice.id(clock.now()) };
  const certificateDice = diceOf(SEED + 1);
  const certifying = { ...then, newId: () => certificateDice.id(clock.now()) };
  const photo = await drawPhoto();
  for (const [index, commune] of communes.entries()) {
    await live({ deps: then, certifying, clock, dice, cycle, photo }, commune, index);
    process.stdout.write(`  xã ${index + 1}/${communes.length}\n`);
  }
}

interface Living {
  readonly deps: Deps;
  /** The same with ids of its own, so that a certificate changes nobody's luck. */
  readonly certifying: Deps;
  readonly clock: SampleClock;
  readonly dice: Dice;
  readonly cycle: Cycle | null;
  readonly photo: Uint8Array;
}

/** One commune's year: evenings of learning, then self-assessments in every state. */
async function live(living: Living, commune: SampleCommune, index: number): Promise<void> {
  const { deps, certifying, clock, dice, cycle, photo } = living;
  const official = await actorOf(deps, commune.official);
  for (const [number, village] of commune.villages.entries()) {
    const [shared] = deps.catalogue();
    if (village.promoter !== null && shared !== undefined) {
      clock.set(firstEvening(clock.now()));
      await meet(living, await actorOf(deps, village.promoter), village, shared);
    }
    const attestor = await actorOf(deps, village.attestor);
    clock.set(firstEvening(clock.now()));
    await sayNeeds(deps, official, village.id, index + number);
    for (const [place, resident] of village.residents.entries()) {
      const actor = await actorOf(deps, resident);
      clock.set(firstEvening(clock.now()));
      const plan = planOf(place, index);
      const courses = coursesOf(deps.catalogue(), plan.lessons, place);
      await planToLearn(
        deps,
        actor,
        courses.map(([{ id }]) => id),
      );
      for (const [course, lessons] of courses) {
        await study({ deps, clock, dice }, actor, course, lessons);
        // Refused to who has not finished it; who passed takes the certificate home the same evening.
        await issueCertificate(certifying, actor, { courseId: course.id });
      }
      if (cycle === null || plan.fate === null) continue;
      clock.passDays(200);
      const evaluating: Evaluating = { deps, dice, cycle, photo, attestor, official };
      if (plan.fate !== "bold") await gather(evaluating, actor);
      await evaluate(evaluating, actor, plan.fate);
    }
  }
  if (cycle !== null && index === DECIDED_COMMUNE) await decide(deps, official, commune.id);
}

const DECIDED_COMMUNE = 1;
const WHOLE_COURSE = 99;

/** What the n-th resident of a village does: lessons of each course in turn, and how far she is assessed. */
function planOf(
  place: number,
  commune: number,
): { readonly lessons: readonly number[]; readonly fate: Fate | null } {
  const all = [WHOLE_COURSE, WHOLE_COURSE, WHOLE_COURSE];
  switch (place) {
    case 0:
      return { lessons: [], fate: null };
    case 1:
      return { lessons: [2], fate: null };
    case 2:
      return { lessons: [WHOLE_COURSE, 3], fate: "draft" };
    case 3:
      return { lessons: all, fate: "submitted" };
    case 4:
      return { lessons: [WHOLE_COURSE, WHOLE_COURSE], fate: "returned" };
    case 5:
      return { lessons: all, fate: commune === DECIDED_COMMUNE ? "verified" : "endorsed" };
    case 6:
      return { lessons: [1], fate: commune === DECIDED_COMMUNE ? "refused" : "bold" };
    default:
      return { lessons: all, fate: "verified" };
  }
}

/** Each village's residents begin with another course. */
function coursesOf(catalogue: Catalogue, lessons: readonly number[], place: number) {
  return lessons.flatMap((count, turn) => {
    const course = catalogue[(turn + place) % catalogue.length];
    return course === undefined ? [] : [[course, count] as const];
  });
}

function firstEvening(year: Date): Date {
  return new Date(Date.UTC(year.getUTCFullYear(), FIRST_EVENING.month, FIRST_EVENING.day, 13));
}

function lastInstant(now: Date, cycle: Cycle | null): Date {
  if (cycle === null) return now;
  const closing = new Date(`${cycle.submitUntil}T10:00:00+07:00`);
  return now < closing ? now : closing;
}

async function actorOf(deps: Deps, resident: Resident | undefined): Promise<Actor> {
  if (resident === undefined) throw new Error("the sample has no such person");
  const actor = await deps.transact("everywhere", (db) =>
    findActor(db, { accountId: resident.accountId, helper: null }, deps.now()),
  );
  if (actor === null) throw new Error(`${resident.accountId} is not there`);
  return actor;
}

/** Not a photograph of anybody: a drawn field, with the words that it is a sample. */
function drawPhoto(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420">
    <rect width="640" height="420" fill="#fff7e6"/>
    <path d="M0 300 160 150 300 290 430 120 640 310V420H0Z" fill="#1e6b3a"/>
    <path d="M0 350q160-50 320 0t320 0v70H0Z" fill="#f2b705"/>
    <text x="320" y="70" font-size="34" font-family="sans-serif" text-anchor="middle" fill="#1b2450">Dữ liệu mẫu</text>
  </svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}
