// Keeps several processes running that serve people at one port, and replaces them one by one when asked.
import cluster from "node:cluster";
import { setTimeout as pause } from "node:timers/promises";

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 30_000;
const WELL_MS = 60_000;
/** It drains for 15 seconds; longer, and it hangs. */
const STOP_MS = 40_000;

/**
 * @typedef {object} Started
 * @property {() => void} stop asks it to end, and makes it end when it does not
 * @property {Promise<boolean>} ready whether it serves; false when it ended before
 * @property {Promise<number>} ended with its exit code
 * @property {number} begun
 */

/**
 * Runs a script in so many processes, which share their ports, until a signal ends them; answers the exit
 * code. SIGUSR2 replaces each by a new one that serves before the old one drains: nobody is refused.
 * @param {string} script
 * @param {number} processes
 */
export async function superviseMany(script, processes) {
  cluster.setupPrimary({ exec: script });
  const stopping = new AbortController();
  for (const name of /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP"])) {
    process.on(name, () => stopping.abort());
  }
  // The first one brings the database up to date; the others find it so.
  const first = start();
  stopping.signal.addEventListener("abort", first.stop, { once: true });
  if (!(await first.ready)) return (await first.ended) || 1;
  const others = Array.from({ length: processes - 1 }, () => start());
  const slots = [first, ...others].map((started) => new Slot(started, stopping.signal));

  let replacing = Promise.resolve();
  process.on("SIGUSR2", () => {
    replacing = replaceAll(slots, replacing);
  });
  await Promise.all(slots.map((slot) => slot.keep()));
  return 0;
}

/**
 * One after another, so that all but one serve.
 * @param {readonly Slot[]} slots
 * @param {Promise<void>} before
 */
async function replaceAll(slots, before) {
  await before;
  for (const slot of slots) await slot.replace();
  tell({ level: 30, msg: "every process was replaced" });
}

/** The place of one process: whatever ends there is started again. */
class Slot {
  /** @type {Started} */
  #current;
  #stopping;
  #failures = 0;

  /**
   * @param {Started} started
   * @param {AbortSignal} stopping
   */
  constructor(started, stopping) {
    this.#current = started;
    this.#stopping = stopping;
    stopping.addEventListener("abort", () => this.#current.stop(), { once: true });
  }

  async keep() {
    for (;;) {
      const watched = this.#current;
      const code = await watched.ended;
      if (this.#stopping.aborted) return;
      // Another one serves in its place already.
      if (watched !== this.#current) continue;
      this.#failures = performance.now() - watched.begun > WELL_MS ? 1 : this.#failures + 1;
      const wait = Math.min(FIRST_PAUSE_MS * 4 ** (this.#failures - 1), LONGEST_PAUSE_MS);
      tell({ level: 50, msg: "a process ended and is started again", code, wait });
      await pause(wait, undefined, { signal: this.#stopping }).catch(() => undefined);
      if (this.#stopping.aborted) return;
      if (watched === this.#current) this.#current = start();
    }
  }

  /** By a new one, when that one serves; else the old one stays. */
  async replace() {
    if (this.#stopping.aborted) return;
    const old = this.#current;
    const fresh = start();
    const stop = () => fresh.stop();
    this.#stopping.addEventListener("abort", stop, { once: true });
    const serves = await fresh.ready;
    this.#stopping.removeEventListener("abort", stop);
    if (!serves) {
      tell({ level: 50, msg: "the new process did not start; the old one stays" });
      return;
    }
    this.#current = fresh;
    old.stop();
    await old.ended;
  }
}

/** @returns {Started} */
function start() {
  const worker = cluster.fork();
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    worker.once("exit", (code, signal) => resolve(signal === null ? code : 1));
  });
  /** @type {Promise<boolean>} */
  const ready = new Promise((resolve) => {
    worker.on("message", (message) => {
      if (message === "ready") resolve(true);
    });
    void ended.then(() => resolve(false));
  });
  return {
    ready,
    ended,
    begun: performance.now(),
    stop: () => {
      worker.process.kill("SIGTERM");
      const forced = setTimeout(() => worker.process.kill("SIGKILL"), STOP_MS);
      void ended.then(() => clearTimeout(forced));
    },
  };
}

/**
 * A line of the log, as the server writes them.
 * @param {Readonly<Record<string, unknown>>} fields
 */
function tell(fields) {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...fields })}\n`);
}
