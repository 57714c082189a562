// npx tsx tests/bench/kill-rounds.ts [rounds=30] [seed]
// Kills Node, PostgreSQL or both with SIGKILL at random moments under load: nothing acknowledged is
// lost or doubled, and the product serves again within 15 seconds.
import { rm } from "node:fs/promises";
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

import { type Dice, dice as diceOf } from "#app/server/sample/dice.ts";

import { readBooks } from "./kill-rounds-check.ts";
import { type Crowd, gather } from "./kill-rounds-crowd.ts";
import { countPromises, sumOf } from "./kill-rounds-ledger.ts";
import {
  databaseUrl,
  findPostmaster,
  type Installation,
  killAll,
  killPostmaster,
  makeInstallation,
  type Running,
  start,
} from "./kill-rounds-product.ts";

/** "node" with what keeps it running, "server" alone: it is started again by itself. */
const VICTIMS = ["node", "postmaster", "both", "server"] as const;
const RECOVERY_S_AT_MOST = 15;
const OWN_RECOVERY_S_AT_MOST = 5;
const GIVE_UP_S = 120;
const SETTLE_MS = 3000;
const ROUNDS = 30;
const SEED = 324;

interface Round {
  readonly victim: (typeof VICTIMS)[number];
  readonly recoveryS: number;
  readonly wrong: number;
}

interface Stage {
  readonly installation: Installation;
  readonly dice: Dice;
  product: Running;
}

interface Run extends Stage {
  readonly crowd: Crowd;
}

type Cells = readonly (string | number)[];

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

const COLUMNS: readonly (readonly [name: string, width: number])[] = [
  ["round", 6],
  ["killed", 12],
  ["after s", 9],
  ["recovery s", 12],
  ["acknowledged", 14],
  ["lost", 6],
  ["doubled", 9],
  ["torn", 6],
  ["load", 6],
];

function line(cells: Cells): string {
  return COLUMNS.map(([, width], index) => String(cells[index]).padEnd(width)).join("");
}

async function kill(run: Run, victim: Round["victim"]): Promise<number> {
  const { installation, crowd, dice } = run;
  crowd.storm();
  const begun = performance.now();
  const recoveryS = () => (performance.now() - begun) / 1000;
  let killed: number | null = null;
  for (const process of inOrder(victim, dice)) {
    // Two processes never die at the very same instant.
    if (victim === "both") await sleep(dice.roll(20));
    if (process === "node") await run.product.killNode();
    else if (process === "server") await run.product.killServer();
    else killed = await killPostmaster(installation);
  }
  if (victim === "node" || victim === "both") {
    run.product = await start(installation);
    crowd.moveTo(run.product.origin);
  }
  while (!(await isServing(run, killed))) {
    if (recoveryS() > GIVE_UP_S) throw new Error(`no page for ${GIVE_UP_S} s after ${victim}`);
    await sleep(25);
  }
  crowd.calm();
  return recoveryS();
}

function inOrder(
  victim: Round["victim"],
  dice: Dice,
): readonly ("node" | "postmaster" | "server")[] {
  if (victim !== "both") return [victim];
  return dice.chance(50) ? ["node", "postmaster"] : ["postmaster", "node"];
}

/** A page that needs the database; not from what is left of a postmaster that was killed. */
async function isServing({ installation, crowd }: Run, killed: number | null): Promise<boolean> {
  const postmaster = await findPostmaster(installation);
  if (postmaster === null || !postmaster.ready || postmaster.pid === killed) return false;
  return (await crowd.probe.get("/hoc"))?.status === 200;
}

async function playRound(run: Run, number: number): Promise<Round> {
  const { crowd, dice } = run;
  const waitS = (1000 + dice.roll(5001)) / 1000;
  await sleep(waitS * 1000);
  crowd.throwFailure();
  const victim = dice.pick(VICTIMS);
  const recoveryS = await kill(run, victim);
  await crowd.pause();
  const wrong = await examine(run, [number, victim, waitS.toFixed(1), recoveryS.toFixed(1)]);
  crowd.resume();
  return { victim, recoveryS, wrong };
}

/** Reads the books while everybody waits; prints what was found, and counts what is wrong. */
async function examine({ installation, crowd }: Run, head: Cells): Promise<number> {
  const url = await databaseUrl(installation);
  const { lost, doubled, torn } = await readBooks(url, crowd.ledger, crowd.baseline);
  lost.push(...crowd.takeLost());
  const promises = sumOf(countPromises(crowd.ledger));
  const load = (loadavg()[0] ?? 0).toFixed(1);
  say(line([...head, promises, lost.length, doubled.length, torn.length, load]));
  for (const [kind, list] of Object.entries({ lost, doubled, torn })) {
    for (const words of list.slice(0, 10)) say(`       ${kind}: ${words}`);
  }
  return lost.length + doubled.length + torn.length;
}

function patienceFor(victim: Round["victim"]): number {
  return victim === "server" ? OWN_RECOVERY_S_AT_MOST : RECOVERY_S_AT_MOST;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low = 0, high = low] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}

function summarise(rounds: readonly Round[], wrongAtEnd: number, crowd: Crowd): boolean {
  say("");
  for (const victim of [...VICTIMS, "all"]) {
    const seconds = rounds
      .filter((round) => victim === "all" || round.victim === victim)
      .map(({ recoveryS }) => recoveryS);
    if (seconds.length === 0) continue;
    const [middle, most] = [median(seconds), Math.max(...seconds)].map((each) => each.toFixed(1));
    say(`${victim.padEnd(12)}${seconds.length} kills, recovery median ${middle} s, max ${most} s`);
  }
  const promises = countPromises(crowd.ledger);
  const kinds = Object.entries(promises).map(([kind, count]) => `${count} ${kind}`);
  say(`acknowledged ${sumOf(promises)}: ${kinds.join(", ")}`);
  const wrong = rounds.reduce((sum, round) => sum + round.wrong, wrongAtEnd);
  const late = rounds.filter(({ victim, recoveryS }) => recoveryS > patienceFor(victim)).length;
  const limits = `${RECOVERY_S_AT_MOST} s, by itself ${OWN_RECOVERY_S_AT_MOST} s`;
  say(`lost, doubled or torn: ${wrong}; slower than ${limits}: ${late}`);
  const unexpected = crowd.unexpected();
  say(`failed answers in calm weather: ${unexpected.length}`);
  for (const words of unexpected.slice(0, 10)) say(`       ${words}`);
  return wrong === 0 && late === 0;
}

async function playAll(stage: Stage, count: number, seed: number): Promise<boolean> {
  const { installation, product } = stage;
  const url = await databaseUrl(installation);
  const crowd = await gather({ url, origin: product.origin, said: product.said(), seed });
  // The same object, so that whoever ends the run finds the product of the last start.
  const run: Run = Object.assign(stage, { crowd });
  say(line(COLUMNS.map(([name]) => name)));
  const rounds: Round[] = [];
  for (let number = 1; number <= count; number += 1) rounds.push(await playRound(run, number));
  // What was sent again after the last kill counts too.
  await sleep(SETTLE_MS);
  crowd.end();
  await crowd.pause();
  crowd.throwFailure();
  const wrongAtEnd = await examine(run, ["end", "-", "-", "-"]);
  await run.product.stop();
  return summarise(rounds, wrongAtEnd, crowd);
}

async function main(count: number, seed: number): Promise<boolean> {
  const installation = await makeInstallation();
  say(`data ${installation.data}, seed ${seed}; first start…`);
  const stage: Stage = { installation, dice: diceOf(seed), product: await start(installation) };
  process.once("SIGINT", () => {
    void killAll(installation, stage.product).finally(() => process.exit(130));
  });
  let clean = false;
  try {
    clean = await playAll(stage, count, seed);
    return clean;
  } catch (error) {
    say(stage.product.said());
    throw error;
  } finally {
    await killAll(installation, stage.product);
    if (clean) await rm(installation.folder, { recursive: true });
    else say(`the data is kept in ${installation.folder}`);
  }
}

const [rounds = ROUNDS, seed = SEED] = process.argv.slice(2).map(Number);
process.exitCode = (await main(rounds, seed)) ? 0 : 1;
